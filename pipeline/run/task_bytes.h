#pragma once

#include <string>
#include <string_view>

#include "pipeline/run/worker.h"

namespace diarium {

/// A task as bytes for another process of ours, and back. Numbers are u32 in the order of this
/// machine. Nothing foreign is ever read so: bytes that end too early are a fault of ours.
std::string bytes_of(const WorkerTask& task);
WorkerTask task_of_bytes(std::string_view bytes);

}  // namespace diarium
