#include "pipeline/ocr/flow_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "pipeline/ocr/flow_overruns.h"
#include "pipeline/ocr/flow_strokes.h"
#include "pipeline/ocr/galley.h"

namespace diarium {
namespace {

// Points.
constexpr double kRim = 1;
constexpr double kMargin = 8;
constexpr double kLeastLetter = 2;
// Farther than the outline of a box is thick, and than the sides of a diamond, which slant.
constexpr double kInward = 1;
constexpr double kInwardOfDiamond = 2.5;
constexpr double kBroadStroke = 5;
// Greys from the ground: letters and outline are farther away.
constexpr int kInk = 60;
constexpr int kEdge = 30;  // greys from pixel to pixel
// Of a box, at each side, where the outline may be.
constexpr double kBorder = 0.15;
constexpr int kMostLetters = 3'000;

// Points.
constexpr double kSameWord = 0.5;  // of a word's area
constexpr double kOnLine = 4;
constexpr double kByLine = 20;
constexpr double kMostTrust = 0.6;

struct Answer {
  std::string_view read;
  std::string_view meant;
};
constexpr std::array<Answer, 4> kAnswers = {Answer{"ia", "ja"}, Answer{"Ia", "Ja"},
                                            Answer{"nei", "nej"}, Answer{"Nei", "Nej"}};

Box box_of(const Rect& rect) {
  Box box{};
  box.x = static_cast<int>(std::floor(rect.left));
  box.y = static_cast<int>(std::floor(rect.top));
  box.w = static_cast<int>(std::ceil(rect.right)) - box.x;
  box.h = static_cast<int>(std::ceil(rect.bottom)) - box.y;
  return box;
}

/// Pixels in the middle of a box at which it turns lighter or darker.
l_int32 edges_within(const Image& grey) {
  const Image gradient(pixMorphGradient(grey.get(), 3, 3, 0));
  if (!gradient) return 0;
  pixInvert(gradient.get(), gradient.get());
  Box middle{};
  middle.x = static_cast<int>(kBorder * pixGetWidth(gradient.get()));
  middle.y = static_cast<int>(kBorder * pixGetHeight(gradient.get()));
  middle.w = pixGetWidth(gradient.get()) - 2 * middle.x;
  middle.h = pixGetHeight(gradient.get()) - 2 * middle.y;
  const Image part(pixClipRectangle(gradient.get(), &middle, nullptr));
  const Image edges(part ? pixThresholdToBinary(part.get(), 255 - kEdge) : nullptr);
  l_int32 count = 0;
  if (!edges || pixCountPixels(edges.get(), &count, nullptr) != 0) return 0;
  return count;
}

/// The letters in a box, dark on white, whatever it is filled with and however that is shaded: what
/// is lost when dark strokes are painted over, or light ones. Once the letters are gone the ground
/// is even.
Image letters_on_white(const Image& grey, int resolution) {
  const int brick = whole_pixels(kBroadStroke, resolution) | 1;
  const Image without_dark(pixCloseGray(grey.get(), brick, brick));
  const Image without_light(pixOpenGray(grey.get(), brick, brick));
  if (!without_dark || !without_light) return nullptr;
  const bool light = edges_within(without_light) < edges_within(without_dark);
  Image letters(light ? pixSubtractGray(nullptr, grey.get(), without_light.get())
                      : pixSubtractGray(nullptr, without_dark.get(), grey.get()));
  if (letters) pixInvert(letters.get(), letters.get());
  return letters;
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

/// Whether the ink of an outline reaches far into its box.
bool goes_inward(const Image& outline, const Image& edge, ShapeKind kind, int resolution) {
  const double inward = kind == ShapeKind::diamond ? kInwardOfDiamond : kInward;
  const int reach = 2 * whole_pixels(inward, resolution) + 1;
  const Image wide(pixDilateBrick(nullptr, edge.get(), reach, reach));
  const Image deep(wide ? pixSubtract(nullptr, outline.get(), wide.get()) : nullptr);
  const int letter = whole_pixels(kLeastLetter, resolution);
  l_int32 count = 0;
  return deep && pixCountPixels(deep.get(), &count, nullptr) == 0 && count >= letter * letter;
}

/// What stands in a box alone, dark on an even ground; no image where nothing does.
struct Letters {
  Image image;
  bool overrun = false;  ///< ink goes on from the outline into the box: words that run over it
};

Letters letters_of(const Image& grey, const Shape& shape, int resolution) {
  Box box = box_of(shape.box);
  const Image whole(pixClipRectangle(grey.get(), &box, nullptr));
  Image part = whole ? letters_on_white(whole, resolution) : nullptr;
  if (!part) return {};
  const int width = pixGetWidth(part.get());
  const int height = pixGetHeight(part.get());
  const Image outside = outside_of(shape.kind, width, height);
  const Image ink(pixThresholdToBinary(part.get(), 255 - kInk));
  if (!outside || !ink) return {};
  // The outline may lie a little within the box.
  const int rim = whole_pixels(kRim, resolution);
  pixSetOrClearBorder(outside.get(), rim, rim, rim, rim, PIX_SET);
  const Image edge(pixDilateBrick(nullptr, outside.get(), 2 * rim + 1, 2 * rim + 1));
  if (!edge) return {};
  pixOr(ink.get(), ink.get(), edge.get());
  const Image outline(pixSeedfillBinary(nullptr, edge.get(), ink.get(), 8));
  if (!outline) return {};
  const bool overrun = goes_inward(outline, edge, shape.kind, resolution);
  pixSubtract(ink.get(), ink.get(), outline.get());
  const BoxList letters(pixConnCompBB(ink.get(), 8));
  const Image wide(pixDilateBrick(nullptr, outline.get(), 5, 5));
  if (!letters || !wide || boxaGetCount(letters.get()) > kMostLetters) return {};
  bool any = false;
  for (int i = 0; i < boxaGetCount(letters.get()); ++i) {
    Box letter{};
    boxaGetBoxGeometry(letters.get(), i, &letter.x, &letter.y, &letter.w, &letter.h);
    any = any || letter.h >= whole_pixels(kLeastLetter, resolution);
  }
  if (!any) return {nullptr, overrun};
  pixSetMasked(part.get(), wide.get(), 255);
  const int margin = whole_pixels(kMargin, resolution);
  return {Image(pixAddBorderGeneral(part.get(), margin, margin, margin, margin, 255)), overrun};
}

/// The words of a box, whose letters are `image` within a margin.
std::vector<Word> read_letters(tesseract::TessBaseAPI& tesseract, Image image, const Shape& shape,
                               const PreparedPage& page) {
  const int margin = whole_pixels(kMargin, page.resolution);
  const Box box = box_of(shape.box);
  const Galley galley(std::move(image), Image(), Image(), page.resolution);
  tesseract.SetImage(galley.image().get());
  tesseract.SetSourceResolution(page.resolution);
  std::vector<Word> words;
  if (tesseract.Recognize(nullptr) == 0) {
    const Placement placement =
        page.placement.of_part({static_cast<double>(std::max(0, box.x) - margin),
                                static_cast<double>(std::max(0, box.y) - margin)});
    for (ReadWord& word : read_words(tesseract, galley, placement))
      words.push_back(std::move(word.word));
  }
  tesseract.Clear();
  return words;
}

/// Whether a word is what is left in a box of one that runs over its side.
bool is_part(const Word& word, const std::vector<Word>& whole) {
  return std::any_of(whole.begin(), whole.end(), [&](const Word& other) {
    return common_part(word.box, other.box).area() > kSameWord * word.box.area();
  });
}

}  // namespace

std::vector<Word> read_boxes(tesseract::TessBaseAPI& tesseract, const Image& grey,
                             const Drawing& drawing, const PreparedPage& page) {
  std::vector<Word> words;
  for (const Shape& shape : drawing.shapes) {
    Letters letters = letters_of(grey, shape, page.resolution);
    std::vector<Word> own;
    if (letters.overrun) own = read_overrunning(tesseract, grey, drawing, shape, page);
    if (letters.image && !(letters.overrun && shape.kind == ShapeKind::diamond)) {
      for (Word& word : read_letters(tesseract, std::move(letters.image), shape, page)) {
        if (!is_part(word, own)) words.push_back(std::move(word));
      }
    }
    std::move(own.begin(), own.end(), std::back_inserter(words));
  }
  return words;
}

std::vector<Word> with_labels_repaired(std::vector<Word> words, const Drawing& drawing) {
  const auto stands_by_line = [&](const Word& word, double reach) {
    return distance_to_strokes(drawing, word.box.centre()) <= reach;
  };
  std::erase_if(words, [&](const Word& word) {
    const bool upright = word.text == "|" || word.text == "l" || word.text == "I";
    return upright && stands_by_line(word, kOnLine);
  });
  for (Word& word : words) {
    const auto answer = std::find_if(kAnswers.begin(), kAnswers.end(),
                                     [&](const Answer& a) { return a.read == word.text; });
    if (answer == kAnswers.end() || !stands_by_line(word, kByLine)) continue;
    word.raw = std::exchange(word.text, std::string(answer->meant));
    word.confidence = std::min(word.confidence, kMostTrust);
  }
  return words;
}

Drawing without_letters(Drawing drawing, const std::vector<Word>& words) {
  const auto in_word = [&](Point place) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& word) { return word.box.contains(place); });
  };
  std::erase_if(drawing.strokes, [&](const Stroke& stroke) {
    return std::all_of(stroke.points.begin(), stroke.points.end(), in_word);
  });
  std::erase_if(drawing.heads, [&](const ArrowHead& head) { return in_word(head.box.centre()); });
  return drawing;
}

void erase(const FoundDrawing& found, const PreparedPage& page) {
  const int rim = whole_pixels(kRim, page.resolution);
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
  const Image wide(pixDilateBrick(nullptr, found.lines.get(), 3, 3));
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
