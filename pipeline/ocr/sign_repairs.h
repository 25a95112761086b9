#pragma once

#include <vector>

#include "models/sheet.h"

namespace diarium {

/// The words with signs set right that the recogniser confuses, where the words around them leave
/// one reading: "29 kap. 9 $ skollagen" is "§", "16 °/o" is "%", "registratorQalmvik.se" has an @,
/// "20l9" is a year. `raw` keeps what was read, and confidence is lowered. Words stand in the order
/// in which they were read, line by line.
std::vector<Word> with_signs_repaired(std::vector<Word> words);

}  // namespace diarium
