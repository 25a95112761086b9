#pragma once

#include <cstddef>
#include <vector>

#include "models/geometry.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The connected pieces of ink of a page (letters, dots, specks), to be asked by place. Pixels.
class InkPieces {
 public:
  /// `binary` is 1 bit, ink = 1. A page of dirt, with more pieces than print has, gives none.
  explicit InkPieces(const Image& binary);

  [[nodiscard]] const std::vector<Rect>& boxes() const { return boxes_; }
  /// Indices of the boxes that share a part with `area`, without order.
  [[nodiscard]] std::vector<std::size_t> meeting(const Rect& area) const;

 private:
  [[nodiscard]] std::size_t bucket(std::size_t row, std::size_t column) const;

  std::vector<Rect> boxes_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::vector<std::size_t>> buckets_;
};

}  // namespace diarium
