#include "pipeline/read/pdf_letters.h"

#include <algorithm>
#include <array>

#include "models/unicode.h"
#include "pipeline/read/symbols.h"

namespace diarium {
namespace {

std::string_view letters_of_ligature(char32_t point) {
  constexpr std::array<std::string_view, 7> kLigatures = {"ff",  "fi", "fl", "ffi",
                                                          "ffl", "st", "st"};
  if (point < 0xFB00 || point > 0xFB06) return {};
  return kLigatures[point - 0xFB00];
}

constexpr bool prints_nothing(char32_t point) {
  return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x2064) || point == 0xFEFF;
}

// "t" of U+7400: a letter of Latin-1 whose two bytes change places; 0 for any other sign.
char32_t letter_with_bytes_swapped(char32_t point) {
  const char32_t swapped = point >> 8U;
  return (point & 0xFFU) == 0 && swapped < 0x100 && is_letter(swapped) ? swapped : 0;
}

// Ghostscript tells the letters of a ligature low byte first: "ti" as two Chinese signs. No glyph
// stands for two of those.
bool has_bytes_swapped(std::u32string_view letters) {
  constexpr char32_t kUnknown = 0xFFFD;
  return letters.size() > 1 && letter_with_bytes_swapped(letters.front()) != 0 &&
         std::all_of(letters.begin(), letters.end(), [](char32_t point) {
           return point == kUnknown || letter_with_bytes_swapped(point) != 0;
         });
}

}  // namespace

std::string text_of(std::u32string_view letters, std::string_view font) {
  const bool swapped = has_bytes_swapped(letters);
  std::u32string points;
  for (const char32_t letter : letters) {
    const char32_t ordered = swapped ? letter_with_bytes_swapped(letter) : 0;
    const char32_t point = ordered != 0 ? ordered : printed_symbol(letter, font);
    if (const std::string_view ligature = letters_of_ligature(point); !ligature.empty()) {
      points.append(ligature.begin(), ligature.end());
    } else if (point == 0xAD) {
      points += U'-';
    } else if (is_blank(point) || (point < 0x20 && point != 0)) {
      if (points.empty()) return " ";
    } else if (!prints_nothing(point)) {
      points += point == 0 ? char32_t{0xFFFD} : point;
    }
  }
  return to_utf8(points);
}

std::u32string points_of_text_string(const std::string& bytes) {
  const auto byte = [&bytes](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]));
  };
  std::u32string points;
  if (!bytes.starts_with("\xFE\xFF")) {
    for (std::size_t i = 0; i < bytes.size(); ++i) points += byte(i);
    return points;
  }
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const char32_t unit = (byte(i) << 8U) | byte(i + 1);
    const bool pairs = unit >= 0xDC00 && unit < 0xE000 && !points.empty() &&
                       points.back() >= 0xD800 && points.back() < 0xDC00;
    if (pairs) {
      points.back() = 0x10000 + ((points.back() - 0xD800) << 10U) + (unit - 0xDC00);
    } else {
      points += unit;
    }
  }
  return points;
}

}  // namespace diarium
