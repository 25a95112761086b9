#include "pipeline/ocr/ink_pieces.h"

#include <algorithm>

namespace diarium {
namespace {

// A dense page of small print has 8,000.
constexpr int kMostPieces = 60'000;
// Pixels; about three lines of print.
constexpr double kBucket = 128;

std::size_t step_of(double coordinate, std::size_t count) {
  const double step = std::clamp(coordinate / kBucket, 0.0, static_cast<double>(count - 1));
  return static_cast<std::size_t>(step);
}

}  // namespace

InkPieces::InkPieces(const Image& binary) {
  if (!binary) return;
  const BoxList components(pixConnCompBB(binary.get(), 8));
  if (!components || boxaGetCount(components.get()) > kMostPieces) return;
  rows_ = static_cast<std::size_t>(pixGetHeight(binary.get()) / kBucket) + 1;
  columns_ = static_cast<std::size_t>(pixGetWidth(binary.get()) / kBucket) + 1;
  buckets_.resize(rows_ * columns_);
  for (int i = 0; i < boxaGetCount(components.get()); ++i) {
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    boxaGetBoxGeometry(components.get(), i, &x, &y, &width, &height);
    const Rect box{static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                   static_cast<double>(y + height)};
    for (std::size_t row = step_of(box.top, rows_); row <= step_of(box.bottom, rows_); ++row) {
      for (std::size_t column = step_of(box.left, columns_); column <= step_of(box.right, columns_);
           ++column) {
        buckets_[bucket(row, column)].push_back(boxes_.size());
      }
    }
    boxes_.push_back(box);
  }
}

std::size_t InkPieces::bucket(std::size_t row, std::size_t column) const {
  return row * columns_ + column;
}

std::vector<std::size_t> InkPieces::meeting(const Rect& area) const {
  std::vector<std::size_t> found;
  if (buckets_.empty()) return found;
  for (std::size_t row = step_of(area.top, rows_); row <= step_of(area.bottom, rows_); ++row) {
    for (std::size_t column = step_of(area.left, columns_); column <= step_of(area.right, columns_);
         ++column) {
      for (const std::size_t index : buckets_[bucket(row, column)]) {
        if (!common_part(boxes_[index], area).empty()) found.push_back(index);
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace diarium
