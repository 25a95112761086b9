#include "pipeline/read/paints.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace diarium {
namespace {

constexpr std::size_t kMostPaints = 20'000;
constexpr std::size_t kMostChecks = 20'000'000;  // of a letter against a paint
constexpr double kThinnest = 3.0;                // points; a thinner box strikes or underlines
constexpr double kCornerSlack = 0.5;             // points
constexpr double kRow = 8.0;                     // points
constexpr double kMiddle = 0.3;  // of the size: the middle of a letter above its foot
constexpr float kSameColour = 0.1F;
constexpr double kDark = 0.4;  // brightness

Rect box_of(const Outline& outline) {
  const auto [left, right] =
      std::minmax_element(outline.points.begin(), outline.points.end(),
                          [](const Point& a, const Point& b) { return a.x < b.x; });
  const auto [top, bottom] =
      std::minmax_element(outline.points.begin(), outline.points.end(),
                          [](const Point& a, const Point& b) { return a.y < b.y; });
  return {left->x, top->y, right->x, bottom->y};
}

bool is_upright_box(const Outline& outline, const Rect& box) {
  if (outline.curved || outline.points.size() < 4 || outline.points.size() > 5) return false;
  const auto near = [](double a, double b) { return std::abs(a - b) < kCornerSlack; };
  return std::all_of(outline.points.begin(), outline.points.end(), [&](const Point& point) {
    return (near(point.x, box.left) || near(point.x, box.right)) &&
           (near(point.y, box.top) || near(point.y, box.bottom));
  });
}

double brightness(const Colour& colour) {
  return 0.3 * colour.red + 0.59 * colour.green + 0.11 * colour.blue;
}

bool alike(const Colour& a, const Colour& b) {
  return std::abs(a.red - b.red) < kSameColour && std::abs(a.green - b.green) < kSameColour &&
         std::abs(a.blue - b.blue) < kSameColour;
}

Point middle_of(const Glyph& glyph) {
  const Point& way = glyph.direction;
  return {glyph.origin.x + glyph.width / 2 * way.x + kMiddle * glyph.size * way.y,
          glyph.origin.y + glyph.width / 2 * way.y - kMiddle * glyph.size * way.x};
}

// The letters of a page by the height of their middles.
class LetterRows {
 public:
  explicit LetterRows(const std::vector<Glyph>& glyphs) {
    middles_.reserve(glyphs.size());
    for (const Glyph& glyph : glyphs) middles_.push_back(middle_of(glyph));
    double foot = 0;
    for (const Point& middle : middles_) foot = std::max(foot, std::min(middle.y, kLowest));
    rows_.resize(row_at(foot) + 1);
    for (std::size_t i = 0; i < middles_.size(); ++i)
      rows_[row_at(middles_[i].y)].push_back(static_cast<std::uint32_t>(i));
  }

  // Calls `see` with each letter whose middle lies in the box, until the checks are used up.
  template <typename See>
  void letters_in(const Rect& box, See see) {
    for (std::size_t row = row_at(box.top); row <= row_at(box.bottom) && row < rows_.size();
         ++row) {
      if (checks_ > kMostChecks) return;
      checks_ += rows_[row].size();
      for (const std::uint32_t i : rows_[row]) {
        if (box.contains(middles_[i])) see(i);
      }
    }
  }

 private:
  static constexpr double kLowest = 20'000;  // points

  static std::size_t row_at(double y) {
    return y > 0 ? static_cast<std::size_t>(std::min(y, kLowest) / kRow) : 0;  // no number: 0
  }

  std::vector<Point> middles_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::size_t checks_ = 0;
};

struct Surroundings {
  const Paint* ground = nullptr;  // the last that was painted before the letter
  const Paint* cover = nullptr;   // the last that was painted after it
};

Ink ink_of(const Glyph& glyph, const Surroundings& around) {
  if (glyph.ink == Ink::none) return Ink::none;
  if (around.cover != nullptr) {
    const bool dark =
        around.cover->kind == Paint::Kind::box && brightness(around.cover->colour) < kDark;
    return dark ? Ink::blackened : Ink::covered;
  }
  if (around.ground != nullptr && around.ground->kind != Paint::Kind::box) return glyph.ink;
  const Colour ground = around.ground != nullptr ? around.ground->colour : Colour{1, 1, 1};
  if (!alike(glyph.colour, ground)) return glyph.ink;
  return brightness(ground) < kDark ? Ink::blackened : Ink::covered;
}

bool is_pale(const Glyph& glyph) {
  return alike(glyph.colour, {1, 1, 1});
}

}  // namespace

bool Paints::full() const {
  return all.size() >= kMostPaints;
}

void Paints::fill(const std::vector<Outline>& path, const Colour& colour, const Rect& clip,
                  Paint::Kind kind, std::size_t letters_before) {
  Rect last;
  for (const Outline& outline : path) {
    if (outline.points.size() < 3 || full()) continue;
    const Rect box = box_of(outline);
    const Rect seen = common_part(box, clip);
    if (std::min(seen.width(), seen.height()) <= kThinnest) continue;
    // A box within a box may be a hole in it.
    const bool apart = common_part(std::exchange(last, box), box).empty();
    if (!apart && !all.empty()) all.back().kind = Paint::Kind::shape;
    all.push_back({.box = seen,
                   .colour = colour,
                   .kind = apart && is_upright_box(outline, box) ? kind : Paint::Kind::shape,
                   .letters_before = letters_before});
  }
}

void Paints::stroke(const std::vector<Outline>& path, double width, const Colour& colour,
                    const Rect& clip, Paint::Kind kind, std::size_t letters_before) {
  if (width <= kThinnest) return;
  for (const Outline& line : path) {
    if (line.points.size() != 2 || line.curved) continue;
    Rect bar = box_of(line);
    const bool across = bar.height() < kCornerSlack;
    if (!across && bar.width() >= kCornerSlack) continue;
    (across ? bar.top : bar.left) -= width / 2;
    (across ? bar.bottom : bar.right) += width / 2;
    fill({{.points = {{bar.left, bar.top},
                      {bar.right, bar.top},
                      {bar.right, bar.bottom},
                      {bar.left, bar.bottom}}}},
         colour, clip, kind, letters_before);
  }
}

void Paints::picture(const Rect& box, Paint::Kind kind, std::size_t letters_before) {
  if (!full() && !box.empty())
    all.push_back({.box = box, .colour = {}, .kind = kind, .letters_before = letters_before});
}

std::vector<Glyph> with_ink_judged(std::vector<Glyph> glyphs, const std::vector<Paint>& paints) {
  const bool any_pale = std::any_of(glyphs.begin(), glyphs.end(), is_pale);
  if (glyphs.empty() || (paints.empty() && !any_pale)) return glyphs;
  LetterRows rows(glyphs);
  std::vector<Surroundings> around(glyphs.size());
  for (const Paint& paint : paints) {
    rows.letters_in(paint.box, [&](std::size_t letter) {
      if (letter >= paint.letters_before) {
        around[letter].ground = &paint;
      } else if (paint.kind != Paint::Kind::shape) {
        around[letter].cover = &paint;
      }
    });
  }
  for (std::size_t i = 0; i < glyphs.size(); ++i) glyphs[i].ink = ink_of(glyphs[i], around[i]);
  return glyphs;
}

}  // namespace diarium
