#pragma once

#include <vector>

#include "pipeline/ocr/older_reading.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, with g where an a was read that stood on an underline: taken off the page, the line
/// takes the foot of the letter with it. Only a reading that is no word is mended, and only to the
/// one word that it can be so. The raw reading is kept, the confidence lowered. `lines` are in
/// pixels, as the places of the words.
std::vector<ReadWord> with_cut_letters(std::vector<ReadWord> words, const std::vector<Rect>& lines,
                                       const IsWord& is_word);

}  // namespace diarium
