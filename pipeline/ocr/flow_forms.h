#pragma once

#include <optional>

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The form of a figure that fills the mask (1 bit) from side to side, holes in it (letters)
/// filled: by how far each row's ends lie from those of the form. Nothing for a figure of no clear
/// form.
std::optional<ShapeKind> form_of(const Image& mask);

}  // namespace diarium
