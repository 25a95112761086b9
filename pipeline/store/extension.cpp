// The tokenizer as a loadable extension: `.load diarium_sv` in sqlite3, --load-extension in
// Datasette. It gives what `register_search` registers, and diarium_analyser(), the fingerprint of
// the analyser that an index must have been made by.

#include <sqlite3ext.h>

#include <exception>
#include <memory>
#include <string>

#include "pipeline/store/analyser.h"
#include "pipeline/store/tokenizer.h"

SQLITE_EXTENSION_INIT1

namespace {

void answer_fingerprint(sqlite3_context* context, int, sqlite3_value**) {
  const auto* analyser = static_cast<diarium::Analyser*>(sqlite3_user_data(context));
  const std::string fingerprint = analyser->fingerprint();
  sqlite3_result_text(context, fingerprint.data(), static_cast<int>(fingerprint.size()),
                      SQLITE_TRANSIENT);
}

void drop_analyser(void* analyser) {
  delete static_cast<diarium::Analyser*>(analyser);
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int sqlite3_extension_init(
    sqlite3* connection, char** message, const sqlite3_api_routines* routines) {
  SQLITE_EXTENSION_INIT2(routines);
  try {
    auto analyser = std::make_unique<diarium::Analyser>();
    diarium::register_search(connection, *analyser);
    // The connection owns the analyser through this function.
    return sqlite3_create_function_v2(connection, "diarium_analyser", 0, SQLITE_UTF8,
                                      analyser.release(), answer_fingerprint, nullptr, nullptr,
                                      drop_analyser);
  } catch (const std::exception& error) {
    *message = sqlite3_mprintf("%s", error.what());
    return SQLITE_ERROR;
  }
}
