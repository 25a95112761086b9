#include "pipeline/publish/invisible_text.h"

#include <fmt/format.h>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kLettersOfFont = 255;
constexpr double kLeastSize = 1.0;

/// From points of the upright page to user space: the page was turned clockwise by `rotation`
/// degrees to stand upright, and user space is the page before that.
class UserSpace {
 public:
  UserSpace(const Page& page, const PdfBox& crop) : crop_(crop), rotation_(page.rotation % 360) {
    const bool lies = rotation_ % 180 != 0;
    const double width = lies ? crop.top - crop.bottom : crop.right - crop.left;
    const double height = lies ? crop.right - crop.left : crop.top - crop.bottom;
    scale_x_ = page.width > 0 ? width / page.width : 1;
    scale_y_ = page.height > 0 ? height / page.height : 1;
  }

  [[nodiscard]] Point at(Point upright) const {
    const double x = upright.x * scale_x_;
    const double y = upright.y * scale_y_;
    switch (rotation_) {
      case 90:
        return {crop_.left + y, crop_.bottom + x};
      case 180:
        return {crop_.right - x, crop_.bottom + y};
      case 270:
        return {crop_.right - y, crop_.top - x};
      default:
        return {crop_.left + x, crop_.top - y};
    }
  }

  /// The first four numbers of a text matrix whose text runs to the right on the upright page.
  [[nodiscard]] const char* directions() const {
    switch (rotation_) {
      case 90:
        return "0 1 -1 0";
      case 180:
        return "-1 0 0 -1";
      case 270:
        return "0 -1 1 0";
      default:
        return "1 0 0 1";
    }
  }

  [[nodiscard]] double width_of(const Rect& box) const { return box.width() * scale_x_; }
  [[nodiscard]] double height_of(double points) const { return points * scale_y_; }

 private:
  PdfBox crop_;
  int rotation_;
  double scale_x_ = 1;
  double scale_y_ = 1;
};

/// A word, cut where the font changes; all parts lie one after another.
void set_word(const Word& word, const UserSpace& space, InvisibleFonts& fonts, std::string& out) {
  const std::u32string letters = code_points(word.text);
  if (letters.empty() || word.box.empty()) return;
  const double size = std::max(kLeastSize, space.height_of(word.size));
  const double natural = static_cast<double>(letters.size()) * size * kGlyphWidth / 1000;
  const Point start = space.at({word.box.left, word.baseline});
  out += fmt::format("{} {:.2f} {:.2f} Tm {:.2f} Tz\n", space.directions(), start.x, start.y,
                     100 * space.width_of(word.box) / natural);
  std::size_t font = 0;
  std::string codes;
  const auto show = [&] {
    if (codes.empty()) return;
    out += fmt::format("/{} {:.2f} Tf <{}> Tj\n", font_name(font), size, codes);
    codes.clear();
  };
  for (const char32_t letter : letters) {
    const InvisibleFonts::Code code = fonts.code_of(letter);
    if (code.font != font) show();
    font = code.font;
    codes += fmt::format("{:02X}", code.code);
  }
  show();
}

/// On a page of mixed origin only what OCR read has less than full confidence.
bool is_recognised(const Page& page, const Word& word) {
  return page.origin == Origin::ocr || (page.origin == Origin::mixed && word.confidence < 1);
}

}  // namespace

InvisibleFonts::Code InvisibleFonts::code_of(char32_t letter) {
  const auto known = codes_.find(letter);
  if (known != codes_.end()) return known->second;
  if (fonts_.empty() || fonts_.back().size() == kLettersOfFont) fonts_.emplace_back();
  fonts_.back() += letter;
  const Code code{fonts_.size() - 1, static_cast<unsigned char>(fonts_.back().size())};
  return codes_[letter] = code;
}

std::string font_name(std::size_t font) {
  return fmt::format("DiariumText{}", font);
}

std::string invisible_text_of(const Page& page, const PdfBox& crop, InvisibleFonts& fonts) {
  const UserSpace space(page, crop);
  std::string words;
  for (const Word& word : page.words) {
    if (is_recognised(page, word)) set_word(word, space, fonts, words);
  }
  return words.empty() ? words : "q BT 3 Tr\n" + words + "ET Q\n";
}

}  // namespace diarium
