#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "pipeline/ocr/flow_drawing.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words in the boxes of a drawing, each box read alone: without its outline, dark on light
/// where it is filled darkly. `grey` is what the drawing was found on. The recogniser must be set
/// to read one block.
std::vector<Word> read_boxes(tesseract::TessBaseAPI& tesseract, const Image& grey,
                             const Drawing& drawing, const PreparedPage& page);

/// The words of a page beside a drawing, both on the page, with those set right that lines spoil: a
/// line takes the tail off the j of an answer ("ia", "nei"), and a bit of it is read as "l".
std::vector<Word> with_labels_repaired(std::vector<Word> words, const Drawing& drawing);

/// A drawing without the strokes and heads that are letters of such words, both on the page: of
/// words that run over the side of a figure.
Drawing without_letters(Drawing drawing, const std::vector<Word>& words);

/// Paints the boxes of a drawing with all that is in them, and its lines, white.
void erase(const FoundDrawing& drawing, const PreparedPage& page);

/// The drawing on the upright page, in points.
Drawing on_page(const Drawing& drawing, const Placement& placement);

}  // namespace diarium
