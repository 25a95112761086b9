#pragma once

#include <vector>

#include "pipeline/ocr/image.h"
#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/placement.h"

namespace diarium {

/// The pieces of ink that are filled discs or squares of the size of a list's bullet. Letters are
/// open or longish; full stops are smaller. `ink` is what `pieces` were found in. Points on the
/// upright page.
std::vector<Rect> find_solid_dots(const Image& ink, const InkPieces& pieces,
                                  const Placement& placement);

}  // namespace diarium
