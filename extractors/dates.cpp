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

int days_of(int year, int month) {
  constexpr int kMostDays = 31;
  for (int day = kMostDays; day > 0; --day) {
    if (Date{.year = year, .month = month, .day = day}.valid()) return day;
  }
  return 0;
}

/// The day that others without a year are near to: that of the document or its meeting, else the
/// last one that it prints.
std::optional<Date> reference_of(const Document& document, const std::vector<Finding>& findings) {
  if (document.date && document.date->year != 0) return document.date;
  if (document.meeting_date && document.meeting_date->year != 0) return document.meeting_date;
  std::optional<Date> last;
  for (const Finding& finding : findings) {
    const Date& date = std::get<DateRecord>(finding.record).date;
    if (date.year != 0 && date.valid() && (!last || iso_of(*last) < iso_of(date))) last = date;
  }
  return last;
}

/// The year of the reference and the ones beside it: those whose weekday fits, where one is named,
/// else this year and the one before.
std::vector<std::string> with_a_year(const DateRecord& record, int year) {
  const int named = named_weekday(record.raw);
  std::vector<std::string> candidates;
  for (const int candidate : {year, year - 1, year + 1}) {
    Date date = record.date;
    date.year = candidate;
    const bool fits = named == 0 ? candidate <= year : weekday_of(date) == named;
    if (fits && date.valid()) candidates.push_back(iso_of(date));
  }
  return candidates;
}

void add_candidates(const Document& document, std::vector<Finding>& findings) {
  const std::optional<Date> reference = reference_of(document, findings);
  for (Finding& finding : findings) {
    auto& record = std::get<DateRecord>(finding.record);
    if (record.date.year == 0) {
      if (reference) record.candidates = with_a_year(record, reference->year);
    } else if (!record.date.valid() && record.date.month != 0) {
      // "2019-04-31" is most often the end of the month.
      Date end = record.date;
      end.day = days_of(end.year, end.month);
      if (end.valid()) record.candidates = {iso_of(end)};
    }
  }
}

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

/// "3 Maj Andersson", "Maj-Britt": a first name, where no year follows and a surname does.
bool is_a_name(const Match& match, std::string_view text) {
  const std::string_view behind = text.substr(match.span_of("date").end);
  const bool joined = behind.starts_with('-') || behind.starts_with(' ');
  return match["date"].ends_with(" Maj") && joined && is_upper(first_point(behind.substr(1)));
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
      if (is_a_name(match, text)) continue;
      if (std::optional<Finding> finding = finding_of(match, rule)) {
        findings.push_back(*std::move(finding));
      }
    }
  }
  drop_overlaps(findings, parse_case_numbers(text, rules_));
  add_candidates(document, findings);
  return findings;
}

}  // namespace diarium
