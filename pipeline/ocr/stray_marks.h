#pragma once

#include <vector>

#include "models/sheet.h"

namespace diarium {

/// The words without the rings and dots of large å ä ö that were read as words of their own: a
/// small sign that stands on top of a word belongs to that word.
std::vector<Word> without_stray_marks(std::vector<Word> words);

}  // namespace diarium
