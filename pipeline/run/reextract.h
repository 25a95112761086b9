#pragma once

#include <string>

#include "pipeline/run/ingest.h"
#include "pipeline/run/understand.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// Understands every stored source anew whose understanding isn't fresh; nothing is read. With a
/// `kind` only those that hold records of that kind, fresh or not: to try a rule before all else.
/// Sources that have rotted in the archive are told as set aside and left as they are. Returns how
/// many were understood.
int reextract(const std::string& kind, Archive& archive, const Understander& understander,
              const RunListener& listener);

}  // namespace diarium
