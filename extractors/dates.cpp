#include "extractors/dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extractors/case_headers.h"
#include "extractors/sections.h"
#include "models/date.h"
#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 4> kRules{"dates.iso", "dates.words", "dates.slashed",
                                                 "dates.run"};

std::optional<Finding> finding_of(const Match& match, const Rule& rule) {
  const std::string_view printed = match["date"];
  const std::optional<Date> date = parse_date(printed);
  if (!date) return std::nullopt;
  Finding finding{.record = DateRecord{.date = *date, .raw = squeeze_blanks(printed)},
                  .span = match.span_of("date"),
                  .rule = rule.name(),
                  .confidence = rule.confidence()};
  if (!date->valid()) finding.issues.emplace_back("invalid_date");
  if (date->year == 0) finding.issues.emplace_back("year_missing");
  const int named = named_weekday(printed);
  const int real = weekday_of(*date);
  if (named != 0 && real != 0 && named != real) finding.issues.emplace_back("weekday_mismatch");
  return finding;
}

/// Keeps the first of findings that overlap, and none that lies in a case number.
void drop_overlaps(std::vector<Finding>& findings, const std::vector<FoundCaseNumber>& numbers) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  std::size_t last_end = 0;
  auto number = numbers.begin();
  std::erase_if(findings, [&](const Finding& finding) {
    while (number != numbers.end() && number->span.end <= finding.span.begin) ++number;
    const bool in_number = number != numbers.end() && number->span.overlaps(finding.span);
    if (in_number || finding.span.begin < last_end) return true;
    last_end = finding.span.end;
    return false;
  });
}

}  // namespace

std::vector<Finding> Dates::extract(const Document& document) const {
  const std::string_view text = document.text.view();
  std::vector<Finding> findings;
  for (const std::string_view name : kRules) {
    const Rule& rule = rules_.rule(name);
    for (const Match& match : rule.matches(text)) {
      const Paragraph* paragraph = paragraph_at(document, match.span().begin);
      if (paragraph != nullptr && !is_content(*paragraph)) continue;
      if (std::optional<Finding> finding = finding_of(match, rule)) {
        findings.push_back(*std::move(finding));
      }
    }
  }
  drop_overlaps(findings, parse_case_numbers(text, rules_));
  return findings;
}

}  // namespace diarium
