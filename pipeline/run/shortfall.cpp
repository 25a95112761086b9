#include "pipeline/run/shortfall.h"

#include <algorithm>

namespace diarium {

std::optional<Error> shortfall_of(const Readings& readings) {
  if (!readings.lost.empty()) return readings.lost.front();
  for (const Page& page : readings.pages) {
    if (std::find(page.issues.begin(), page.issues.end(), "partial_page") != page.issues.end())
      return Error{ErrorCode::too_large, "some of the page is left out", {}, page.number};
  }
  return std::nullopt;
}

}  // namespace diarium
