#include "pipeline/segment/own_case_numbers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extractors/case_headers.h"
#include "extractors/minutes_sentences.h"
#include "models/unicode.h"

namespace diarium {
namespace {

using Numbers = std::vector<CaseNumber>;

Numbers numbers_of(std::vector<FoundCaseNumber> found) {
  Numbers numbers;
  for (FoundCaseNumber& one : found) numbers.push_back(std::move(one.number));
  return numbers;
}

/// Without its label a number such as "2024/12" might as well be a year and a month.
Numbers labelled(std::string_view printed, const RuleBook& rules) {
  if (printed.empty()) return {};
  return numbers_of(parse_case_numbers("Dnr " + std::string(printed), rules));
}

/// "Dnr KS 2024/12" and nothing else.
Numbers on_line_of_label(std::string_view line, const RuleBook& rules) {
  const auto match = rules.rule("document_parts.card_number").whole(line);
  return match ? labelled((*match)["number"], rules) : Numbers();
}

/// "KSF-2021-0187" alone, "Ärende 6. Dnr KS 2024/12" or "Taxa (KS 2024/12)" at a line's end. The
/// number of whoever is written to is not the paper's.
Numbers on_line(std::string_view line, const RuleBook& rules) {
  if (Numbers numbers = on_line_of_label(line, rules); !numbers.empty()) return numbers;
  std::vector<FoundCaseNumber> found = parse_case_numbers(line, rules);
  if (found.empty()) return {};
  const std::size_t begin = found.front().span.begin;
  const bool bracketed = begin > 0 && line[begin - 1] == '(';
  if (found.back().span.end + (bracketed ? 1 : 0) != line.size()) return {};
  if (begin == 0 || bracketed) return numbers_of(std::move(found));
  const auto label = rules.rule("case_headers.label_before").first(line.substr(0, begin));
  if (!label || to_lower(line.substr(label->span().begin)).starts_with("er")) return {};
  return numbers_of(std::move(found));
}

/// Lists, tables and running text end the head of a paper, and in minutes headings: what stands
/// below them is of a §.
bool ends_head(const Paragraph& paragraph, const Document& document) {
  constexpr std::size_t kContent = 80;  // bytes
  switch (paragraph.kind) {
    case ParagraphKind::heading:
      return is_minutes(document);
    case ParagraphKind::body:
      return paragraph.span.size() > kContent && document.text.slice(paragraph.span).ends_with('.');
    case ParagraphKind::title:
    case ParagraphKind::header_card:
    case ParagraphKind::signature:
    case ParagraphKind::stamp:
    case ParagraphKind::caption:
    case ParagraphKind::table:
      return false;
    default:
      return true;
  }
}

Numbers in_head(const Document& document, const RuleBook& rules) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (ends_head(paragraph, document)) break;
    if (paragraph.kind == ParagraphKind::heading) continue;
    for (const Span& line : paragraph.lines) {
      const std::string_view text = trim(document.text.slice(line));
      // The rows of a table may be of other cases.
      Numbers numbers = paragraph.kind == ParagraphKind::table ? on_line_of_label(text, rules)
                                                               : on_line(text, rules);
      if (!numbers.empty()) return numbers;
    }
  }
  return {};
}

/// The registrar's, whether layout took it for a stamp or not: it tells the day of the receipt.
bool is_stamp(const Paragraph& paragraph, const Document& document, const RuleBook& rules) {
  if (paragraph.kind == ParagraphKind::stamp) return true;
  return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const Span& line) {
    return rules.rule("document_parts.received").whole(trim(document.text.slice(line)));
  });
}

Numbers in_stamp(const Document& document, const RuleBook& rules) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!is_stamp(paragraph, document, rules)) continue;
    for (const Span& line : paragraph.lines) {
      Numbers numbers = on_line_of_label(trim(document.text.slice(line)), rules);
      if (!numbers.empty()) return numbers;
    }
  }
  return {};
}

}  // namespace

std::vector<CaseNumber> own_case_numbers(const Document& document, std::string_view card,
                                         std::string_view meeting_rest, const RuleBook& rules) {
  if (Numbers numbers = labelled(card, rules); !numbers.empty()) return numbers;
  if (Numbers numbers = numbers_of(parse_case_numbers(meeting_rest, rules)); !numbers.empty())
    return numbers;
  if (Numbers numbers = in_head(document, rules); !numbers.empty()) return numbers;
  return in_stamp(document, rules);
}

}  // namespace diarium
