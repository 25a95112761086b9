#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/page.h"

namespace diarium {

/// A rectangle of PDF user space: points, origin bottom-left, y up.
struct PdfBox {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
};

/// The letters of one font of the text layer: code k + 1 stands for letters[k].
using FontLetters = std::u32string;

/// Codes for the letters of a whole file. A font without shapes (Type 3) holds 255 of them, so that
/// no font file is needed and none can be missing.
class InvisibleFonts {
 public:
  struct Code {
    std::size_t font = 0;
    unsigned char code = 0;
  };
  Code code_of(char32_t letter);
  [[nodiscard]] const std::vector<FontLetters>& fonts() const { return fonts_; }

 private:
  std::map<char32_t, Code> codes_;
  std::vector<FontLetters> fonts_;
};

/// The name of a font of the layer among the resources of a page: "DiariumText0".
std::string font_name(std::size_t font);

/// Width of each glyph, thousandths of the font size.
inline constexpr int kGlyphWidth = 500;

/// The operators that set the recognised words of `page` invisibly (render mode 3), each as wide
/// as its box, on a page whose unturned crop box is `crop`. Words that the file itself holds as
/// text are left out: a page of embedded words gives nothing.
std::string invisible_text_of(const Page& page, const PdfBox& crop, InvisibleFonts& fonts);

}  // namespace diarium
