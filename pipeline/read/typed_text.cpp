#include "pipeline/read/typed_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

// Of so many bytes one may be a control character: typists' files hold a few.
constexpr std::size_t kBytesPerControl = 200;

constexpr std::u32string_view kWindows1252 =
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";
constexpr std::u32string_view kCodePage850 =
    U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
    U"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";

char32_t byte_of(char c) {
  return static_cast<unsigned char>(c);
}

bool is_control(char32_t point) {
  // DOS ended its files with 0x1A.
  return point < 0x20 && point != U'\t' && point != U'\n' && point != U'\r' && point != U'\f' &&
         point != 0x1A;
}

bool is_mostly_text(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return false;
  const auto controls =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return is_control(byte_of(c)); });
  return static_cast<std::size_t>(controls) * kBytesPerControl <= bytes.size();
}

std::ptrdiff_t count_of(std::string_view bytes, std::string_view letters) {
  return std::count_if(bytes.begin(), bytes.end(),
                       [&](char c) { return letters.find(c) != std::string_view::npos; });
}

std::u32string decoded(std::string_view bytes, std::u32string_view upper, char32_t first) {
  std::u32string points;
  points.reserve(bytes.size());
  for (const char c : bytes) {
    const char32_t byte = byte_of(c);
    const bool listed = byte >= first && byte - first < upper.size();
    points += listed ? upper[byte - first] : byte;
  }
  return points;
}

std::u32string from_one_byte(std::string_view bytes) {
  const auto windows = count_of(bytes, "\xE5\xE4\xF6\xC5\xC4\xD6");
  const auto dos = count_of(bytes, "\x86\x84\x94\x8F\x8E\x99");
  return decoded(bytes, dos > windows ? kCodePage850 : kWindows1252, 0x80);
}

std::u32string from_utf16(std::string_view bytes, bool little) {
  std::u32string points;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const char32_t first = byte_of(bytes[i]);
    const char32_t second = byte_of(bytes[i + 1]);
    const char32_t unit = little ? second << 8U | first : first << 8U | second;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (low && !points.empty() && points.back() >= 0xD800 && points.back() < 0xDC00) {
      points.back() = 0x10000 + ((points.back() - 0xD800) << 10U) + (unit - 0xDC00);
    } else {
      points += unit;
    }
  }
  for (char32_t& point : points) {
    if (point >= 0xD800 && point < 0xE000) point = 0xFFFD;
  }
  return points;
}

/// Line ends of all systems made '\n', other control characters dropped.
std::string plain(std::u32string_view points) {
  std::u32string text;
  text.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t point = points[i];
    if (point == U'\r' && i + 1 < points.size() && points[i + 1] == U'\n') continue;
    if (point == U'\r') {
      text += U'\n';
    } else if (!is_control(point) && point != 0x1A && point != 0xFEFF) {
      text += point;
    }
  }
  return to_nfc(to_utf8(text));
}

}  // namespace

std::optional<std::string> typed_text(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  if (little || bytes.starts_with("\xFE\xFF")) {
    const std::u32string points = from_utf16(bytes, little);
    if (!is_mostly_text(to_utf8(points))) return std::nullopt;
    return plain(points);
  }
  if (!is_mostly_text(bytes)) return std::nullopt;
  return plain(is_utf8(bytes) ? code_points(bytes) : from_one_byte(bytes));
}

}  // namespace diarium
