#pragma once

#include <string>
#include <string_view>

#include "models/record.h"

namespace diarium {

/// What new words likely replace in `text`, found by the words that stand before and behind them in
/// the amendment's context: "ske vartannat år i enlighet med" over "ske var tredje år i enlighet
/// med" gives "var tredje år". Empty where the text has no such place, or says the new words
/// already.
std::string replaced_words(std::string_view text, const Amendment& amendment);

}  // namespace diarium
