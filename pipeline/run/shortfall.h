#pragma once

#include <optional>

#include "models/error.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// Why a source counts as partial, though it could be read: a page was lost, or a page has the
/// issue `partial_page` because its reader came to a limit and left something out (`too_large`).
/// Nothing where all of it was read.
std::optional<Error> shortfall_of(const Readings& readings);

}  // namespace diarium
