#include "pipeline/ocr/word_reading.h"

#include <tesseract/resultiterator.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "models/unicode.h"
#include "pipeline/ocr/stem_thickness.h"

namespace diarium {
namespace {

// The iterator that knows right-to-left script looks for its place from the top of the page at
// every word: 5 % of the time of a page.
using tesseract::LTRResultIterator;
using tesseract::RIL_SYMBOL;
using tesseract::RIL_WORD;

// From ascender to descender a line of common text faces is this share of its font size.
constexpr double kRowShareOfSize = 0.92;

// A long word that was read badly is still found by a tolerant search; a short one is a blot.
constexpr std::ptrdiff_t kFewLetters = 2;
constexpr double kLeastConfidenceOfFewLetters = 0.3;
constexpr double kLeastConfidenceOfSigns = 0.5;
constexpr double kClearConfidence = 0.8;
constexpr double kMostHeightInSizes = 2.0;

std::string text_of(const LTRResultIterator& result, tesseract::PageIteratorLevel level) {
  const std::unique_ptr<char[]> text(result.GetUTF8Text(level));
  return text ? to_nfc(squeeze_blanks(text.get())) : std::string();
}

/// What Tesseract tells of places, in pixels of the galley.
class Places {
 public:
  explicit Places(double narrowed) : narrowed_(narrowed) {}

  [[nodiscard]] std::optional<Rect> box_of(const LTRResultIterator& result,
                                           tesseract::PageIteratorLevel level) const {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (!result.BoundingBox(level, &left, &top, &right, &bottom)) return std::nullopt;
    const Rect box{left / narrowed_, static_cast<double>(top), right / narrowed_,
                   static_cast<double>(bottom)};
    if (box.empty()) return std::nullopt;
    return box;
  }

  /// Below the middle of the word; its lower edge where Tesseract gives none.
  [[nodiscard]] double baseline_of(const LTRResultIterator& result, const Rect& box) const {
    int x1 = 0;
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;
    if (!result.Baseline(RIL_WORD, &x1, &y1, &x2, &y2) || x2 <= x1) return box.bottom;
    const double slope = static_cast<double>(y2 - y1) / (x2 - x1);
    return y1 + slope * (box.centre().x * narrowed_ - x1);
  }

 private:
  double narrowed_;
};

double row_height_of(const LTRResultIterator& result) {
  float height = 0;
  float descenders = 0;
  float ascenders = 0;
  result.RowAttributes(&height, &descenders, &ascenders);
  return static_cast<double>(height);
}

std::ptrdiff_t letters_and_digits(const std::string& text) {
  const std::u32string points = code_points(text);
  return std::count_if(points.begin(), points.end(),
                       [](char32_t point) { return is_letter(point) || is_digit(point); });
}

// "......" between a title and its page.
bool is_leader(const std::string& text) {
  return text.size() >= 3 && text.find_first_not_of("._") == std::string::npos;
}

// Tesseract reads something into every blot, and signs into a logo.
bool is_believable(const Word& word) {
  const bool towering = word.box.height() > kMostHeightInSizes * word.size;
  const auto readable = letters_and_digits(word.text);
  if (readable == 0 && !is_leader(word.text))
    return !towering && word.confidence >= kLeastConfidenceOfSigns;
  if (readable <= kFewLetters && word.confidence < kLeastConfidenceOfFewLetters) return false;
  return !towering || word.confidence >= kClearConfidence;
}

std::vector<ReadLetter> letters_of(const LTRResultIterator& word, const Places& places,
                                   const Galley& galley, const Placement& placement) {
  std::vector<ReadLetter> letters;
  LTRResultIterator letter(word);
  do {
    const std::optional<Rect> box = places.box_of(letter, RIL_SYMBOL);
    if (!box) continue;
    letters.push_back({.text = text_of(letter, RIL_SYMBOL),
                       .box = placement.to_page(galley.on_page(*box)),
                       .confidence = static_cast<double>(letter.Confidence(RIL_SYMBOL)) / 100.0});
  } while (!letter.IsAtFinalElement(RIL_WORD, RIL_SYMBOL) && letter.Next(RIL_SYMBOL));
  return letters;
}

/// `box` is the word's.
Word word_of(const LTRResultIterator& result, const Rect& box, const Places& places,
             const Galley& galley, const Placement& placement) {
  const Rect place = galley.on_page(box);
  const double baseline = places.baseline_of(result, box) + place.top - box.top;
  return Word{.text = text_of(result, RIL_WORD),
              .box = placement.to_page(place),
              .baseline = placement.to_page(Point{place.centre().x, baseline}).y,
              .size = row_height_of(result) / kRowShareOfSize * placement.points_per_pixel_y,
              .confidence = static_cast<double>(result.Confidence(RIL_WORD)) / 100.0};
}

}  // namespace

std::vector<ReadWord> read_words(tesseract::TessBaseAPI& tesseract, const Galley& galley,
                                 const Placement& placement, double narrowed) {
  std::vector<ReadWord> words;
  const std::unique_ptr<tesseract::ResultIterator> bidirectional(tesseract.GetIterator());
  if (!bidirectional) return words;
  const Places places(narrowed);
  LTRResultIterator result(*bidirectional);
  result.Begin();
  do {
    const std::optional<Rect> box = places.box_of(result, RIL_WORD);
    if (!box) continue;
    Word word = word_of(result, *box, places, galley, placement);
    if (word.text.empty() || !is_believable(word)) continue;
    const double size = row_height_of(result) / kRowShareOfSize;
    words.push_back({.word = std::move(word),
                     .letters = letters_of(result, places, galley, placement),
                     .pixels = galley.on_page(*box),
                     .pixels_size = size,
                     .stems = stem_thickness(galley.image(), *box, size)});
  } while (result.Next(RIL_WORD));
  return words;
}

}  // namespace diarium
