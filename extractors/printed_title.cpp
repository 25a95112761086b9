#include "extractors/printed_title.h"

#include <algorithm>

#include "extractors/case_headers.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// Where the label before the byte `begin` starts; `begin` itself without one.
std::size_t label_begin(std::string_view text, std::size_t begin, const RuleBook& rules) {
  const std::string_view before = text.substr(0, begin);
  const auto label = rules.rule("case_headers.label_before").first(before);
  return label ? label->span().begin : begin;
}

std::string without_edge_marks(std::string_view text) {
  std::string_view kept = trim(text);
  while (!kept.empty() && (kept.back() == '(' || kept.back() == ',' || kept.back() == '-')) {
    kept = trim(kept.substr(0, kept.size() - 1));
  }
  while (!kept.empty() && (kept.front() == ')' || kept.front() == ',' || kept.front() == '-')) {
    kept = trim(kept.substr(1));
  }
  return squeeze_blanks(kept);
}

}  // namespace

PrintedTitle take_apart(std::string_view text, const RuleBook& rules) {
  PrintedTitle printed;
  std::size_t title_end = text.size();
  std::size_t last_end = text.size();
  for (FoundCaseNumber& found : parse_case_numbers(text, rules)) {
    if (printed.case_numbers.empty()) title_end = label_begin(text, found.span.begin, rules);
    last_end = found.span.end;
    printed.case_numbers.push_back(std::move(found.number));
  }
  printed.title = without_edge_marks(text.substr(0, title_end));
  printed.rest = without_edge_marks(text.substr(last_end));
  return printed;
}

}  // namespace diarium
