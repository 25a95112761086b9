#include "models/line_forms.h"

#include <algorithm>
#include <string>

#include "models/unicode.h"

namespace diarium {
namespace {

/// "Dnr", "KS", "2024/31", "1.2.4.1": the number of a case, and no word of its title.
bool is_case_number(const std::vector<const Word*>& line) {
  if (line.size() < 2 || line.size() > 4) return false;
  const std::string label = to_lower(line.front()->text);
  if (!label.starts_with("dnr") && !label.starts_with("diarien")) return false;
  return std::all_of(line.begin() + 1, line.end(), [](const Word* word) {
    const std::u32string points = code_points(word->text);
    return std::none_of(points.begin(), points.end(), [](char32_t c) { return is_lower(c); });
  });
}

}  // namespace

bool is_label_with_value(const std::vector<const Word*>& line) {
  if (is_case_number(line)) return true;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i]->style.bold == line[i + 1]->style.bold) continue;
    return line[i]->style.bold && line[i]->text.ends_with(':');
  }
  return false;
}

bool may_be_misread_number(std::string_view word) {
  constexpr std::size_t kMost = 4;
  const std::u32string points = code_points(word);
  if (points.empty() || points.size() > kMost || points.back() == U')') return false;
  const auto is_sign = [](char32_t point) { return !is_letter(point) && !is_digit(point); };
  if (is_sign(points.front()) && points.front() != U'|') return false;
  return points.size() == 1 || is_digit(points.front()) || is_sign(points.back());
}

bool may_be_misread_one(std::string_view word) {
  return word == "L" || word == "I" || word == "l" || word == "|";
}

}  // namespace diarium
