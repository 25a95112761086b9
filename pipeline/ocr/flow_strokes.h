#pragma once

#include "models/drawing.h"

namespace diarium {

/// Makes lines of the strokes of a drawing as traced, in pixels: each ends where its head begins,
/// the gaps of dashed ones are bridged, and what leads neither to a box nor to another line, as
/// letters that touch a line and specks, is left out.
void join_strokes(Drawing& drawing, int resolution);

/// How far a place lies from the nearest stroke; a large number where there are none.
double distance_to_strokes(const Drawing& drawing, Point place);

}  // namespace diarium
