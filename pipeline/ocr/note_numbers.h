#pragma once

#include <vector>

#include "pipeline/ocr/mark_reading.h"

namespace diarium {

/// The raised numbers of a page of this height (pixels) that can be trusted, in reading order. The
/// notes at its foot are numbered in running order, and so are the marks in its text: a misread
/// number between two others is set right, its reading kept in `raw`, its confidence lowered. A
/// doubtful reading that no note asks for is left out.
std::vector<RaisedNumber> in_running_order(std::vector<RaisedNumber> numbers, double page_height);

}  // namespace diarium
