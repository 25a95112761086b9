#include "pipeline/ocr/flow_tips.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace diarium {
namespace {

// Points.
constexpr double kLeastTip = 2.5;
constexpr double kLeastHeight = 16;
// Pixels that a side may lie off its straight line.
constexpr double kOffLine = 2;
constexpr int kFirstRows = 8;
// Half a width for each pixel of height.
constexpr double kSteepest = 0.35;
constexpr double kFlattest = 3;
constexpr double kUnequal = 1.25;    // slopes of one figure
constexpr double kOffCentre = 0.05;  // of the height, of one tip beside the other
constexpr double kInked = 0.85;      // of the sides
constexpr int kSamples = 40;         // of a side
constexpr int kMostRooms = 600;

bool has_ink(const Image& mask, int x, int y) {
  l_uint32 value = 0;
  return pixGetPixel(mask.get(), x, y, &value) == 0 && value != 0;
}

/// Where two sides meet, and how much each goes aside for a pixel of height.
struct Tip {
  Point place;
  double slope = 0;
};

/// A straight line through points whose heights are 0, 1, 2...
class Side {
 public:
  void add(double x) {
    const double y = count_;
    sum_x_ += x;
    sum_y_ += y;
    sum_xy_ += x * y;
    sum_yy_ += y * y;
    ++count_;
  }
  [[nodiscard]] double slope() const {
    const double spread = count_ * sum_yy_ - sum_y_ * sum_y_;
    return spread > 0 ? (count_ * sum_xy_ - sum_x_ * sum_y_) / spread : 0;
  }
  [[nodiscard]] double at(double y) const {
    return (sum_x_ - slope() * sum_y_) / count_ + slope() * y;
  }

 private:
  double count_ = 0;
  double sum_x_ = 0;
  double sum_y_ = 0;
  double sum_xy_ = 0;
  double sum_yy_ = 0;
};

/// The tip of a room (1 bit) at its top, as far as both sides run straight; with the room's own
/// pixels.
std::optional<Tip> tip_of(const Image& room, int least_rows) {
  const int width = pixGetWidth(room.get());
  const int height = pixGetHeight(room.get());
  Side left;
  Side right;
  int rows = 0;
  for (; rows < height; ++rows) {
    int first = 0;
    while (first < width && !has_ink(room, first, rows)) ++first;
    int last = width;
    while (last > first && !has_ink(room, last - 1, rows)) --last;
    const bool straight = rows < kFirstRows || (std::abs(left.at(rows) - first) <= kOffLine &&
                                                std::abs(right.at(rows) - last) <= kOffLine);
    if (last == first || !straight) break;
    left.add(first);
    right.add(last);
  }
  if (rows < least_rows) return std::nullopt;
  const double leftward = -left.slope();
  const double rightward = right.slope();
  const double steeper = std::min(leftward, rightward);
  if (steeper < kSteepest || std::max(leftward, rightward) > kFlattest ||
      std::max(leftward, rightward) > kUnequal * steeper)
    return std::nullopt;
  const double above = (right.at(0) - left.at(0)) / (leftward + rightward);
  return Tip{{left.at(-above), -above}, (leftward + rightward) / 2};
}

struct Tips {
  std::vector<Tip> upper;
  std::vector<Tip> lower;
};

Tips tips_in(const Image& rooms, int resolution) {
  Tips tips;
  Pixa* found = nullptr;
  const BoxList boxes(pixConnComp(rooms.get(), &found, 4));
  const ImageList pieces(found);
  const int count = boxes ? boxaGetCount(boxes.get()) : 0;
  const int least = std::max(kFirstRows, whole_pixels(kLeastTip, resolution));
  int looked_at = 0;
  for (int i = 0; i < count && looked_at < kMostRooms; ++i) {
    Box box{};
    boxaGetBoxGeometry(boxes.get(), i, &box.x, &box.y, &box.w, &box.h);
    const bool at_edge = box.x <= 0 || box.y <= 0 ||
                         box.x + box.w >= static_cast<int>(pixGetWidth(rooms.get())) ||
                         box.y + box.h >= static_cast<int>(pixGetHeight(rooms.get()));
    if (at_edge || box.h < least || box.w < least) continue;
    ++looked_at;
    const Image room(pixaGetPix(pieces.get(), i, L_CLONE));
    const Image turned(room ? pixFlipTB(nullptr, room.get()) : nullptr);
    if (!turned) continue;
    if (auto tip = tip_of(room, least)) {
      tip->place = {box.x + tip->place.x, box.y + tip->place.y};
      tips.upper.push_back(*tip);
    }
    if (auto tip = tip_of(turned, least)) {
      tip->place = {box.x + tip->place.x, box.y + box.h - tip->place.y};
      tips.lower.push_back(*tip);
    }
  }
  return tips;
}

/// The share of a figure's sides that is drawn.
double inked_share(const Image& ink, const Rect& box) {
  const Point centre = box.centre();
  int drawn = 0;
  for (int side = 0; side < 4; ++side) {
    for (int i = 0; i < kSamples; ++i) {
      const double share = (i + 0.5) / kSamples;
      const double x = centre.x + (side % 2 == 0 ? 1 : -1) * share * box.width() / 2;
      const double y = centre.y + (side < 2 ? 1 : -1) * (1 - share) * box.height() / 2;
      bool inked = false;
      for (int off = -3; off <= 3 && !inked; ++off)
        inked = has_ink(ink, static_cast<int>(x), static_cast<int>(y) + off);
      if (inked) ++drawn;
    }
  }
  return static_cast<double>(drawn) / (4 * kSamples);
}

std::optional<Rect> diamond_between(const Tip& upper, const Tip& lower, double least_height) {
  const double height = lower.place.y - upper.place.y;
  const double slope = (upper.slope + lower.slope) / 2;
  const bool alike =
      std::max(upper.slope, lower.slope) <= kUnequal * std::min(upper.slope, lower.slope);
  if (height < least_height || !alike ||
      std::abs(lower.place.x - upper.place.x) > kOffCentre * height)
    return std::nullopt;
  const double middle = (upper.place.x + lower.place.x) / 2;
  const double half = slope * height / 2;
  return Rect{middle - half, upper.place.y, middle + half, lower.place.y};
}

}  // namespace

std::vector<Shape> diamonds_by_tips(const Image& ink, int resolution) {
  const Image rooms(pixInvert(nullptr, ink.get()));
  if (!rooms) return {};
  const Tips tips = tips_in(rooms, resolution);
  const double least = whole_pixels(kLeastHeight, resolution);
  std::vector<Shape> diamonds;
  for (const Tip& upper : tips.upper) {
    for (const Tip& lower : tips.lower) {
      const std::optional<Rect> box = diamond_between(upper, lower, least);
      if (box && inked_share(ink, *box) >= kInked) diamonds.push_back({*box, ShapeKind::diamond});
    }
  }
  return diamonds;
}

}  // namespace diarium
