#include "pipeline/ocr/flow_forms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace diarium {
namespace {

// Of the figure's area, that may lie between its rows' ends and the form's.
constexpr double kMostMisfit = 0.045;
// Pixels at each end of a row, that are no misfit: edges are ragged, more so in a picture that was
// enlarged.
constexpr double kRough = 0.8;
constexpr double kRoughShare = 0.015;  // and of the shorter side
constexpr double kMostRough = 3.5;
// Of the shorter side; a smaller radius than the first is a corner.
constexpr std::array<double, 6> kRadii = {0.05, 0.1, 0.17, 0.25, 0.35, 0.5};

/// A row of a mask: its first and one past its last pixel of ink.
struct RowEnds {
  double left = 0;
  double right = 0;
};

std::vector<RowEnds> ends_of_rows(const Image& mask) {
  const int width = pixGetWidth(mask.get());
  const int height = pixGetHeight(mask.get());
  const int words = pixGetWpl(mask.get());
  std::vector<RowEnds> rows;
  const l_uint32* line = pixGetData(mask.get());
  for (int y = 0; y < height; ++y, line += words) {
    int left = 0;
    while (left < width && GET_DATA_BIT(line, left) == 0) ++left;
    int right = width;
    while (right > left && GET_DATA_BIT(line, right - 1) == 0) --right;
    rows.push_back({static_cast<double>(left), static_cast<double>(right)});
  }
  return rows;
}

/// How far from the side a form of this height begins, at `depth` from its upper or lower edge.
using Inset = double (*)(double depth, double width, double height, double radius);

double inset_of_rounded(double depth, double, double, double radius) {
  if (depth >= radius) return 0;
  const double up = radius - depth;
  return radius - std::sqrt(std::max(0.0, radius * radius - up * up));
}

double inset_of_ellipse(double depth, double width, double height, double) {
  const double up = 1 - depth / (height / 2);
  return width / 2 * (1 - std::sqrt(std::max(0.0, 1 - up * up)));
}

double inset_of_diamond(double depth, double width, double height, double) {
  return width / 2 * (1 - depth / (height / 2));
}

double misfit(const std::vector<RowEnds>& rows, double width, Inset inset, double radius) {
  const double height = static_cast<double>(rows.size());
  const double rough = std::min(kMostRough, kRough + kRoughShare * std::min(width, height));
  double apart = 0;
  double area = 0;
  for (std::size_t y = 0; y < rows.size(); ++y) {
    const double middle = static_cast<double>(y) + 0.5;
    const double in = inset(std::min(middle, height - middle), width, height, radius);
    apart += std::max(0.0, std::abs(rows[y].left - in) - rough) +
             std::max(0.0, std::abs(width - in - rows[y].right) - rough);
    area += width - 2 * in;
  }
  return area > 0 ? apart / area : 1;
}

/// Whether the rows are full from end to end once the letters' holes are filled.
bool is_full(const Image& mask, const std::vector<RowEnds>& rows) {
  double between = 0;
  for (const RowEnds& row : rows) between += row.right - row.left;
  const Image holes(pixHolesByFilling(mask.get(), 4));
  l_int32 ink = 0;
  l_int32 hollow = 0;
  if (!holes || pixCountPixels(mask.get(), &ink, nullptr) != 0 ||
      pixCountPixels(holes.get(), &hollow, nullptr) != 0)
    return false;
  return ink + hollow >= 0.93 * between;
}

}  // namespace

std::optional<ShapeKind> form_of(const Image& mask) {
  const std::vector<RowEnds> rows = ends_of_rows(mask);
  const double width = pixGetWidth(mask.get());
  const double shorter = std::min(width, static_cast<double>(rows.size()));
  struct Fit {
    double misfit;
    ShapeKind kind;
  };
  std::vector<Fit> fits = {{misfit(rows, width, inset_of_rounded, 0), ShapeKind::rectangle},
                           {misfit(rows, width, inset_of_ellipse, 0), ShapeKind::ellipse},
                           {misfit(rows, width, inset_of_diamond, 0), ShapeKind::diamond}};
  for (const double radius : kRadii)
    fits.push_back({misfit(rows, width, inset_of_rounded, radius * shorter), ShapeKind::rounded});
  const Fit best = *std::min_element(
      fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.misfit < b.misfit; });
  if (best.misfit > kMostMisfit || !is_full(mask, rows)) return std::nullopt;
  return best.kind;
}

}  // namespace diarium
