#include "pipeline/segment/paper_head.h"

#include <algorithm>
#include <string_view>

#include "extractors/case_headers.h"
#include "models/date.h"
#include "pipeline/segment/kind_label.h"

namespace diarium {
namespace {

constexpr std::size_t kShortLine = 60;  // bytes
constexpr std::size_t kMostLines = 2;

/// Whether a line tells the day, the number or the kind of a paper.
bool is_of_head(std::string_view line, const RuleBook& rules) {
  const auto label = kind_label_of(line, rules);
  return parse_date(line) || (label && label->form == LabelForm::alone && label->opens) ||
         rules.rule("document_parts.place_and_date").whole(line) ||
         !parse_case_numbers(line, rules).empty();
}

bool any_of_head(const Passage& passage, const RuleBook& rules) {
  return std::any_of(passage.lines.begin(), passage.lines.end(),
                     [&](const PassageLine& line) { return is_of_head(line.text, rules); });
}

/// "Eva Ek (S)" above the title says whose paper it is.
bool is_name_on_top(const Passage& passage) {
  return passage.kind == ParagraphKind::signature && passage.opens_page &&
         passage.lines.size() == 1;
}

bool may_stand_above(const Passage& passage) {
  return is_stack(passage) || is_name_on_top(passage);
}

/// The lines right below a title: "Revisionsrapport", a month, a case number. Kinds too common to
/// open a paper count there as well.
bool labels_title(const Passage& passage, const RuleBook& rules) {
  if (!is_stack(passage) || passage.kind != ParagraphKind::body) return false;
  const auto label = kind_label_of(passage.lines.front().text, rules);
  return (label && label->form == LabelForm::alone) || any_of_head(passage, rules);
}

PaperHead head_from(const std::vector<Passage>& passages, std::size_t first,
                    const RuleBook& rules) {
  constexpr std::size_t kHeadLines = 8;
  PaperHead head;
  const std::size_t page = passages[first].first_page();
  for (std::size_t i = first; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    if (passage.first_page() != page || head.above.size() > kHeadLines) return head;
    if (passage.kind == ParagraphKind::heading) {
      head.heading = &passage;
      head.labelled_below = i + 1 < passages.size() && labels_title(passages[i + 1], rules);
      return head;
    }
    if (!may_stand_above(passage)) return head;
    for (const PassageLine& line : passage.lines)
      head.above.push_back({line.text, is_of_head(line.text, rules)});
  }
  return head;
}

}  // namespace

std::string_view opening_of(std::string_view text) {
  std::size_t bytes = 1500;
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

bool is_stack(const Passage& passage) {
  const bool text = passage.kind == ParagraphKind::body || passage.kind == ParagraphKind::heading;
  return text && !passage.text.ends_with('.') &&
         std::all_of(passage.lines.begin(), passage.lines.end(),
                     [](const PassageLine& line) { return line.text.size() <= kShortLine; });
}

std::vector<PaperHead> paper_heads(const std::vector<Passage>& passages, std::size_t pages,
                                   const RuleBook& rules) {
  std::vector<PaperHead> heads(pages);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (passages[i].opens_page) heads[passages[i].first_page()] = head_from(passages, i, rules);
  }
  return heads;
}

std::size_t from_top_of_page(const std::vector<Passage>& passages, std::size_t start,
                             const RuleBook& rules) {
  constexpr std::size_t kHeadLines = 8;
  std::size_t lines = 0;
  std::size_t first = start;
  bool heads = any_of_head(passages[start], rules);
  while (!passages[first].opens_page && first > 0) {
    const Passage& above = passages[first - 1];
    lines += above.lines.size();
    if (!may_stand_above(above) || lines > kHeadLines) return start;
    heads = heads || any_of_head(above, rules);
    --first;
  }
  return lines <= kMostLines || heads ? first : start;
}

bool is_scrap(const std::vector<Passage>& passages, Span range) {
  if (!passages[range.begin].opens_page ||
      passages[range.begin].first_page() != passages[range.end].first_page()) {
    return false;
  }
  std::size_t lines = 0;
  std::size_t bytes = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    lines += passages[i].lines.size();
    bytes += passages[i].text.size();
  }
  return lines <= kMostLines && bytes <= kShortLine;
}

}  // namespace diarium
