#include "pipeline/ocr/word_reading.h"

#include <tesseract/resultiterator.h>

#include <memory>
#include <optional>

#include "models/unicode.h"

namespace diarium {
namespace {

using tesseract::ResultIterator;
using tesseract::RIL_WORD;

// From ascender to descender a line of common text faces is this share of its font size.
constexpr double kRowShareOfSize = 0.92;

std::string text_of(const ResultIterator& result) {
  const std::unique_ptr<char[]> text(result.GetUTF8Text(RIL_WORD));
  return text ? to_nfc(squeeze_blanks(text.get())) : std::string();
}

std::optional<Rect> box_of(const ResultIterator& result) {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  if (!result.BoundingBox(RIL_WORD, &left, &top, &right, &bottom)) return std::nullopt;
  const Rect box{static_cast<double>(left), static_cast<double>(top), static_cast<double>(right),
                 static_cast<double>(bottom)};
  if (box.empty()) return std::nullopt;
  return box;
}

// In pixels, below the middle of the word; its lower edge where Tesseract gives none.
double baseline_of(const ResultIterator& result, const Rect& box) {
  int x1 = 0;
  int y1 = 0;
  int x2 = 0;
  int y2 = 0;
  if (!result.Baseline(RIL_WORD, &x1, &y1, &x2, &y2) || x2 <= x1) return box.bottom;
  const double slope = static_cast<double>(y2 - y1) / (x2 - x1);
  return y1 + slope * (box.centre().x - x1);
}

double row_height_of(const ResultIterator& result) {
  float height = 0;
  float descenders = 0;
  float ascenders = 0;
  result.RowAttributes(&height, &descenders, &ascenders);
  return static_cast<double>(height);
}

std::optional<Word> word_of(const ResultIterator& result, const Placement& placement) {
  const std::optional<Rect> box = box_of(result);
  std::string text = text_of(result);
  if (!box || text.empty()) return std::nullopt;
  const double baseline = baseline_of(result, *box);
  return Word{.text = std::move(text),
              .box = placement.to_page(*box),
              .baseline = placement.to_page(Point{box->centre().x, baseline}).y,
              .size = row_height_of(result) / kRowShareOfSize * placement.points_per_pixel_y,
              .confidence = static_cast<double>(result.Confidence(RIL_WORD)) / 100.0};
}

}  // namespace

std::vector<Word> read_words(tesseract::TessBaseAPI& tesseract, const Placement& placement) {
  std::vector<Word> words;
  const std::unique_ptr<ResultIterator> result(tesseract.GetIterator());
  if (!result) return words;
  do {
    if (std::optional<Word> word = word_of(*result, placement)) words.push_back(std::move(*word));
  } while (result->Next(RIL_WORD));
  return words;
}

}  // namespace diarium
