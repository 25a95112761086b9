#pragma once

#include <string>
#include <vector>

#include "models/sheet.h"

namespace diarium {

/// The words of a page as if recognised, its lines parted by line ends and their words by blanks. An
/// empty line leaves room.
std::vector<Word> words_of(const std::string& page);

}  // namespace diarium
