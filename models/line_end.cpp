#include "models/line_end.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kHyphen = "\xE2\x80\x90";

/// "hälso- och sjukvård": the hyphen stands for the rest of a word, not for the end of the line.
bool is_suspended(std::string_view next) {
  static constexpr std::array<std::string_view, 7> kJoints{"och",  "eller", "samt", "respektive",
                                                           "resp", "men",   "till"};
  std::string word = to_lower(next);
  while (!word.empty() && !is_letter(last_point(word))) word.pop_back();
  return std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
}

}  // namespace

std::string_view without_hyphen(std::string_view word) {
  for (const std::string_view hyphen : {std::string_view("-"), kSoftHyphen, kHyphen}) {
    if (word.ends_with(hyphen)) return word.substr(0, word.size() - hyphen.size());
  }
  return word;
}

LineEnd line_end_of(std::string_view word, std::string_view next) {
  if (word.ends_with(kSoftHyphen)) return LineEnd::divided;
  const std::string_view stem = without_hyphen(word);
  if (stem.empty() || stem == word || is_suspended(next)) return LineEnd::blank;
  const char32_t first = first_point(next);
  const char32_t before = last_point(stem);
  if (!is_letter(before) && !is_digit(before)) return LineEnd::blank;
  if (is_lower(first) && is_letter(before)) return LineEnd::divided;
  return is_letter(first) || is_digit(first) ? LineEnd::hyphenated : LineEnd::blank;
}

}  // namespace diarium
