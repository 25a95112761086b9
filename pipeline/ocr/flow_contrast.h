#pragma once

#include "models/sheet.h"
#include "pipeline/ocr/image.h"
#include "pipeline/ocr/preparation.h"

namespace diarium {

/// The page as a drawing is seen best: 8 bit, of the size of the prepared page, paper at 255. A
/// picture made by a program, whose ground is one colour, shows what differs from that colour,
/// pale lines and yellow ones too; a scan shows its grey.
struct FlowContrast {
  Image grey;
  int ink_below = 160;  ///< what is drawn is darker
};

FlowContrast flow_contrast(const Raster& raster, const PreparedPage& page);

}  // namespace diarium
