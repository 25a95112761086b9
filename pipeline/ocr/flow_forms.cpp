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
constexpr double kSquare = 0.9;
constexpr double kMostSquareRadius = 0.3;

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

/// How far an end may lie from the form without harm, by the figure's shorter side.
double rough_ends(double shorter) {
  return std::min(kMostRough, kRough + kRoughShare * shorter);
}

double misfit(const std::vector<RowEnds>& rows, double width, Inset inset, double radius) {
  const double height = static_cast<double>(rows.size());
  const double rough = rough_ends(std::min(width, height));
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

struct Fit {
  double misfit;
  ShapeKind kind;
};

Fit best_fit(const std::vector<RowEnds>& rows, double width) {
  const double shorter = std::min(width, static_cast<double>(rows.size()));
  std::vector<Fit> fits = {{misfit(rows, width, inset_of_rounded, 0), ShapeKind::rectangle},
                           {misfit(rows, width, inset_of_ellipse, 0), ShapeKind::ellipse},
                           {misfit(rows, width, inset_of_diamond, 0), ShapeKind::diamond}};
  const bool square = shorter > kSquare * std::max(width, static_cast<double>(rows.size()));
  for (const double radius : kRadii) {
    if (square && radius > kMostSquareRadius) continue;  // that is a circle
    fits.push_back({misfit(rows, width, inset_of_rounded, radius * shorter), ShapeKind::rounded});
  }
  return *std::min_element(fits.begin(), fits.end(),
                           [](const Fit& a, const Fit& b) { return a.misfit < b.misfit; });
}

/// What is left of a diamond, of which each tip lies as far beyond the rows.
double misfit_of_blunt_diamond(const std::vector<RowEnds>& rows, double width, double beyond_x,
                               double beyond_y) {
  const double height = static_cast<double>(rows.size());
  const double rough = rough_ends(std::min(width, height));
  double apart = 0;
  double area = 0;
  for (std::size_t y = 0; y < rows.size(); ++y) {
    const double middle = static_cast<double>(y) + 0.5;
    const double whole = inset_of_diamond(std::min(middle, height - middle) + beyond_y,
                                          width + 2 * beyond_x, height + 2 * beyond_y, 0);
    const double in = std::max(0.0, whole - beyond_x);
    apart += std::max(0.0, std::abs(rows[y].left - in) - rough) +
             std::max(0.0, std::abs(width - in - rows[y].right) - rough);
    area += width - 2 * in;
  }
  return area > 0 ? apart / area : 1;
}

}  // namespace

std::optional<ShapeKind> form_of(const Image& mask) {
  const std::vector<RowEnds> rows = ends_of_rows(mask);
  const Fit best = best_fit(rows, pixGetWidth(mask.get()));
  if (best.misfit > kMostMisfit || !is_full(mask, rows)) return std::nullopt;
  return best.kind;
}

std::optional<OpenedForm> form_before_opening(const Image& mask, int brick) {
  const std::vector<RowEnds> rows = ends_of_rows(mask);
  const double width = pixGetWidth(mask.get());
  const Fit best = best_fit(rows, width);
  // A square stops where the diamond is as wide as it.
  const double aspect = width / static_cast<double>(rows.size());
  const OpenedForm diamond{ShapeKind::diamond, brick * aspect / 2, brick / aspect / 2};
  const double blunt = misfit_of_blunt_diamond(rows, width, diamond.beyond_x, diamond.beyond_y);
  if (std::min(best.misfit, blunt) > kMostMisfit || !is_full(mask, rows)) return std::nullopt;
  return blunt < best.misfit ? diamond : OpenedForm{best.kind};
}

}  // namespace diarium
