#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/layout/reading_order.h"

namespace diarium::layout {

/// The tokens of `line` that belong to the letter before them: "B E S L U T" is a word whose
/// letters are set apart. At least four capitals at even distances, fewer where they stand beside
/// such a word ("I", "KF"); words are parted by a wider gap.
std::vector<std::size_t> spaced_letters(const Upright& page, const TextLine& line);

}  // namespace diarium::layout
