#include "pipeline/ocr/doubtful_numbers.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kHeight = 32;  // pixels: what the recogniser's network was trained on
constexpr int kMargin = 16;
constexpr int kRim = 2;
constexpr int kResolution = 300;
constexpr double kMostTrust = 0.6;
// A page of hostile print; each word costs ten milliseconds.
constexpr std::size_t kMostWords = 40;
constexpr const char* kDigits = "0123456789§%";
constexpr const char* kNumbers = "0123456789,.-";
constexpr std::string_view kPercent = "96";

constexpr std::string_view kPlainDigits = "0123456789";

bool is_all(std::string_view text, std::string_view signs) {
  return !text.empty() && text.find_first_not_of(signs) == std::string_view::npos;
}

/// "$3", "7$": digits, and a dollar in the place of one.
bool holds_dollar(std::string_view text) {
  return text.size() > 1 && text.find('$') != std::string_view::npos &&
         text.find_first_of(kPlainDigits) != std::string_view::npos && is_all(text, "0123456789$");
}

/// "4596": the rings of a % look like 96.
bool ends_like_percent(std::string_view text) {
  return text.size() > kPercent.size() && text.ends_with(kPercent) && is_all(text, kPlainDigits);
}

/// "B7", "G90": as many signs as a group of digits, letters that look like digits among them.
bool may_be_group(std::string_view text) {
  return text.size() <= 3 && is_all(text, "0123456789BDGIOQSZl") && !is_all(text, kPlainDigits) &&
         text.find_first_of(kPlainDigits) != std::string_view::npos;
}

/// Whether `after` is the next group of the number that `before` begins.
bool goes_on_with(const ReadWord& before, const ReadWord& after) {
  constexpr double kMostGap = 0.8;  // of the height
  const double gap = after.pixels.left - before.pixels.right;
  const double height = after.pixels.height();
  return after.word.text.size() == 3 && gap > 0 && gap < kMostGap * height &&
         vertical_overlap(before.pixels, after.pixels) > 0.5 * height;
}

bool is_doubtful(const std::vector<ReadWord>& words, std::size_t index) {
  const ReadWord& word = words[index];
  const std::string& text = word.word.text;
  if (holds_dollar(text) || ends_like_percent(text)) return true;
  if (!may_be_group(text)) return false;
  const auto is_beside = [&](const ReadWord& before, const ReadWord& after) {
    const std::string& other = &before == &word ? after.word.text : before.word.text;
    return is_all(other, kPlainDigits) && goes_on_with(before, after);
  };
  return (index > 0 && is_beside(words[index - 1], word)) ||
         (index + 1 < words.size() && is_beside(word, words[index + 1]));
}

Image enlarged(const Galley& galley, const Rect& on_page) {
  const Rect box = galley.in_galley(on_page);
  Box around{};
  around.x = static_cast<int>(box.left) - kRim;
  around.y = static_cast<int>(box.top) - kRim;
  around.w = static_cast<int>(box.width()) + 2 * kRim;
  around.h = static_cast<int>(box.height()) + 2 * kRim;
  const Image part(pixClipRectangle(galley.image().get(), &around, nullptr));
  if (!part) return nullptr;
  const auto factor = static_cast<float>(kHeight / box.height());
  const Image large(pixScaleGrayLI(part.get(), factor, factor));
  if (!large) return nullptr;
  return Image(pixAddBorderGeneral(large.get(), kMargin, kMargin, kMargin, kMargin, 255));
}

std::string number_read(tesseract::TessBaseAPI& tesseract, const Image& image) {
  tesseract.SetImage(image.get());
  tesseract.SetSourceResolution(kResolution);
  if (tesseract.Recognize(nullptr) != 0) return {};
  const std::unique_ptr<char[]> text(tesseract.GetUTF8Text());
  std::string read = text ? text.get() : "";
  std::erase_if(read, [](char c) { return c == '\n' || c == ' '; });
  return read;
}

/// Words are read alone, and with some signs only, as long as this lives.
class AloneReading {
 public:
  AloneReading(tesseract::TessBaseAPI& tesseract, const char* signs) : tesseract_(tesseract) {
    tesseract_.SetPageSegMode(tesseract::PSM_SINGLE_WORD);
    tesseract_.SetVariable("tessedit_char_whitelist", signs);
  }
  AloneReading(const AloneReading&) = delete;
  AloneReading& operator=(const AloneReading&) = delete;
  ~AloneReading() {
    tesseract_.SetVariable("tessedit_char_whitelist", "");
    tesseract_.Clear();
    tesseract_.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  }

 private:
  tesseract::TessBaseAPI& tesseract_;
};

/// Whether `number` is `doubtful` with something better than the signs that were doubted.
bool agrees(std::string_view doubtful, std::string_view number) {
  if (number == doubtful) return false;
  if (number.ends_with('%'))
    return doubtful == std::string(number.substr(0, number.size() - 1)).append(kPercent);
  const std::u32string first = code_points(doubtful);
  const std::u32string again = code_points(number);
  return std::equal(first.begin(), first.end(), again.begin(), again.end(),
                    [](char32_t a, char32_t b) { return is_digit(a) ? a == b : b != U'$'; });
}

void read_again(tesseract::TessBaseAPI& tesseract, const Galley& galley, ReadWord& word) {
  const Image image = enlarged(galley, word.pixels);
  if (!image) return;
  std::string number = number_read(tesseract, image);
  if (!agrees(word.word.text, number)) return;
  word.word.raw = word.word.text;
  word.word.text = std::move(number);
  word.word.confidence = std::min(word.word.confidence, kMostTrust);
}

/// "117,8", "2024": digits, a comma or a sign among them.
bool is_number(std::string_view text) {
  return text.size() > 1 && text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of(kNumbers) == std::string_view::npos;
}

/// Whether a piece of ink is a part of some word; the recogniser's boxes are some pixels off.
bool covers(const std::vector<ReadWord>& words, const Rect& piece) {
  constexpr double kLeastShare = 0.3;
  return std::any_of(words.begin(), words.end(), [&](const ReadWord& word) {
    return horizontal_overlap(word.pixels, piece) > kLeastShare * piece.width() &&
           vertical_overlap(word.pixels, piece) > kLeastShare * piece.height();
  });
}

/// The box of a number and of what stands right before it, a blank apart at most, like one more
/// digit, and belongs to no word. A line that is left of a ruling is too thin for a digit.
std::optional<Rect> with_digit_before(const ReadWord& word, const InkPieces& ink,
                                      const std::vector<ReadWord>& words) {
  constexpr double kBlank = 0.75;  // all of the height of the number
  constexpr double kShortest = 0.75;
  constexpr double kTallest = 1.1;
  constexpr double kThinnest = 0.2;
  constexpr double kWidest = 0.9;
  const Rect& box = word.pixels;
  const double height = box.height();
  const Rect before{box.left - kBlank * height, box.top, box.left, box.bottom};
  for (const std::size_t index : ink.meeting(before)) {
    const Rect& piece = ink.boxes()[index];
    const bool as_tall =
        piece.height() >= kShortest * height && piece.height() <= kTallest * height;
    const bool as_wide = piece.width() >= kThinnest * height && piece.width() <= kWidest * height;
    const bool in_line = vertical_overlap(piece, box) >= kShortest * height;
    if (as_tall && as_wide && in_line && piece.right <= box.left + 1 && !covers(words, piece))
      return united(box, piece);
  }
  return std::nullopt;
}

/// "1117,8" read where "117,8" was: the same number, and a digit before it.
void take_digit_before(tesseract::TessBaseAPI& tesseract, const Galley& galley, const Rect& box,
                       ReadWord& word) {
  const Image image = enlarged(galley, box);
  if (!image) return;
  std::string number = number_read(tesseract, image);
  const std::string& first = word.word.text;
  if (number.size() != first.size() + 1 || !number.ends_with(first) || number[0] < '0' ||
      number[0] > '9') {
    return;
  }
  const double points = word.word.box.width() / word.pixels.width();
  word.word.box.left -= (word.pixels.left - box.left) * points;
  word.pixels = box;
  word.word.raw = first;
  word.word.text = std::move(number);
  word.word.confidence = std::min(word.word.confidence, kMostTrust);
  word.letters.clear();
}

}  // namespace

std::vector<ReadWord> with_digits_left_out(tesseract::TessBaseAPI& tesseract, const Galley& galley,
                                           const InkPieces& ink, std::vector<ReadWord> words) {
  std::vector<std::pair<std::size_t, Rect>> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_number(words[i].word.text)) continue;
    if (const auto box = with_digit_before(words[i], ink, words)) found.emplace_back(i, *box);
  }
  if (found.empty() || found.size() > kMostWords) return words;
  const AloneReading alone(tesseract, kNumbers);
  for (const auto& [index, box] : found) take_digit_before(tesseract, galley, box, words[index]);
  return words;
}

std::vector<ReadWord> with_doubtful_numbers_read_again(tesseract::TessBaseAPI& tesseract,
                                                       const Galley& galley,
                                                       std::vector<ReadWord> words) {
  std::vector<ReadWord*> doubtful;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_doubtful(words, i)) doubtful.push_back(&words[i]);
  }
  if (doubtful.empty() || doubtful.size() > kMostWords) return words;
  const AloneReading alone(tesseract, kDigits);
  for (ReadWord* word : doubtful) read_again(tesseract, galley, *word);
  return words;
}

}  // namespace diarium
