#include "pipeline/layout/upright.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace diarium::layout {
namespace {

constexpr double kUsualSize = 10;       // points; of a page without words
constexpr double kStraightSkew = 0.05;  // degrees; less moves a line's end by under half a point

/// Moves boxes up by what the lean has moved their middle down.
class Shear {
 public:
  explicit Shear(double skew)
      : slope_(std::abs(skew) < kStraightSkew ? 0.0 : std::tan(skew * std::numbers::pi / 180.0)) {}

  [[nodiscard]] double slope() const { return slope_; }
  [[nodiscard]] double lift(const Rect& box) const { return slope_ * box.centre().x; }
  [[nodiscard]] Rect straight(const Rect& box) const {
    return {box.left, box.top - lift(box), box.right, box.bottom - lift(box)};
  }
  /// A leaning line is boxed with its rise; only its thickness is kept.
  [[nodiscard]] Rect straight_line(const Rect& box) const {
    Rect line = straight(box);
    const bool flat = box.width() >= box.height();
    const double rise = std::abs(slope_) * (flat ? box.width() : box.height());
    const double excess = std::min(rise, (flat ? line.height() : line.width()) * 0.9) / 2;
    if (flat) {
      line.top += excess;
      line.bottom -= excess;
    } else {
      line.left += excess;
      line.right -= excess;
    }
    return line;
  }

 private:
  double slope_;
};

double middle_size(const std::vector<Token>& tokens, std::span<const Word> words) {
  std::vector<std::pair<double, std::size_t>> sizes;
  std::size_t letters = 0;
  sizes.reserve(tokens.size());
  for (const Token& token : tokens) {
    sizes.emplace_back(token.size, words[token.word].text.size());
    letters += words[token.word].text.size();
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t seen = 0;
  for (const auto& [size, count] : sizes) {
    seen += count;
    if (2 * seen >= letters) return size;
  }
  return kUsualSize;
}

}  // namespace

Upright upright_of(const Sheet& sheet) {
  const Shear shear(sheet.skew);
  Upright page{
      .words = sheet.words, .width = sheet.width, .height = sheet.height, .slope = shear.slope()};
  page.tokens.reserve(sheet.words.size());
  for (std::size_t i = 0; i < sheet.words.size(); ++i) {
    const Word& word = sheet.words[i];
    const double size = word.size > 0 ? word.size : std::max(1.0, word.box.height());
    page.tokens.push_back({.word = i,
                           .box = shear.straight(word.box),
                           .baseline = word.baseline - shear.lift(word.box),
                           .size = size});
  }
  for (const Ruling& ruling : sheet.rulings) {
    const bool flat = ruling.box.width() >= ruling.box.height();
    (flat ? page.across : page.down).push_back(shear.straight_line(ruling.box));
  }
  for (Area area : sheet.areas) {
    area.box = shear.straight(area.box);
    page.areas.push_back(area);
  }
  for (const Picture& picture : sheet.pictures)
    page.pictures.push_back(shear.straight(picture.box));
  page.body_size = middle_size(page.tokens, page.words);
  return page;
}

Rect printed(const Upright& page, const Rect& box) {
  const double drop = page.slope * box.centre().x;
  return {box.left, box.top + drop, box.right, box.bottom + drop};
}

bool joined(const Upright& page, const Token& token) {
  return page.words[token.word].joined;
}

}  // namespace diarium::layout
