#pragma once

#include <vector>

#include "models/sheet.h"
#include "pipeline/ocr/note_numbers.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words with the raised numbers, which were read apart, put where they stand: joined to the
/// word before them ("samhället¹,", which parts a word), or before the line that they open. Where a
/// unit stands before it, "m", the number is part of the unit: "m²".
std::vector<Word> with_raised_numbers(const std::vector<ReadWord>& words,
                                      const std::vector<RaisedNumber>& numbers,
                                      const Placement& placement);

}  // namespace diarium
