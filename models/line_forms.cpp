#include "models/line_forms.h"

#include "models/unicode.h"

namespace diarium {

bool is_label_with_value(const std::vector<const Word*>& line) {
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

}  // namespace diarium
