#pragma once

#include "pipeline/run/configuration.h"
#include "pipeline/run/nursery.h"

namespace diarium {

/// Has a worker read a small built-in file, one page with text and one scan, under the settings of
/// the run, and compares: a sandbox that keeps a library from its files may make it read nothing
/// without a word. Costs about as much as one page. Throws std::runtime_error when the worker does
/// not answer, or not with what is printed.
void prove_by_canary(const Configuration& configuration, Nursery& nursery);

}  // namespace diarium
