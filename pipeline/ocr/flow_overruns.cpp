#include "pipeline/ocr/flow_overruns.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/bounds.h"
#include "pipeline/ocr/galley.h"

namespace diarium {
namespace {

// Points.
constexpr double kSide = 1.6;  // of a diamond, with its pale rims
constexpr double kLine = 24;   // longer than the stroke of a letter
constexpr double kMargin = 8;
constexpr double kReach = 0.6;   // of the diamond's width, to each side
constexpr double kWithin = 0.1;  // of a word, that lies in the diamond's box

int pixels_of(double points, int resolution) {
  return std::max(1, static_cast<int>(std::lround(points * resolution / kPointsPerInch)));
}

/// Where its words may stand: to both sides as far as no other figure stands there.
Rect room_of(const Shape& diamond, const Drawing& drawing, const Image& grey) {
  const Rect& box = diamond.box;
  const double reach = kReach * box.width();
  Rect room{std::max(0.0, box.left - reach), std::max(0.0, box.top),
            std::min(box.right + reach, static_cast<double>(pixGetWidth(grey.get()))),
            std::min(box.bottom, static_cast<double>(pixGetHeight(grey.get())))};
  for (const Shape& other : drawing.shapes) {
    if (vertical_overlap(other.box, box) <= 0) continue;
    if (other.box.right <= box.left) room.left = std::max(room.left, other.box.right);
    if (other.box.left >= box.right) room.right = std::min(room.right, other.box.left);
  }
  return room;
}

class Cutting {
 public:
  Cutting(const Image& grey, const Rect& room) {
    Box box{};
    box.x = static_cast<int>(room.left);
    box.y = static_cast<int>(room.top);
    box.w = static_cast<int>(room.width());
    box.h = static_cast<int>(room.height());
    part_.reset(pixClipRectangle(grey.get(), &box, nullptr));
    left_ = box.x;
    top_ = box.y;
    if (part_) mask_.reset(pixCreate(pixGetWidth(part_.get()), pixGetHeight(part_.get()), 1));
  }

  void cover(Point from, Point to, int width) const {
    if (!mask_) return;
    pixRenderLine(mask_.get(), x_of(from), y_of(from), x_of(to), y_of(to), width, L_SET_PIXELS);
  }

  void cover(const Rect& box) const {
    if (!mask_) return;
    pixRasterop(mask_.get(), static_cast<int>(box.left) - left_, static_cast<int>(box.top) - top_,
                static_cast<int>(box.width()) + 1, static_cast<int>(box.height()) + 1, PIX_SET,
                nullptr, 0, 0);
  }

  /// Takes a straight line that is so wide out: what stands on both sides of it goes on through it.
  void take_out(Point from, Point to, int width) const {
    if (!part_) return;
    const double length = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
    const Point across{(from.y - to.y) / length, (to.x - from.x) / length};
    const double beyond = width / 2.0 + 1;
    constexpr double kStep = 0.5;
    for (double along = 0; along <= length; along += kStep) {
      const Point middle{from.x + along / length * (to.x - from.x),
                         from.y + along / length * (to.y - from.y)};
      const l_uint32 paler =
          std::max(grey_at({middle.x + beyond * across.x, middle.y + beyond * across.y}),
                   grey_at({middle.x - beyond * across.x, middle.y - beyond * across.y}));
      for (double off = -width / 2.0; off <= width / 2.0; off += kStep) {
        const Point p{middle.x + off * across.x, middle.y + off * across.y};
        pixSetPixel(part_.get(), x_of(p), y_of(p), paler);
      }
    }
  }

  /// What is not covered, within a white margin.
  [[nodiscard]] Image uncovered(int margin) const {
    if (!mask_) return nullptr;
    pixSetMasked(part_.get(), mask_.get(), 255);
    return Image(pixAddBorderGeneral(part_.get(), margin, margin, margin, margin, 255));
  }

 private:
  [[nodiscard]] l_uint32 grey_at(Point p) const {
    l_uint32 grey = 255;
    pixGetPixel(part_.get(), x_of(p), y_of(p), &grey);
    return grey;
  }
  [[nodiscard]] int x_of(Point p) const { return static_cast<int>(std::lround(p.x)) - left_; }
  [[nodiscard]] int y_of(Point p) const { return static_cast<int>(std::lround(p.y)) - top_; }

  Image part_;
  Image mask_;
  int left_ = 0;
  int top_ = 0;
};

void take_sides_out(const Shape& diamond, int width, const Cutting& cutting) {
  const Rect& box = diamond.box;
  const double in = width / 2.0;
  const Point centre = box.centre();
  const Point top{centre.x, box.top + in};
  const Point right{box.right - in, centre.y};
  const Point bottom{centre.x, box.bottom - in};
  const Point left{box.left + in, centre.y};
  for (const auto& [from, to] : {std::pair{top, right}, std::pair{right, bottom},
                                 std::pair{bottom, left}, std::pair{left, top}})
    cutting.take_out(from, to, width);
}

void cover_lines(const Drawing& drawing, int resolution, const Cutting& cutting) {
  const int width = pixels_of(kSide, resolution) + 2;
  const double line = pixels_of(kLine, resolution);
  for (const Stroke& stroke : drawing.strokes) {
    const Rect bounds = bounds_of(stroke.points);
    if (std::max(bounds.width(), bounds.height()) < line) continue;
    for (std::size_t i = 1; i < stroke.points.size(); ++i)
      cutting.cover(stroke.points[i - 1], stroke.points[i], width);
    for (const ArrowHead& head : drawing.heads) {
      const Rect wide{head.box.left - 2, head.box.top - 2, head.box.right + 2, head.box.bottom + 2};
      if (wide.contains(stroke.points.front()) || wide.contains(stroke.points.back()))
        cutting.cover(wide);
    }
  }
}

void paint_white(const Rect& box, const PreparedPage& page) {
  const auto left = static_cast<int>(box.left);
  const auto top = static_cast<int>(box.top);
  const int width = static_cast<int>(box.right) + 1 - left;
  const int height = static_cast<int>(box.bottom) + 1 - top;
  pixRasterop(page.grey.get(), left, top, width, height, PIX_SET, nullptr, 0, 0);
  pixRasterop(page.binary.get(), left, top, width, height, PIX_CLR, nullptr, 0, 0);
}

}  // namespace

std::vector<Word> read_overrunning(tesseract::TessBaseAPI& tesseract, const Image& grey,
                                   const Drawing& drawing, const Shape& diamond,
                                   const PreparedPage& page) {
  const Rect room = room_of(diamond, drawing, grey);
  const Cutting cutting(grey, room);
  take_sides_out(diamond, pixels_of(kSide, page.resolution), cutting);
  cover_lines(drawing, page.resolution, cutting);
  const int margin = pixels_of(kMargin, page.resolution);
  Image image = cutting.uncovered(margin);
  if (!image) return {};
  const Galley galley(std::move(image), Image(), Image(), page.resolution);
  tesseract.SetImage(galley.image().get());
  tesseract.SetSourceResolution(page.resolution);
  std::vector<Word> words;
  if (tesseract.Recognize(nullptr) == 0) {
    const Point corner{std::floor(room.left) - margin, std::floor(room.top) - margin};
    for (ReadWord& word : read_words(tesseract, galley, page.placement.of_part(corner))) {
      const Rect pixels = moved(word.pixels, corner);
      if (common_part(pixels, diamond.box).area() < kWithin * pixels.area()) continue;
      paint_white(pixels, page);
      words.push_back(std::move(word.word));
    }
  }
  tesseract.Clear();
  return words;
}

}  // namespace diarium
