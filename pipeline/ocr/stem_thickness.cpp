#include "pipeline/ocr/stem_thickness.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace diarium {
namespace {

constexpr int kWhite = 255;
// A word has ink from this darkness on, of 255.
constexpr int kLeastDarkness = 40;
// A longer run of ink is a bar of a letter, not a stem.
constexpr double kStemOfSize = 0.3;
constexpr std::size_t kFewestCrossings = 8;

/// The part of a page that a word covers, whole pixels.
struct Part {
  const Image& grey;
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] const l_uint32* row(int y) const {
    return pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
  }
};

Part part_of(const Image& grey, const Rect& box) {
  const int width = pixGetWidth(grey.get());
  const int height = pixGetHeight(grey.get());
  const int left = std::clamp(static_cast<int>(box.left), 0, width);
  const int top = std::clamp(static_cast<int>(box.top), 0, height);
  return {grey, left, top, std::clamp(static_cast<int>(box.right), left, width),
          std::clamp(static_cast<int>(box.bottom), top, height)};
}

int darkest_of(const Part& word) {
  int light = kWhite;
  for (int y = word.top; y < word.bottom; ++y) {
    const l_uint32* row = word.row(y);
    for (int x = word.left; x < word.right; ++x)
      light = std::min(light, static_cast<int>(GET_DATA_BYTE(row, x)));
  }
  return kWhite - light;
}

/// Adds the widths of the strokes that a row crosses: the runs darker than `ink`.
void add_crossings(const Part& word, int y, double ink, double longest,
                   std::vector<double>& widths) {
  const l_uint32* row = word.row(y);
  double before = 0;
  double start = 0;
  for (int x = word.left; x <= word.right; ++x) {
    const double here = x < word.right ? kWhite - static_cast<int>(GET_DATA_BYTE(row, x)) : 0.0;
    if (here >= ink && before < ink) start = x - (here - ink) / (here - before);
    if (here < ink && before >= ink) {
      const double width = x - 1 + (before - ink) / (before - here) - start;
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
  const Part word = part_of(grey, box);
  const int darkest = darkest_of(word);
  if (darkest < kLeastDarkness) return 0;
  const double longest = std::max(2.0, kStemOfSize * size);
  std::vector<double> widths;
  for (int y = word.top; y < word.bottom; ++y)
    add_crossings(word, y, darkest / 2.0, longest, widths);
  return widths.size() < kFewestCrossings ? 0 : mean_of_middle_half(std::move(widths));
}

}  // namespace diarium
