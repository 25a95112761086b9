#include "extractors/case_headers.h"

#include <algorithm>
#include <array>

#include "models/unicode.h"

namespace diarium {
namespace {

/// A shape that a case number is printed in.
struct Shape {
  std::string_view rule;
  bool strong = false;  ///< needs no label before it
};

constexpr std::array kShapes{
    Shape{"case_headers.unit_year_plan", true},
    Shape{"case_headers.unit_year_dash", true},
    Shape{"case_headers.unit_year_dash_short", true},
    Shape{"case_headers.unit_year_colon", true},
    Shape{"case_headers.unit_year_slash", true},
    Shape{"case_headers.year_unit", true},
    Shape{"case_headers.unit_dotted", true},
    Shape{"case_headers.unit_serial_year", true},
    Shape{"case_headers.class_serial_year", true},
    Shape{"case_headers.year_dash_padded", true},
    Shape{"case_headers.any_unit"},
    Shape{"case_headers.year_dash"},
    Shape{"case_headers.serial_year_glued"},
    Shape{"case_headers.serial_year"},
    Shape{"case_headers.year_slash"},
    Shape{"case_headers.serial_short_year_plan"},
    Shape{"case_headers.serial_short_year"},
    Shape{"case_headers.small_serial_short_year"},
    Shape{"case_headers.short_year_serial"},
    Shape{"case_headers.short_year_plan"},
};

struct Candidate {
  FoundCaseNumber found;
  bool strong = false;
};

/// "25" of "0412/25": archives typed before 1950 had no such numbers.
int year_in(std::string_view digits) {
  const int year = number_in(digits);
  if (digits.size() > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

Candidate candidate_of(const Match& match, const Rule& rule, std::string_view text, bool strong) {
  const Span span = match.span();
  CaseNumber number{.authority = to_upper(match["authority"]),
                    .year = year_in(match["year"]),
                    .serial = number_in(match["serial"]),
                    .classification = std::string(match["classification"]),
                    .raw = squeeze_blanks(text.substr(span.begin, span.size()))};
  return {{std::move(number), span, rule.name(), rule.confidence()}, strong};
}

/// "2019-04" of "2019-04-16".
bool is_part_of_date(const Candidate& candidate, std::string_view text) {
  const std::string_view behind = text.substr(candidate.found.span.end);
  const std::string& raw = candidate.found.number.raw;
  if (raw.size() < 3 || raw[raw.size() - 3] != '-') return false;
  return behind.size() > 1 && behind[0] == '-' && behind[1] >= '0' && behind[1] <= '9';
}

/// "2018/2019" of a school year or a season.
bool is_pair_of_years(const CaseNumber& number) {
  return number.serial == number.year + 1 || number.serial + 1 == number.year;
}

/// Sees to it that what looks like a case number is one, by what stands around it.
class Judge {
 public:
  Judge(std::string_view text, const RuleBook& rules)
      : text_(text),
        rules_(rules),
        label_(rules.rule("case_headers.label_before")),
        joint_(rules.rule("case_headers.joint")) {}

  [[nodiscard]] bool accepts(const Candidate& candidate, std::size_t last_end) const {
    const CaseNumber& number = candidate.found.number;
    if (rules_.find("not_authorities", number.authority) != nullptr) return false;
    if (is_part_of_date(candidate, text_)) return false;
    if (candidate.strong && !is_pair_of_years(number)) return true;
    return has_label(candidate.found.span.begin) || is_joined(last_end, candidate.found.span.begin);
  }

 private:
  [[nodiscard]] bool has_label(std::size_t begin) const {
    constexpr std::size_t kLabelBytes = 40;
    const std::size_t from = begin - std::min(begin, kLabelBytes);
    return label_.first(text_.substr(from, begin - from)).has_value();
  }

  [[nodiscard]] bool is_joined(std::size_t last_end, std::size_t begin) const {
    constexpr std::size_t kJointBytes = 12;
    if (last_end == 0 || begin - last_end > kJointBytes) return false;
    return joint_.whole(text_.substr(last_end, begin - last_end)).has_value();
  }

  std::string_view text_;
  const RuleBook& rules_;
  const Rule& label_;
  const Rule& joint_;
};

/// By place; of those that begin together the longest first.
void sort_candidates(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     const Span& x = a.found.span;
                     const Span& y = b.found.span;
                     return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
                   });
}

}  // namespace

std::vector<FoundCaseNumber> parse_case_numbers(std::string_view text, const RuleBook& rules) {
  std::vector<Candidate> candidates;
  for (const Shape& shape : kShapes) {
    const Rule& rule = rules.rule(shape.rule);
    for (const Match& match : rule.matches(text)) {
      candidates.push_back(candidate_of(match, rule, text, shape.strong));
    }
  }
  sort_candidates(candidates);
  const Judge judge(text, rules);
  std::vector<FoundCaseNumber> found;
  std::size_t last_end = 0;
  for (Candidate& candidate : candidates) {
    const Span span = candidate.found.span;
    if (span.begin < last_end || !judge.accepts(candidate, last_end)) continue;
    last_end = span.end;
    found.push_back(std::move(candidate.found));
  }
  return found;
}

std::vector<Finding> CaseHeaders::extract(const Document& document) const {
  std::vector<Finding> findings;
  for (const FoundCaseNumber& found : parse_case_numbers(document.text.view(), rules_)) {
    findings.push_back({.record = Reference{.reference_kind = "case_number",
                                            .raw = found.number.raw,
                                            .normal = normal_form(found.number)},
                        .span = found.span,
                        .rule = found.rule,
                        .confidence = found.confidence});
  }
  return findings;
}

}  // namespace diarium
