#include "extractors/own_paragraphs.h"

#include <algorithm>
#include <tuple>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kLongestHeading = 200;  // bytes

/// The §§ of one unit.
struct Run {
  std::string unit;
  int last = 0;
  int steps = 0;  ///< §§ that are one more than the one before
};

std::vector<PrintedParagraph> printed_in(const Document& document, const RuleBook& rules) {
  const Rule& header = rules.rule("headings.minutes_paragraph");
  std::vector<PrintedParagraph> printed;
  for (const Paragraph& paragraph : document.paragraphs) {
    const bool may_head = paragraph.kind == ParagraphKind::heading ||
                          paragraph.kind == ParagraphKind::title ||
                          paragraph.kind == ParagraphKind::body;
    if (!may_head || paragraph.span.size() > kLongestHeading) continue;
    const auto match = header.whole(text_of(document, paragraph));
    if (!match) continue;
    printed.push_back({std::string((*match)["unit"]), number_in((*match)["number"])});
  }
  return printed;
}

}  // namespace

OwnParagraphs::OwnParagraphs(const std::vector<PrintedParagraph>& printed) {
  std::vector<Run> runs;  // in the order in which they come in
  for (const PrintedParagraph& paragraph : printed) {
    const std::string unit = to_lower(paragraph.unit);
    const auto known =
        std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.unit == unit; });
    if (known == runs.end()) {
      runs.push_back({unit, paragraph.number, 0});
      continue;
    }
    if (paragraph.number == known->last + 1) ++known->steps;
    known->last = paragraph.number;
  }
  if (runs.size() < 2) return;
  const auto own = std::max_element(runs.begin(), runs.end(),
                                    [](const Run& a, const Run& b) { return a.steps <= b.steps; });
  unit_ = own->unit;
}

OwnParagraphs::OwnParagraphs(const Document& document, const RuleBook& rules)
    : OwnParagraphs(printed_in(document, rules)) {}

bool OwnParagraphs::has(std::string_view unit) const {
  return unit_.empty() || unit.empty() || to_lower(unit) == unit_;
}

}  // namespace diarium
