#include "pipeline/ocr/flow_overruns.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/bounds.h"
#include "pipeline/ocr/galley.h"

namespace diarium {
namespace {

constexpr double kSurely = 0.8;
constexpr double kBlank = 0.6;  // between two words, of their height
// Points.
constexpr double kSide = 1.6;  // of a diamond, with its pale rims
constexpr double kLine = 24;   // longer than the stroke of a letter
constexpr double kMargin = 8;
constexpr double kLineOfLabel = 10;
constexpr double kReach = 0.6;   // of the diamond's width, to each side
constexpr double kWithin = 0.1;  // of a word, that lies in the diamond's box

bool is_diamond(const Shape& figure) {
  return figure.kind == ShapeKind::diamond;
}

/// Where its words may stand: to both sides as far as no other figure stands there, and a line
/// above and below a box.
Rect room_of(const Shape& figure, const Drawing& drawing, const Image& grey, int resolution) {
  const Rect& box = figure.box;
  const double reach = kReach * box.width();
  const double line = is_diamond(figure) ? 0 : whole_pixels(kLineOfLabel, resolution);
  Rect room{std::max(0.0, box.left - reach), std::max(0.0, box.top - line),
            std::min(box.right + reach, static_cast<double>(pixGetWidth(grey.get()))),
            std::min(box.bottom + line, static_cast<double>(pixGetHeight(grey.get())))};
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

std::vector<Point> corners_of(const Shape& figure, double in) {
  const Rect& box = figure.box;
  const Point centre = box.centre();
  if (is_diamond(figure))
    return {{centre.x, box.top + in},
            {box.right - in, centre.y},
            {centre.x, box.bottom - in},
            {box.left + in, centre.y}};
  return {{box.left + in, box.top + in},
          {box.right - in, box.top + in},
          {box.right - in, box.bottom - in},
          {box.left + in, box.bottom - in}};
}

void take_sides_out(const Shape& figure, int width, const Cutting& cutting) {
  const std::vector<Point> corners = corners_of(figure, width / 2.0);
  for (std::size_t i = 0; i < corners.size(); ++i)
    cutting.take_out(corners[i], corners[(i + 1) % corners.size()], width);
}

void cover_lines(const Drawing& drawing, int resolution, const Cutting& cutting) {
  const int width = whole_pixels(kSide, resolution) + 2;
  const double line = whole_pixels(kLine, resolution);
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

double share_within(const Rect& box, const Shape& figure) {
  return common_part(box, figure.box).area() / std::max(1.0, box.area());
}

bool go_on_one_line(const Rect& a, const Rect& b) {
  return vertical_overlap(a, b) > 0.5 * std::min(a.height(), b.height()) &&
         horizontal_overlap(a, b) > -kBlank * std::max(a.height(), b.height());
}

/// Where the line of a word stands: its words close together. Whether all were read surely.
struct LineOfWords {
  Rect box;
  bool sure = true;
};

LineOfWords line_of(const ReadWord& word, const std::vector<ReadWord>& words) {
  LineOfWords line{word.pixels, word.word.confidence >= kSurely};
  for (bool grown = true; grown;) {
    grown = false;
    for (const ReadWord& other : words) {
      const Rect joined = united(line.box, other.pixels);
      if (joined == line.box || !go_on_one_line(line.box, other.pixels)) continue;
      line = {joined, line.sure && other.word.confidence >= kSurely};
      grown = true;
    }
  }
  return line;
}

/// A diamond is narrower than its words, the next line too; over the side of a box runs a line that
/// stands on both sides of it and was read surely.
bool runs_over(const ReadWord& word, const std::vector<ReadWord>& words, const Shape& figure) {
  if (is_diamond(figure)) return share_within(word.pixels, figure) >= kWithin;
  const LineOfWords line = line_of(word, words);
  const double within = share_within(line.box, figure);
  return line.sure && within >= kWithin && within <= 1 - kWithin;
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
                                   const Drawing& drawing, const Shape& figure,
                                   const PreparedPage& page) {
  const Rect room = room_of(figure, drawing, grey, page.resolution);
  const Cutting cutting(grey, room);
  take_sides_out(figure, whole_pixels(kSide, page.resolution), cutting);
  cover_lines(drawing, page.resolution, cutting);
  const int margin = whole_pixels(kMargin, page.resolution);
  Image image = cutting.uncovered(margin);
  if (!image) return {};
  const Galley galley(std::move(image), Image(), Image(), page.resolution);
  tesseract.SetImage(galley.image().get());
  tesseract.SetSourceResolution(page.resolution);
  std::vector<Word> words;
  if (tesseract.Recognize(nullptr) == 0) {
    const Point corner{std::floor(room.left) - margin, std::floor(room.top) - margin};
    std::vector<ReadWord> read = read_words(tesseract, galley, page.placement.of_part(corner));
    for (ReadWord& word : read) word.pixels = moved(word.pixels, corner);
    for (const ReadWord& word : read) {
      if (!runs_over(word, read, figure)) continue;
      paint_white(word.pixels, page);
      words.push_back(word.word);
    }
  }
  tesseract.Clear();
  return words;
}

}  // namespace diarium
