#pragma once

#include <vector>

#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, those marked bold whose strokes are thicker than those of the page's regular face.
///
/// Where the page's letters fall into two kinds, thin ones and thick ones, bold begins between
/// them; else a fixed share above the usual. Words are not judged alone: a run is bold whose words
/// together are thick enough, and one begins or ends within a line only where they clearly are. A
/// page with few letters or with strokes of all widths, a bad fax, has no bold words.
std::vector<ReadWord> with_bold_marked(std::vector<ReadWord> words);

}  // namespace diarium
