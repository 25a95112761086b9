#include "pipeline/ocr/mark_reading.h"

#include <algorithm>
#include <memory>

namespace diarium {
namespace {

// Pixels: the height that the recogniser's network was trained on, with white around it.
constexpr double kHeight = 32;
constexpr int kMargin = 16;
constexpr int kResolution = 300;
// A page of dirt; each mark costs ten milliseconds.
constexpr std::size_t kMostMarks = 120;
constexpr std::size_t kMostDigits = 3;

Box pixels_of(const Rect& box, int rim) {
  Box around{};
  around.x = static_cast<int>(box.left) - rim;
  around.y = static_cast<int>(box.top) - rim;
  around.w = static_cast<int>(box.width()) + 2 * rim;
  around.h = static_cast<int>(box.height()) + 2 * rim;
  return around;
}

Image enlarged(const Image& grey, const Rect& box) {
  Box around = pixels_of(box, 1);
  const Image part(pixClipRectangle(grey.get(), &around, nullptr));
  if (!part) return nullptr;
  const auto factor = static_cast<float>(kHeight / box.height());
  const Image large(pixScaleGrayLI(part.get(), factor, factor));
  if (!large) return nullptr;
  return Image(pixAddBorderGeneral(large.get(), kMargin, kMargin, kMargin, kMargin, 255));
}

std::string text_read(tesseract::TessBaseAPI& tesseract) {
  const std::unique_ptr<char[]> text(tesseract.GetUTF8Text());
  std::string read = text ? text.get() : "";
  std::erase_if(read, [](char c) { return c == '\n' || c == ' '; });
  return read;
}

// Among raised signs a stroke is most likely a one.
constexpr double kTrustInStroke = 0.75;

std::string digits_of(const std::string& text) {
  if (text == "l" || text == "I" || text == "|") return "1";
  const bool number = !text.empty() && text.size() <= kMostDigits &&
                      text.find_first_not_of("0123456789") == std::string::npos && text[0] != '0';
  return number ? text : std::string();
}

}  // namespace

std::vector<RaisedNumber> read_raised_numbers(tesseract::TessBaseAPI& tesseract, const Image& grey,
                                              const std::vector<RaisedMark>& marks) {
  std::vector<RaisedNumber> numbers;
  if (marks.empty() || marks.size() > kMostMarks) return numbers;
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_WORD);
  for (const RaisedMark& mark : marks) {
    const Image image = enlarged(grey, mark.box);
    if (!image) continue;
    tesseract.SetImage(image.get());
    tesseract.SetSourceResolution(kResolution);
    if (tesseract.Recognize(nullptr) != 0) continue;
    std::string text = text_read(tesseract);
    std::string digits = digits_of(text);
    double confidence = tesseract.MeanTextConf() / 100.0;
    if (digits == text) {
      text.clear();
    } else if (!digits.empty()) {
      confidence *= kTrustInStroke;
    }
    numbers.push_back({mark, std::move(digits), confidence, std::move(text)});
  }
  tesseract.Clear();
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  return numbers;
}

void erase(const std::vector<RaisedNumber>& numbers, const Image& grey) {
  for (const RaisedNumber& number : numbers) {
    const Box box = pixels_of(number.mark.box, 1);
    pixRasterop(grey.get(), box.x, box.y, box.w, box.h, PIX_SET, nullptr, 0, 0);
  }
}

}  // namespace diarium
