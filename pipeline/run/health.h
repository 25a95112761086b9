#pragma once

#include <string>
#include <vector>

#include "pipeline/run/configuration.h"

namespace diarium {

/// How something that a run needs was found to be.
enum class Health {
  well,
  weak,    ///< a run does without it, and less well
  broken,  ///< a run must not begin
};
std::string_view name_of(Health health);

struct Examination {
  std::string what;  ///< "sandbox", "canary", "OCR models", "fonts", "archive", "free space" ...
  Health health = Health::well;
  std::string words;  ///< what was found, and what helps
};

/// Tries all that a run needs from the machine: whether the sandbox holds, by trying to break out
/// of it; whether a page is read within it; models, fonts, rules; that the archive can be written
/// and how much room there is. Never throws for what it finds; changes nothing.
std::vector<Examination> examine(const Configuration& configuration);

}  // namespace diarium
