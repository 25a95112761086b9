#pragma once

#include <optional>

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The form of a figure that fills the mask (1 bit) from side to side, holes in it (letters)
/// filled: by how far each row's ends lie from those of the form. Nothing for a figure of no clear
/// form.
std::optional<ShapeKind> form_of(const Image& mask);

/// A form, and how far it reached beyond its mask at each side.
struct OpenedForm {
  ShapeKind kind = ShapeKind::rectangle;
  double beyond_x = 0;
  double beyond_y = 0;
};

/// The form that a figure had before it was opened with a square of so many pixels, which cuts off
/// the tips of a diamond.
std::optional<OpenedForm> form_before_opening(const Image& mask, int brick);

}  // namespace diarium
