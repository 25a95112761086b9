#include "pipeline/ocr/doubtful_numbers.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kHeight = 32;  // pixels: what the recogniser's network was trained on
constexpr int kMargin = 16;
constexpr int kRim = 2;
constexpr int kResolution = 300;
constexpr double kMostTrust = 0.6;
// A page of hostile print; each word costs ten milliseconds.
constexpr int kMostWords = 40;
constexpr const char* kAllowed = "0123456789§";

/// "$3", "7$": digits, and a dollar in the place of one.
bool is_doubtful(std::string_view text) {
  return text.size() > 1 && text.find('$') != std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789$") == std::string_view::npos;
}

Image enlarged(const Image& grey, const Rect& box) {
  Box around{};
  around.x = static_cast<int>(box.left) - kRim;
  around.y = static_cast<int>(box.top) - kRim;
  around.w = static_cast<int>(box.width()) + 2 * kRim;
  around.h = static_cast<int>(box.height()) + 2 * kRim;
  const Image part(pixClipRectangle(grey.get(), &around, nullptr));
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

/// Whether `number` is `doubtful` with something better than the dollars.
bool agrees(std::string_view doubtful, std::string_view number) {
  const std::u32string first = code_points(doubtful);
  const std::u32string again = code_points(number);
  return std::equal(first.begin(), first.end(), again.begin(), again.end(),
                    [](char32_t a, char32_t b) { return a == U'$' ? b != U'$' : a == b; });
}

void read_again(tesseract::TessBaseAPI& tesseract, const Image& grey, ReadWord& word) {
  const Image image = enlarged(grey, word.pixels);
  if (!image) return;
  std::string number = number_read(tesseract, image);
  if (!agrees(word.word.text, number)) return;
  word.word.raw = word.word.text;
  word.word.text = std::move(number);
  word.word.confidence = std::min(word.word.confidence, kMostTrust);
}

}  // namespace

std::vector<ReadWord> with_doubtful_numbers_read_again(tesseract::TessBaseAPI& tesseract,
                                                       const Image& grey,
                                                       std::vector<ReadWord> words) {
  std::vector<ReadWord*> doubtful;
  for (ReadWord& word : words) {
    if (is_doubtful(word.word.text)) doubtful.push_back(&word);
  }
  if (doubtful.empty() || doubtful.size() > kMostWords || !grey) return words;
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_WORD);
  tesseract.SetVariable("tessedit_char_whitelist", kAllowed);
  for (ReadWord* word : doubtful) read_again(tesseract, grey, *word);
  tesseract.SetVariable("tessedit_char_whitelist", "");
  tesseract.Clear();
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  return words;
}

}  // namespace diarium
