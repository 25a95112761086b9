#include "pipeline/layout/whites.h"

#include <algorithm>
#include <utility>

namespace diarium::layout {
namespace {

constexpr double kGutter = 1.4;  // type sizes; the least white that parts columns

void cover(Intervals& covered, double left, double right) {
  Intervals merged;
  bool placed = false;
  for (const Gutter& part : covered) {
    if (part.right < left) {
      merged.push_back(part);
    } else if (part.left > right) {
      if (!placed) merged.push_back({left, right});
      placed = true;
      merged.push_back(part);
    } else {
      left = std::min(left, part.left);
      right = std::max(right, part.right);
    }
  }
  if (!placed) merged.push_back({left, right});
  covered = std::move(merged);
}

}  // namespace

Intervals covered_with(Intervals covered, const Row& row) {
  for (const Fragment& fragment : row.fragments)
    cover(covered, fragment.box.left, fragment.box.right);
  return covered;
}

Intervals whites_of(const Intervals& covered, double size) {
  Intervals whites;
  for (std::size_t i = 1; i < covered.size(); ++i) {
    if (covered[i].left - covered[i - 1].right >= kGutter * size) {
      whites.push_back({covered[i - 1].right, covered[i].left});
    }
  }
  return whites;
}

}  // namespace diarium::layout
