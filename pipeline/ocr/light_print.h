#pragma once

#include "pipeline/ocr/image.h"

namespace diarium {

/// The dark grounds of a scan (8 bit, as it was stored, `resolution` pixels an inch) that bear
/// light print: heads of tables, boxes of charts. What is darker than paper with clear sides is a
/// ground, a shadow has none. 1 bit, of the size of the scan, a little wider than the grounds;
/// empty where there are none.
Image find_light_print(const Image& grey, double resolution);

}  // namespace diarium
