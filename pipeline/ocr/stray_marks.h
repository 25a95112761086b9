#pragma once

#include <vector>

#include "models/sheet.h"

namespace diarium {

/// The words without what is none: the rings and dots of large å ä ö that were read as words of
/// their own (a small sign that stands on top of a word belongs to that word), a few small letters
/// within a larger word, which are parts of it that were read twice, specks apart from all words,
/// and the shadow of the paper's edge at the border of a sheet `width` points wide. A line of dots
/// that was read as letters is "......".
std::vector<Word> without_stray_marks(std::vector<Word> words, double width);

}  // namespace diarium
