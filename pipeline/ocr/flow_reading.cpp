#include "pipeline/ocr/flow_reading.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/ocr/galley.h"

namespace diarium {
namespace {

// Points.
constexpr double kRim = 1;
constexpr double kMargin = 8;
constexpr double kLeastLetter = 2;
// Greys from the ground: letters and outline are farther away.
constexpr int kInk = 60;
constexpr int kLeastInk = 40;
// Of a box, at each side, where the outline may be.
constexpr double kBorder = 0.15;
constexpr int kMostLetters = 3'000;

struct BoxaRelease {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
};
struct NumaRelease {
  void operator()(Numa* numbers) const { numaDestroy(&numbers); }
};

int pixels_of(double points, int resolution) {
  return std::max(1, static_cast<int>(std::lround(points * resolution / kPointsPerInch)));
}

Box box_of(const Rect& rect) {
  Box box{};
  box.x = static_cast<int>(std::floor(rect.left));
  box.y = static_cast<int>(std::floor(rect.top));
  box.w = static_cast<int>(std::ceil(rect.right)) - box.x;
  box.h = static_cast<int>(std::ceil(rect.bottom)) - box.y;
  return box;
}

/// What a box is filled with, and on which side of it letters lie.
struct Ground {
  int grey = 255;  ///< half of the pixels are lighter
  bool light_letters = false;
};

Ground ground_of(const Image& grey) {
  const int width = pixGetWidth(grey.get());
  const int height = pixGetHeight(grey.get());
  Box middle{};
  middle.x = static_cast<int>(kBorder * width);
  middle.y = static_cast<int>(kBorder * height);
  middle.w = std::max(1, width - 2 * middle.x);
  middle.h = std::max(1, height - 2 * middle.y);
  Ground ground;
  const Image part(pixClipRectangle(grey.get(), &middle, nullptr));
  if (!part) return ground;
  const std::unique_ptr<Numa, NumaRelease> histogram(pixGetGrayHistogram(part.get(), 1));
  if (!histogram) return ground;
  std::vector<int> counts(256, 0);
  for (int value = 0; value < 256; ++value)
    numaGetIValue(histogram.get(), value, &counts[static_cast<std::size_t>(value)]);
  int seen = 0;
  for (ground.grey = 0; ground.grey < 255; ++ground.grey) {
    seen += counts[static_cast<std::size_t>(ground.grey)];
    if (2 * seen >= middle.w * middle.h) break;
  }
  int lighter = 0;
  int darker = 0;
  for (int value = 0; value < 256; ++value) {
    if (value > ground.grey + kInk) lighter += counts[static_cast<std::size_t>(value)];
    if (value < ground.grey - kInk) darker += counts[static_cast<std::size_t>(value)];
  }
  ground.light_letters = lighter > darker;
  return ground;
}

/// All pixels of the mask's size outside the form that fills it.
Image outside_of(ShapeKind kind, int width, int height) {
  Image mask(pixCreate(width, height, 1));
  if (!mask || (kind != ShapeKind::diamond && kind != ShapeKind::ellipse)) return mask;
  for (int y = 0; y < height; ++y) {
    const double up = std::abs(y + 0.5 - height / 2.0) / (height / 2.0);
    const double in = kind == ShapeKind::diamond
                          ? width / 2.0 * up
                          : width / 2.0 * (1 - std::sqrt(std::max(0.0, 1 - up * up)));
    const int margin = static_cast<int>(std::ceil(in));
    pixRasterop(mask.get(), 0, y, margin, 1, PIX_SET, nullptr, 0, 0);
    pixRasterop(mask.get(), width - margin, y, margin, 1, PIX_SET, nullptr, 0, 0);
  }
  return mask;
}

/// The letters of a box alone, dark on an even ground; empty where there are none.
Image letters_of(const Image& grey, const Shape& shape, int resolution) {
  Box box = box_of(shape.box);
  Image part(pixClipRectangle(grey.get(), &box, nullptr));
  if (!part) return nullptr;
  Ground ground = ground_of(part);
  if (ground.light_letters) {
    pixInvert(part.get(), part.get());
    ground.grey = 255 - ground.grey;
  }
  const int width = pixGetWidth(part.get());
  const int height = pixGetHeight(part.get());
  const Image outside = outside_of(shape.kind, width, height);
  const Image ink(pixThresholdToBinary(part.get(), std::max(kLeastInk, ground.grey - kInk)));
  if (!outside || !ink) return nullptr;
  pixOr(ink.get(), ink.get(), outside.get());
  const Image rim(pixExtractBorderConnComps(ink.get(), 8));
  if (!rim) return nullptr;
  pixSubtract(ink.get(), ink.get(), rim.get());
  const std::unique_ptr<Boxa, BoxaRelease> letters(pixConnCompBB(ink.get(), 8));
  const Image wide(pixDilateBrick(nullptr, rim.get(), 5, 5));
  if (!letters || !wide || boxaGetCount(letters.get()) > kMostLetters) return nullptr;
  bool any = false;
  for (int i = 0; i < boxaGetCount(letters.get()); ++i) {
    Box letter{};
    boxaGetBoxGeometry(letters.get(), i, &letter.x, &letter.y, &letter.w, &letter.h);
    any = any || letter.h >= pixels_of(kLeastLetter, resolution);
  }
  if (!any) return nullptr;
  pixSetMasked(part.get(), wide.get(), static_cast<l_uint32>(ground.grey));
  const int margin = pixels_of(kMargin, resolution);
  return Image(pixAddBorderGeneral(part.get(), margin, margin, margin, margin,
                                   static_cast<l_uint32>(ground.grey)));
}

/// The placement of a part of the page whose first pixel is at `corner`.
Placement moved(const Placement& page, Point corner) {
  Placement part = page;
  part.centre = {page.centre.x - corner.x, page.centre.y - corner.y};
  return part;
}

}  // namespace

std::vector<Word> read_boxes(tesseract::TessBaseAPI& tesseract, const Image& grey,
                             const Drawing& drawing, const PreparedPage& page) {
  std::vector<Word> words;
  const int margin = pixels_of(kMargin, page.resolution);
  for (const Shape& shape : drawing.shapes) {
    Image letters = letters_of(grey, shape, page.resolution);
    if (!letters) continue;
    const Box box = box_of(shape.box);
    const Galley galley(std::move(letters), Image(), Image(), page.resolution);
    tesseract.SetImage(galley.image().get());
    tesseract.SetSourceResolution(page.resolution);
    if (tesseract.Recognize(nullptr) == 0) {
      const Placement placement =
          moved(page.placement, {static_cast<double>(std::max(0, box.x) - margin),
                                 static_cast<double>(std::max(0, box.y) - margin)});
      for (ReadWord& word : read_words(tesseract, galley, placement))
        words.push_back(std::move(word.word));
    }
    tesseract.Clear();
  }
  return words;
}

void erase(const FoundDrawing& found, const PreparedPage& page) {
  const int rim = pixels_of(kRim, page.resolution);
  for (const Shape& shape : found.drawing.shapes) {
    const Box box = box_of(shape.box);
    const Image outside = outside_of(shape.kind, box.w + 2 * rim, box.h + 2 * rim);
    if (!outside) continue;
    pixInvert(outside.get(), outside.get());
    pixSetMaskedGeneral(page.grey.get(), outside.get(), 255, box.x - rim, box.y - rim);
    pixRasterop(page.binary.get(), box.x - rim, box.y - rim, box.w + 2 * rim, box.h + 2 * rim,
                PIX_DST & PIX_NOT(PIX_SRC), outside.get(), 0, 0);
  }
  if (!found.lines) return;
  const Image wide(pixDilateBrick(nullptr, found.lines.get(), 5, 5));
  if (!wide) return;
  pixSetMasked(page.grey.get(), wide.get(), 255);
  pixSubtract(page.binary.get(), page.binary.get(), wide.get());
}

Drawing on_page(const Drawing& drawing, const Placement& placement) {
  Drawing placed = drawing;
  for (Shape& shape : placed.shapes) shape.box = placement.to_page(shape.box);
  for (ArrowHead& head : placed.heads) head.box = placement.to_page(head.box);
  for (Stroke& stroke : placed.strokes) {
    for (Point& point : stroke.points) point = placement.to_page(point);
  }
  return placed;
}

}  // namespace diarium
