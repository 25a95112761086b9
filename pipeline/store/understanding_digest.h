#pragma once

#include <string>
#include <vector>

#include "models/page.h"
#include "pipeline/segment/segment.h"

namespace diarium {

/// Raised when the same understanding is stored as other rows.
inline constexpr int kRowsVersion = 1;

/// 32 hex digits that stand for all that is stored of an understanding and its pages, places
/// included: where they are the same, the rows are. No protection against forgery.
std::string digest_of(const std::vector<Page>& pages, const Understanding& understanding);

}  // namespace diarium
