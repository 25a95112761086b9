#pragma once

#include <vector>

#include "pipeline/ocr/image.h"

namespace diarium {

/// Boxes filled with ink in which light signs stand: a heading on a bar, the head of a table.
/// Pixels of `binary` (1 bit, ink = 1, upright, `resolution` pixels an inch); `lines` are its drawn
/// lines (1 bit, may be empty), that a box may be part of a grid of. Large letters, seals, and
/// photos without signs are none.
std::vector<Rect> find_dark_boxes(const Image& binary, const Image& lines, int resolution);

/// Prints what stands in the boxes dark on white, in `grey` (8 bit); Tesseract reads it like any
/// other text then, and need not try each line that it doubts once more with colours turned.
void turn_light(const std::vector<Rect>& boxes, const Image& binary, const Image& grey);

}  // namespace diarium
