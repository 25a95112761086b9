#pragma once

#include <vector>

#include "models/sheet.h"

namespace diarium {

/// The words that a page has itself, and after them those of `own`, our reading of its picture,
/// that stand where it has none.
std::vector<Word> with_missing_words(std::vector<Word> believed, std::vector<Word> own);

}  // namespace diarium
