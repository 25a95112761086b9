#pragma once

#include <vector>

#include "models/page.h"

namespace diarium::fuzz {

/// Segments the pages of a file by the rules as shipped, runs all extractors, links; aborts where a
/// finding lies outside of its document.
void understand(const std::vector<Page>& pages);

}  // namespace diarium::fuzz
