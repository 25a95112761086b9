#include "pipeline/layout/markers.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/unicode.h"

namespace diarium::layout {
namespace {

// Bullets of the usual fonts; U+F0B7, U+F0A7 and U+F02D are what Symbol and Wingdings give.
constexpr std::u32string_view kBullets = U"•‣◦●○▪▫■□∙·–—-‐‑−*➢➤✓→\uF0B7\uF0A7\uF02D\uF0D8";

bool all_digits(std::u32string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_roman(std::u32string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char32_t c) {
    return c == U'i' || c == U'v' || c == U'x';
  });
}

/// "1.2", "3.1.4": numbers with single dots between them.
bool is_numbering(std::u32string_view text) {
  char32_t before = U'.';
  for (const char32_t c : text) {
    if (!is_digit(c) && (c != U'.' || before == U'.')) return false;
    before = c;
  }
  return !text.empty() && before != U'.' && text.size() <= 8;
}

bool is_short_number(std::u32string_view text) {
  return all_digits(text) && text.size() <= 3;
}

std::string without_blanks(std::string_view text) {
  std::u32string kept;
  for (const char32_t c : code_points(text)) {
    if (!is_blank(c)) kept += c;
  }
  return to_utf8(kept);
}

/// "3(41)", "3/41", "3av41", "3"
bool is_count(std::u32string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of(U"0123456789"), text.size());
  if (digits == 0 || digits > 4) return false;
  std::u32string_view rest = text.substr(digits);
  if (rest.empty()) return digits <= 3;
  if (rest.front() == U'(' && rest.back() == U')')
    return all_digits(rest.substr(1, rest.size() - 2));
  if (rest.front() == U'/') return all_digits(rest.substr(1));
  return rest.starts_with(U"av") && all_digits(rest.substr(2));
}

}  // namespace

bool is_bullet(std::string_view word) {
  const std::u32string points = code_points(word);
  return points.size() == 1 && kBullets.find(points.front()) != std::u32string_view::npos;
}

bool is_list_marker(std::string_view word) {
  if (word.size() > 12) return false;
  if (is_bullet(word)) return true;
  const std::u32string points = code_points(word);
  std::u32string_view inner = points;
  const char32_t last = inner.empty() ? U' ' : inner.back();
  if (last != U'.' && last != U')') return false;
  inner.remove_suffix(1);
  if (last == U')' && !inner.empty() && inner.front() == U'(') inner.remove_prefix(1);
  if (inner.size() == 1 && is_letter(inner.front())) return true;
  return is_short_number(inner) || is_roman(inner) ||
         (is_numbering(inner) && inner.find(U'.') != std::u32string_view::npos);
}

bool is_note_marker(std::string_view word) {
  if (word.size() > 12) return false;
  const std::u32string points = code_points(word);
  std::u32string_view inner = points;
  if (!inner.empty() && (inner.back() == U')' || inner.back() == U'.')) inner.remove_suffix(1);
  if (inner.empty() || inner.size() > 3) return false;
  const auto all_of_sign = [&](char32_t sign) {
    return std::all_of(inner.begin(), inner.end(), [&](char32_t c) { return c == sign; });
  };
  return is_short_number(inner) || all_of_sign(U'*') || all_of_sign(U'†') ||
         std::all_of(inner.begin(), inner.end(), [](char32_t c) {
           return std::u32string_view(U"⁰¹²³⁴⁵⁶⁷⁸⁹").find(c) != std::u32string_view::npos;
         });
}

bool is_page_label(std::string_view text) {
  if (text.size() > 40) return false;
  const std::string lower = to_lower(without_blanks(text));
  std::u32string points = code_points(lower);
  std::u32string_view label = points;
  bool named = false;
  for (const std::u32string_view name : {U"sidan", U"sida", U"sid.", U"sid", U"page", U"s."}) {
    if (label.starts_with(name)) {
      label.remove_prefix(name.size());
      named = true;
      break;
    }
  }
  constexpr std::u32string_view kDashes = U"-–—";
  if (!named && label.size() > 2 && kDashes.find(label.front()) != std::u32string_view::npos &&
      kDashes.find(label.back()) != std::u32string_view::npos) {
    label = label.substr(1, label.size() - 2);
  }
  return is_count(label);
}

Caption caption_of(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos || blank > 12) return Caption::none;
  const std::string_view number = line.substr(blank + 1);
  if (number.empty() || !is_digit(first_point(number))) return Caption::none;
  const std::string word = to_lower(line.substr(0, blank));
  if (word == "tabell" || word == "table") return Caption::table;
  for (const std::string_view figure : {"figur", "figure", "diagram", "bild", "graf"}) {
    if (word == figure) return Caption::figure;
  }
  return Caption::none;
}

bool is_leader(std::string_view word) {
  const std::u32string points = code_points(word);
  const auto dots =
      static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [](char32_t c) {
        return c == U'.' || c == U'…' || c == U'_';
      }));
  if (dots == points.size()) return dots >= 3 || points.starts_with(U"…");
  return dots >= 5 && 3 * dots >= 2 * points.size();
}

bool is_blurred_bullet(std::string_view word) {
  constexpr std::u32string_view kMisread = U"©®@&°¢*»>eo0O.,;:*+~=";
  const std::u32string points = code_points(word);
  return points.size() == 1 && kMisread.find(points.front()) != std::u32string_view::npos;
}

bool is_number(std::string_view word) {
  const std::u32string points = code_points(word);
  const bool digit = std::any_of(points.begin(), points.end(), is_digit);
  return digit && std::all_of(points.begin(), points.end(), [](char32_t c) {
           return is_digit(c) || is_blank(c) ||
                  std::u32string_view(U"+-−–.,:%()*").find(c) != std::u32string_view::npos;
         });
}

}  // namespace diarium::layout
