#include "pipeline/segment/title_match.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "januari", "februari", "mars",      "april",   "maj",      "juni",
      "juli",    "augusti",  "september", "oktober", "november", "december"};
  return std::find(kMonths.begin(), kMonths.end(), word) != kMonths.end();
}

/// Words of letters and digits, lower case.
std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words;
  std::u32string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(to_utf8(word));
    word.clear();
  };
  for (const char32_t point : code_points(to_lower(title))) {
    if (is_letter(point) || is_digit(point)) {
      word += point;
    } else {
      flush();
    }
  }
  flush();
  return words;
}

bool is_number(const std::string& word) {
  return word.find_first_not_of("0123456789") == std::string::npos;
}

std::string compared_form(std::string_view title) {
  std::vector<std::string> words = words_of(title);
  std::size_t begin = 0;
  while (begin < words.size() && (words[begin] == "bilaga" || is_number(words[begin]))) ++begin;
  std::string form;
  for (std::size_t i = begin; i < words.size(); ++i) {
    const bool before_month =
        i + 1 < words.size() && is_month(words[i + 1]) && (words[i] == "i" || words[i] == "för");
    if (before_month) continue;
    if (!form.empty()) form += ' ';
    form += words[i];
  }
  return form;
}

}  // namespace

double title_likeness(std::string_view a, std::string_view b) {
  const std::string first = compared_form(a);
  const std::string second = compared_form(b);
  if (first.empty() || second.empty()) return 0;
  return similarity(first, second);
}

bool share_a_word(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongWord = 6;  // bytes
  const std::vector<std::string> others = words_of(b);
  for (const std::string& word : words_of(a)) {
    if (word.size() < kLongWord || word == "bilaga" || is_number(word)) continue;
    if (std::find(others.begin(), others.end(), word) != others.end()) return true;
  }
  return false;
}

}  // namespace diarium
