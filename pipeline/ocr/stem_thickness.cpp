#include "pipeline/ocr/stem_thickness.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace diarium {
namespace {

constexpr double kWhite = 255;
constexpr double kInk = 110;  // darkness, of 255
// A longer run of ink is a bar of a letter, not a stem.
constexpr double kStemOfSize = 0.3;
constexpr std::size_t kFewestCrossings = 8;

/// Adds the widths of the strokes that a row crosses between two columns.
void add_crossings(const l_uint32* row, int left, int right, double longest,
                   std::vector<double>& widths) {
  double before = 0;
  double start = 0;
  for (int x = left; x <= right; ++x) {
    const double here = x < right ? kWhite - GET_DATA_BYTE(row, x) : 0.0;
    if (here >= kInk && before < kInk) start = x - (here - kInk) / (here - before);
    if (here < kInk && before >= kInk) {
      const double width = x - 1 + (before - kInk) / (before - here) - start;
      if (width <= longest) widths.push_back(width);
    }
    before = here;
  }
}

double mean_of_middle_half(std::vector<double> values) {
  const auto quarter = static_cast<std::ptrdiff_t>(values.size() / 4);
  const auto begin = values.begin() + quarter;
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 3 / 4);
  std::nth_element(values.begin(), begin, values.end());
  std::nth_element(begin, end, values.end());
  return std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
}

}  // namespace

double stem_thickness(const Image& grey, const Rect& box, double size) {
  const int width = pixGetWidth(grey.get());
  const int height = pixGetHeight(grey.get());
  const int left = std::clamp(static_cast<int>(box.left), 0, width);
  const int right = std::clamp(static_cast<int>(box.right), left, width);
  const int bottom = std::clamp(static_cast<int>(box.bottom), 0, height);
  const double longest = std::max(2.0, kStemOfSize * size);
  std::vector<double> widths;
  for (int y = std::max(0, static_cast<int>(box.top)); y < bottom; ++y) {
    const l_uint32* row =
        pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    add_crossings(row, left, right, longest, widths);
  }
  return widths.size() < kFewestCrossings ? 0 : mean_of_middle_half(std::move(widths));
}

}  // namespace diarium
