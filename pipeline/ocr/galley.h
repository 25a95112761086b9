#pragma once

#include <vector>

#include "models/geometry.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// A page rearranged into one column. Boxes of a form, a table or a chart that stand side by side
/// hold lines at different heights, which Tesseract would take for one line; here each such box is
/// cut out and put below the page.
class Galley {
 public:
  /// `lines` is the mask of drawn lines (may be empty), of the size of `grey` and `binary`.
  Galley(Image grey, const Image& binary, const Image& lines, int resolution);

  [[nodiscard]] const Image& image() const { return image_; }
  /// Where a box of the galley stands on the page, in pixels.
  [[nodiscard]] Rect on_page(const Rect& box) const;
  /// Where what stands in a box of the page is in the galley, in pixels.
  [[nodiscard]] Rect in_galley(const Rect& box) const;
  /// How many boxes were cut out.
  [[nodiscard]] std::size_t cuttings() const { return cuttings_.size(); }

 private:
  struct Cutting {
    Rect source;     // on the page
    double top = 0;  // in the galley; left is kept
  };
  Image image_;
  std::vector<Cutting> cuttings_;  // by top
};

}  // namespace diarium
