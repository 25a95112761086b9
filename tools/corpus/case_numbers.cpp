#include <algorithm>
#include <cstdlib>

#include "models/unicode.h"
#include "tools/corpus/truth_keeper.h"

namespace diarium::corpus {
namespace {

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Takes "1.2.4.1" or "003" off the end: the last word, where the number is complete without it.
std::string take_classification(std::string_view& raw) {
  const std::size_t blank = raw.rfind(' ');
  if (blank == std::string_view::npos) return "";
  const std::string_view last = raw.substr(blank + 1);
  const bool dotted = last.find('.') != std::string_view::npos &&
                      last.find_first_not_of("0123456789.") == std::string_view::npos;
  // "2024/KS 0123 003": of a classification plan with three digits, after a number of four.
  const bool planned = all_digits(last) && last.size() == 3;
  if (!dotted && !planned) return "";
  raw = raw.substr(0, blank);
  return std::string(last);
}

}  // namespace

CaseNumber case_number_of(std::string_view raw) {
  CaseNumber number{.raw = squeeze_blanks(raw)};
  std::string_view rest = raw;
  number.classification = take_classification(rest);
  std::string part;
  const auto take_part = [&] {
    if (all_digits(part)) {
      if (number.year == 0 && is_year(part)) {
        number.year = std::atoi(part.c_str());
      } else if (number.serial == 0) {
        number.serial = std::atol(part.c_str());
      }
    } else if (number.authority.empty()) {
      number.authority = part;
    }
    part.clear();
  };
  for (const char byte : rest) {
    if (std::string_view(" -/:.").find(byte) == std::string_view::npos) {
      part += byte;
    } else if (!part.empty()) {
      take_part();
    }
  }
  if (!part.empty()) take_part();
  return number;
}

std::string sentence_at(const RichText& text, std::size_t byte) {
  std::string bytes;  // without note markers, so that "skola.¹ Den" has its stop before a blank
  std::size_t at = 0;
  const std::vector<Mark> markers = text.marks_of("fn");
  for (std::size_t next = 0; next < text.text.size(); ++next) {
    if (next == byte) at = bytes.size();
    const bool marker =
        std::ranges::any_of(markers, [next](const Mark& mark) { return mark.span.contains(next); });
    if (!marker) bytes += text.text[next] == '\n' ? ' ' : text.text[next];
  }
  const auto ends_at = [&bytes](std::size_t stop) {  // a stop, a blank, a capital
    if (std::string_view(".?!").find(bytes[stop]) == std::string_view::npos) return false;
    const std::size_t next = bytes.find_first_not_of(' ', stop + 1);
    if (next == std::string::npos) return true;
    return next > stop + 1 && is_upper(first_point(std::string_view(bytes).substr(next)));
  };
  std::size_t begin = at;
  while (begin > 0 && !ends_at(begin - 1)) --begin;
  std::size_t end = at;
  while (end < bytes.size() && !ends_at(end)) ++end;
  return squeeze_blanks(std::string_view(bytes).substr(begin, end + 1 - begin));
}

}  // namespace diarium::corpus
