#pragma once

#include "models/sheet.h"

namespace diarium {

/// The raster in grey where no pixel has a colour that an eye would name; else as it is. A scan in
/// colour of black text on white paper reads better as grey, and takes a third of the room.
Raster without_needless_colour(Raster raster);

}  // namespace diarium
