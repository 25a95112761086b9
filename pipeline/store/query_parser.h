#pragma once

#include <string_view>

#include "pipeline/store/query.h"

namespace diarium {

/// Reads: words (all must match, in any inflection), "a phrase", "near words"~5, =word and ="a
/// phrase" (these forms alone), prefix*, word~ and word~2 (letters may differ), -word or NOT word,
/// a OR b, ( ), field:value, field:"two words". OCH, ELLER and INTE say the same as AND, OR and
/// NOT; quotes may be curly. The filters come out as `canonical` writes them.
/// Throws QueryError, also for more than 256 bytes, 16 words or 8 parentheses deep.
Query parse_query(std::string_view text);

}  // namespace diarium
