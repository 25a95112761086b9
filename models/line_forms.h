#pragma once

#include <string_view>
#include <vector>

#include "models/sheet.h"

namespace diarium {

/// "**Utses att justera:** Eva Ek": whether what is bold names what follows on its line. The words
/// of one line in their order. "Dnr KS 2024/31" is one in any type.
bool is_label_with_value(const std::vector<const Word*>& line);

/// Whether a word or marker may be what a recogniser made of the number of a list's item: short,
/// and a single letter or ending in a sign: "s-", "u.", "|". "a)" and "-" were none.
bool may_be_misread_number(std::string_view word);

/// Whether a word is what a recogniser makes of "1." more often than of a letter: "L", "I", "l",
/// "|".
bool may_be_misread_one(std::string_view word);

}  // namespace diarium
