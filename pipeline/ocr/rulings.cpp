#include "pipeline/ocr/rulings.h"

#include <algorithm>

#include "models/geometry.h"

namespace diarium {
namespace {

// Longer than any stroke of a letter in a heading, shorter than the narrowest column of a table.
constexpr double kLeastLength = 22;
// Letters of pale ink grow together, but no word is so long, and no three lines stand so close.
constexpr int kPalestLine = 225;  // paper is 255
constexpr double kLeastPaleLine = 180;
constexpr double kLeastUprightPaleLine = 40;
constexpr int kBesideBand = 2;  // pixels
// Thicker is a bar or a filled box, not a line.
constexpr double kMostThickness = 4;
// Pieces of one line that noise or a crossing letter parted.
constexpr double kMostGap = 6;
constexpr double kMostDrift = 1.2;

// A strike through a short word is shorter, but crosses several strokes of letters; the bar of an A
// or H has two.
constexpr double kLeastStrike = 9;
constexpr double kThickestStrike = 1.7;
constexpr double kRimOfStrike = 0.6;
constexpr double kGapBesideStrike = 1.5;
constexpr double kReachOfLetters = 3;  // above and below a strike
constexpr int kLeastCrossings = 3;
constexpr int kMostLean = 3;  // pixels that the leg of a v moves across the line
// A thicker line hides what crosses it.
constexpr double kMostCrossed = 1.2;

enum class Direction { level, upright };

bool is_empty(const Image& binary) {
  l_int32 empty = 1;
  pixZero(binary.get(), &empty);
  return empty != 0;
}

// Ink that runs on for the least length; a gap of two pixels is a scratch.
Image running_ink(const Image& binary, int length, Direction direction) {
  const bool level = direction == Direction::level;
  const Image whole(level ? pixCloseSafeBrick(nullptr, binary.get(), 3, 1)
                          : pixCloseSafeBrick(nullptr, binary.get(), 1, 3));
  if (!whole) return nullptr;
  return Image(level ? pixOpenCompBrick(nullptr, whole.get(), length, 1)
                     : pixOpenCompBrick(nullptr, whole.get(), 1, length));
}

std::vector<Rect> boxes_of(const Image& ink) {
  const BoxList components(pixConnCompBB(ink.get(), 8));
  std::vector<Rect> boxes;
  for (int i = 0; components && i < boxaGetCount(components.get()); ++i) {
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    boxaGetBoxGeometry(components.get(), i, &x, &y, &width, &height);
    boxes.push_back({static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                     static_cast<double>(y + height)});
  }
  return boxes;
}

double length_of(const Rect& box, Direction direction) {
  return direction == Direction::level ? box.width() : box.height();
}

double thickness_of(const Rect& box, Direction direction) {
  return direction == Direction::level ? box.height() : box.width();
}

bool is_one_line(const Rect& a, const Rect& b, Direction direction, int resolution) {
  const bool level = direction == Direction::level;
  const double along = level ? horizontal_overlap(a, b) : vertical_overlap(a, b);
  const double across = level ? vertical_overlap(a, b) : horizontal_overlap(a, b);
  return along > -whole_pixels(kMostGap, resolution) &&
         across > -whole_pixels(kMostDrift, resolution);
}

// Pieces come by their top edge; a line that drifts by a pixel comes in several.
std::vector<Rect> joined(std::vector<Rect> pieces, Direction direction, int resolution) {
  std::sort(pieces.begin(), pieces.end(), [&](const Rect& a, const Rect& b) {
    return direction == Direction::level ? a.left < b.left : a.top < b.top;
  });
  std::vector<Rect> lines;
  for (const Rect& piece : pieces) {
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Rect& known) {
      return is_one_line(known, piece, direction, resolution) &&
             thickness_of(united(known, piece), direction) <=
                 whole_pixels(kMostThickness, resolution);
    });
    if (line == lines.end()) {
      lines.push_back(piece);
    } else {
      *line = united(*line, piece);
    }
  }
  return lines;
}

// Without bars and filled boxes, which the mask then must not touch either.
Image thin_ink(Image ink, int most_thickness, Direction direction) {
  const bool level = direction == Direction::level;
  const int beyond = most_thickness + 1;
  const Image thick(level ? pixErodeBrick(nullptr, ink.get(), 1, beyond)
                          : pixErodeBrick(nullptr, ink.get(), beyond, 1));
  if (!thick || is_empty(thick)) return ink;
  const Image bars(pixSeedfillBinary(nullptr, thick.get(), ink.get(), 8));
  if (bars) pixSubtract(ink.get(), ink.get(), bars.get());
  return ink;
}

// The rows, or columns, of the page that ink of the length may run in, each piece of it in one
// band; most of a page lies in none. `half` is the page at half its size, nothing thin lost.
std::vector<Box> bands_of_running_ink(const Image& half, int length, Direction direction) {
  const Image ink = running_ink(half, length / 2 - 1, direction);
  if (!ink) return {};
  const bool level = direction == Direction::level;
  std::vector<std::pair<int, int>> ends;
  for (const Rect& box : boxes_of(ink)) {
    ends.emplace_back(static_cast<int>(level ? box.top : box.left),
                      static_cast<int>(level ? box.bottom : box.right));
  }
  std::sort(ends.begin(), ends.end());
  std::vector<Box> bands;
  const auto end_of = [level](const Box& band) {
    return level ? band.y + band.h : band.x + band.w;
  };
  for (const auto& [begin, end] : ends) {
    const int first = std::max(0, 2 * begin - kBesideBand);
    const int last = 2 * end + kBesideBand;
    const bool goes_on = !bands.empty() && first <= end_of(bands.back());
    if (!goes_on)
      bands.push_back(level ? Box{.x = 0, .y = first, .w = 2 * pixGetWidth(half.get()) + 1}
                            : Box{.x = first, .y = 0, .h = 2 * pixGetHeight(half.get()) + 1});
    Box& band = bands.back();
    (level ? band.h : band.w) = std::max(end_of(band), last) - (level ? band.y : band.x);
  }
  return bands;
}

void add_lines(const Image& binary, int resolution, Direction direction, DrawnLines& found) {
  const int length = whole_pixels(kLeastLength, resolution);
  Image ink = running_ink(binary, length, direction);
  if (!ink) return;
  ink = thin_ink(std::move(ink), whole_pixels(kMostThickness, resolution), direction);
  const std::vector<Rect> lines = joined(boxes_of(ink), direction, resolution);
  for (const Rect& line : lines) {
    if (length_of(line, direction) >= length) found.boxes.push_back(line);
  }
  if (lines.empty()) return;
  if (found.mask) {
    pixOr(found.mask.get(), found.mask.get(), ink.get());
  } else {
    found.mask = std::move(ink);
  }
}

// Where ink goes on above and below a line a letter crosses it: the tail of an underlined g, the
// stem of a struck l.
Image strokes_across(const Image& binary, const Image& lines, int resolution) {
  const Image letters(pixSubtract(nullptr, binary.get(), lines.get()));
  if (!letters) return nullptr;
  const int bridge = whole_pixels(kMostCrossed, resolution) + 3;
  Image across(pixCloseSafeBrick(nullptr, letters.get(), 1, bridge));
  if (across) pixAnd(across.get(), across.get(), lines.get());
  return across;
}

bool is_inked(const Image& image, int x, int y) {
  if (x < 0 || y < 0 || x >= pixGetWidth(image.get()) || y >= pixGetHeight(image.get()))
    return false;
  return GET_DATA_BIT(pixGetData(image.get()) + y * pixGetWpl(image.get()), x) != 0;
}

bool is_blank(const Image& binary, Box area) {
  const Image part(pixClipRectangle(binary.get(), &area, nullptr));
  return !part || is_empty(part);
}

// A strike covers its word, so that white follows at both ends, beside the whole height of its
// letters; the serifs and bars of "form" or "sätt" grow together too, but within the word, and the
// arm of a bold 4 reaches out beyond the tops of "490".
bool has_free_ends(const Image& binary, const Rect& line, int resolution) {
  const int rim = whole_pixels(kRimOfStrike, resolution);
  const int gap = whole_pixels(kGapBesideStrike, resolution);
  Box strip{};
  const int reach = whole_pixels(kReachOfLetters, resolution);
  strip.y = static_cast<int>(line.top) - reach;
  strip.w = gap;
  strip.h = static_cast<int>(line.height()) + 2 * reach;
  strip.x = static_cast<int>(line.left) - rim - gap;
  if (!is_blank(binary, strip)) return false;
  strip.x = static_cast<int>(line.right) + rim;
  return is_blank(binary, strip);
}

// Strokes that go on above and below a level line.
int crossings(const Image& binary, const Rect& line, int resolution) {
  // Beyond the rim of the line itself and its drift, and the thickness of a serif.
  const int away = whole_pixels(kRimOfStrike, resolution) + 1;
  const int above = static_cast<int>(line.top) - away;
  const int below = static_cast<int>(line.bottom) + away - 1;
  int count = 0;
  bool on_stroke = false;
  for (int x = static_cast<int>(line.left); x < static_cast<int>(line.right); ++x) {
    bool stroke = false;
    for (int lean = -kMostLean; lean <= kMostLean; ++lean)
      stroke = stroke || (is_inked(binary, x, above) && is_inked(binary, x + lean, below));
    if (stroke && !on_stroke) ++count;
    on_stroke = stroke;
  }
  return count;
}

void add_short_strikes(const Image& binary, int resolution, DrawnLines& found) {
  const Image ink = running_ink(binary, whole_pixels(kLeastStrike, resolution), Direction::level);
  if (!ink) return;
  for (const Rect& line : boxes_of(ink)) {
    const bool is_short = line.width() < whole_pixels(kLeastLength, resolution);
    const bool thin = line.height() <= whole_pixels(kThickestStrike, resolution);
    if (!is_short || !thin || !has_free_ends(binary, line, resolution)) continue;
    if (crossings(binary, line, resolution) < kLeastCrossings) continue;
    found.boxes.push_back(line);
    if (!found.mask) found.mask.reset(pixCreateTemplate(binary.get()));
    pixRasterop(found.mask.get(), static_cast<int>(line.left), static_cast<int>(line.top),
                static_cast<int>(line.width()), static_cast<int>(line.height()), PIX_SRC, ink.get(),
                static_cast<int>(line.left), static_cast<int>(line.top));
  }
}

}  // namespace

Image with_pale_lines(const Image& binary, const Image& grey, int resolution) {
  Image all(pixCopy(nullptr, binary.get()));
  const Image strokes(pixThresholdToBinary(grey.get(), kPalestLine));
  if (!all || !strokes) return all;
  const Image half(pixReduceRankBinary2(strokes.get(), 1, nullptr));
  if (!half) return all;
  const int most_thickness = whole_pixels(kMostThickness, resolution);
  for (const Direction direction : {Direction::level, Direction::upright}) {
    const int length = whole_pixels(
        direction == Direction::level ? kLeastPaleLine : kLeastUprightPaleLine, resolution);
    for (Box band : bands_of_running_ink(half, length, direction)) {
      const Image part(pixClipRectangle(strokes.get(), &band, nullptr));
      Image lines = part ? running_ink(part, length, direction) : nullptr;
      if (!lines) continue;
      lines = thin_ink(std::move(lines), most_thickness, direction);
      pixRasterop(all.get(), band.x, band.y, band.w, band.h, PIX_PAINT, lines.get(), 0, 0);
    }
  }
  return all;
}

DrawnLines find_drawn_lines(const Image& binary, int resolution, ShortStrikes strikes) {
  DrawnLines found;
  add_lines(binary, resolution, Direction::level, found);
  add_lines(binary, resolution, Direction::upright, found);
  if (strikes == ShortStrikes::found) add_short_strikes(binary, resolution, found);
  return found;
}

void erase(const DrawnLines& lines, const Image& binary, int resolution, const Image& grey) {
  if (!lines.mask) return;
  // The rim of a line is paler than its core and lies outside the mask.
  const Image wide(pixDilateBrick(nullptr, lines.mask.get(), 3, 3));
  if (!wide) return;
  const Image crossing = strokes_across(binary, wide, resolution);
  if (crossing) pixSubtract(wide.get(), wide.get(), crossing.get());
  pixSetMasked(grey.get(), wide.get(), 255);
}

}  // namespace diarium
