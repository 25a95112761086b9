#include "tools/diarium/evaluation/comparable_text.h"

#include <array>
#include <string>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::u32string_view kDoubleQuotes = U"“”„‟«»";
constexpr std::u32string_view kSingleQuotes = U"‘’‚′´`";
constexpr std::u32string_view kDashes = U"‐‑‒–—―−";
constexpr std::u32string_view kSuperscripts = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
constexpr std::u32string_view kBullets = U"•●◦▪·*-";
constexpr char32_t kSoftHyphen = 0x00AD;
constexpr char32_t kEllipsis = 0x2026;

bool is_one_of(char32_t point, std::u32string_view set) {
  return set.find(point) != std::u32string_view::npos;
}

void append_alike(std::u32string& out, char32_t point) {
  if (point == kSoftHyphen) return;
  if (point == kEllipsis) {
    out += U"...";
  } else if (is_one_of(point, kDoubleQuotes)) {
    out += U'"';
  } else if (is_one_of(point, kSingleQuotes)) {
    out += U'\'';
  } else if (is_one_of(point, kDashes)) {
    out += U'-';
  } else if (const auto digit = kSuperscripts.find(point); digit != std::u32string_view::npos) {
    out += U'0' + static_cast<char32_t>(digit);
  } else if (point != U'\n' && is_blank(point)) {
    out += U' ';
  } else {
    out += point;
  }
}

bool begins_with_word(std::u32string_view text, std::u32string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || !is_letter(text[word.size()]));
}

/// "hälso-\noch sjukvård" keeps its hyphen: what follows is no rest of a word.
bool is_rest_of_word(std::u32string_view text) {
  if (text.empty() || !is_lower(text.front())) return false;
  for (const std::u32string_view word : {U"och", U"eller", U"samt", U"som"}) {
    if (begins_with_word(text, word)) return false;
  }
  return true;
}

/// The next letter after a line end and its blanks; npos where the line doesn't end here.
std::size_t after_line_end(const std::u32string& text, std::size_t at) {
  while (at < text.size() && text[at] == U' ') ++at;
  if (at >= text.size() || text[at] != U'\n') return std::u32string::npos;
  while (at < text.size() && (text[at] == U' ' || text[at] == U'\n')) ++at;
  return at;
}

std::u32string joined_lines(const std::u32string& text) {
  std::u32string out;
  bool line_begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t point = text[at];
    if (line_begins && is_one_of(point, kBullets) && at + 1 < text.size() && text[at + 1] == U' ')
      continue;
    if (point == U'-' && !out.empty() && is_letter(out.back())) {
      const std::size_t rest = after_line_end(text, at + 1);
      if (rest != std::u32string::npos && is_rest_of_word(std::u32string_view(text).substr(rest))) {
        at = rest - 1;
        continue;
      }
    }
    if (point == U'\n' || point == U' ') {
      line_begins = line_begins || point == U'\n';
      if (!out.empty() && out.back() != U' ') out += U' ';
      continue;
    }
    line_begins = false;
    out += point;
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return out;
}

/// "12. " or "a) " at the start.
std::size_t list_mark_end(std::u32string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 2 || at + 1 >= text.size()) return 0;
  return (text[at] == U'.' || text[at] == U')') && text[at + 1] == U' ' ? at + 2 : 0;
}

}  // namespace

std::string comparable_text(std::string_view text) {
  std::u32string alike;
  for (const char32_t point : code_points(to_nfc(text))) append_alike(alike, point);
  return to_utf8(joined_lines(alike));
}

std::string comparable_key(std::string_view text) {
  const std::u32string points = code_points(to_lower(comparable_text(text)));
  std::u32string_view key = points;
  while (!key.empty() && !is_letter(key.front()) && !is_digit(key.front()) && key.front() != U'(')
    key.remove_prefix(1);
  key.remove_prefix(list_mark_end(key));
  if (begins_with_word(key, U"att")) {
    key.remove_prefix(3);
    while (!key.empty() && (key.front() == U':' || key.front() == U' ')) key.remove_prefix(1);
  }
  constexpr std::u32string_view kClosing = U" .,;:\"'";
  const auto strip_end = [&] {
    while (!key.empty() && is_one_of(key.back(), kClosing)) key.remove_suffix(1);
  };
  strip_end();
  if (key.ends_with(U" samt")) key.remove_suffix(5);
  strip_end();
  return to_utf8(key);
}

}  // namespace diarium
