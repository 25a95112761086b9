#include "pipeline/ocr/galley.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/bounds.h"

namespace diarium {
namespace {

// Points. Smaller is no box for text.
constexpr double kLeastWidth = 20;
constexpr double kLeastHeight = 8;
// A frame around the page is the page.
constexpr double kMostShareOfPage = 0.4;
// Lines end a little short of the corner where they meet.
constexpr double kCorner = 1.5;
// White kept between what is put below each other.
constexpr double kMargin = 6;
// Tesseract counts pixels in 16 bits.
constexpr int kMostHeight = 30'000;
// Less ink in a row of pixels is dirt.
constexpr int kInkOfTextRow = 2;

struct Cell {
  Box geometry{};
  int lines_of_text = 0;
};

// Runs of rows that hold ink.
int lines_of_text(const Image& binary, const Image& lines, Box cell) {
  const Image inside(pixClipRectangle(binary.get(), &cell, nullptr));
  const Image drawn(pixClipRectangle(lines.get(), &cell, nullptr));
  if (!inside || !drawn) return 0;
  const Image ruled(pixDilateBrick(nullptr, drawn.get(), 5, 5));
  pixSubtract(inside.get(), inside.get(), ruled.get());
  const NumberList rows(pixCountPixelsByRow(inside.get(), nullptr));
  int runs = 0;
  bool in_run = false;
  for (int y = 0; rows && y < numaGetCount(rows.get()); ++y) {
    int ink = 0;
    numaGetIValue(rows.get(), y, &ink);
    const bool inked = ink > kInkOfTextRow;
    if (inked && !in_run) ++runs;
    in_run = inked;
  }
  return runs;
}

bool touches_edge(const Box& box, const Image& page) {
  return box.x <= 0 || box.y <= 0 || box.x + box.w >= pixGetWidth(page.get()) ||
         box.y + box.h >= pixGetHeight(page.get());
}

// What drawn lines enclose, the smallest first.
std::vector<Cell> closed_cells(const Image& binary, const Image& lines, int resolution) {
  const int corner = 2 * whole_pixels(kCorner, resolution) + 1;
  const Image thick(pixDilateBrick(nullptr, lines.get(), corner, corner));
  // Often a mere strip of the page.
  Pix* clipped = nullptr;
  Box* found = nullptr;
  if (!thick || pixClipToForeground(thick.get(), &clipped, &found) != 0 || !clipped) return {};
  const Image walls(clipped);
  const std::unique_ptr<Box, Release> strip(found);
  pixInvert(walls.get(), walls.get());
  const BoxList rooms(pixConnCompBB(walls.get(), 4));
  const double most = kMostShareOfPage * pixGetWidth(lines.get()) * pixGetHeight(lines.get());
  std::vector<Cell> cells;
  for (int i = 0; rooms && i < boxaGetCount(rooms.get()); ++i) {
    Box box{};
    boxaGetBoxGeometry(rooms.get(), i, &box.x, &box.y, &box.w, &box.h);
    if (touches_edge(box, walls) || static_cast<double>(box.w) * box.h > most) continue;
    if (box.w < whole_pixels(kLeastWidth, resolution)) continue;
    if (box.h < whole_pixels(kLeastHeight, resolution)) continue;
    box.x += strip->x;
    box.y += strip->y;
    cells.push_back({box, lines_of_text(binary, lines, box)});
  }
  std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
    return static_cast<double>(a.geometry.w) * a.geometry.h <
           static_cast<double>(b.geometry.w) * b.geometry.h;
  });
  return cells;
}

bool side_by_side(const Cell& a, const Cell& b) {
  const Box& one = a.geometry;
  const Box& other = b.geometry;
  const bool level = one.y < other.y + other.h && other.y < one.y + one.h;
  const bool apart = one.x + one.w <= other.x || other.x + other.w <= one.x;
  return level && apart;
}

// Only boxes with several lines and their neighbours: a table row of single lines reads well as it
// is.
std::vector<Box> boxes_to_cut(const std::vector<Cell>& cells) {
  std::vector<Box> chosen;
  for (const Cell& cell : cells) {
    if (cell.lines_of_text == 0) continue;
    const bool beside_text = std::any_of(cells.begin(), cells.end(), [&](const Cell& other) {
      return other.lines_of_text > 0 && side_by_side(cell, other) &&
             cell.lines_of_text + other.lines_of_text > 2;
    });
    if (beside_text) chosen.push_back(cell.geometry);
  }
  return chosen;
}

}  // namespace

Galley::Galley(Image grey, const Image& binary, const Image& lines, int resolution)
    : image_(std::move(grey)) {
  if (!lines) return;
  const int margin = whole_pixels(kMargin, resolution);
  int top = pixGetHeight(image_.get()) + margin;
  std::vector<Box> boxes;
  for (const Box& box : boxes_to_cut(closed_cells(binary, lines, resolution))) {
    if (top + box.h + margin > kMostHeight) break;
    cuttings_.push_back({{static_cast<double>(box.x), static_cast<double>(box.y),
                          static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)},
                         static_cast<double>(top)});
    boxes.push_back(box);
    top += box.h + margin;
  }
  if (boxes.empty()) return;
  Image longer(pixCreate(pixGetWidth(image_.get()), top, 8));
  if (!longer) {
    cuttings_.clear();
    return;
  }
  pixSetAll(longer.get());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = boxes[i];
    pixRasterop(longer.get(), box.x, static_cast<int>(cuttings_[i].top), box.w, box.h, PIX_SRC,
                image_.get(), box.x, box.y);
    pixRasterop(image_.get(), box.x, box.y, box.w, box.h, PIX_SET, nullptr, 0, 0);
  }
  pixRasterop(longer.get(), 0, 0, pixGetWidth(image_.get()), pixGetHeight(image_.get()), PIX_SRC,
              image_.get(), 0, 0);
  image_ = std::move(longer);
}

Rect Galley::on_page(const Rect& box) const {
  const double middle = box.centre().y;
  const auto after = std::upper_bound(cuttings_.begin(), cuttings_.end(), middle,
                                      [](double y, const Cutting& cut) { return y < cut.top; });
  if (after == cuttings_.begin()) return box;
  const Cutting& cut = *std::prev(after);
  return moved(box, {0, cut.source.top - cut.top});
}

// Of boxes within each other the smallest took what stands in it, and it was cut out first.
Rect Galley::in_galley(const Rect& box) const {
  const auto cut = std::find_if(cuttings_.begin(), cuttings_.end(), [&](const Cutting& cutting) {
    return cutting.source.contains(box.centre());
  });
  if (cut == cuttings_.end()) return box;
  return moved(box, {0, cut->top - cut->source.top});
}

}  // namespace diarium
