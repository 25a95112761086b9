#pragma once

#include "tools/diarium/arguments.h"

namespace diarium {

// One function a subcommand, each in the file of its name. They print results to stdout, messages
// and progress to stderr, and give the exit code. They throw for a broken environment.
int run_ingest(const Arguments& arguments);
int run_search(const Arguments& arguments);
int run_show(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_status(const Arguments& arguments);
int run_retry(const Arguments& arguments);
int run_reextract(const Arguments& arguments);
int run_verify(const Arguments& arguments);
int run_backup(const Arguments& arguments);
int run_restore(const Arguments& arguments);
int run_forget(const Arguments& arguments);
int run_doctor(const Arguments& arguments);
int run_evaluate(const Arguments& arguments);
int run_config(const Arguments& arguments);
int run_rules(const Arguments& arguments);

}  // namespace diarium
