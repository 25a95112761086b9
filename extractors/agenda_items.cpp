#include "extractors/agenda_items.h"

#include <string>

#include "extractors/minutes_paragraphs.h"
#include "extractors/printed_title.h"
#include "extractors/sections.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// An item and the paragraphs under it.
class ItemReader {
 public:
  ItemReader(const Document& document, const RuleBook& rules)
      : document_(document),
        rules_(rules),
        item_(rules.rule("agenda_items.item")),
        note_(rules.rule("agenda_items.note")) {}

  std::vector<Finding> read() {
    for (const Paragraph* paragraph : paragraphs_in(document_, SectionKind::agenda)) {
      const auto number = paragraph->kind == ParagraphKind::list_item
                              ? item_.whole(paragraph->marker)
                              : std::nullopt;
      if (number) {
        begin_item(*paragraph, std::string((*number)["number"]));
      } else if (!findings_.empty()) {
        add_to_item(*paragraph);
      }
    }
    return std::move(findings_);
  }

 private:
  AgendaItem& last() { return std::get<AgendaItem>(findings_.back().record); }

  void begin_item(const Paragraph& paragraph, std::string number) {
    findings_.push_back({.record = AgendaItem{.number = std::move(number)},
                         .span = paragraph.span,
                         .rule = item_.name(),
                         .confidence = item_.confidence()});
    const std::size_t note = note_begin(paragraph);
    const Span head{paragraph.span.begin, note};
    PrintedTitle printed = take_apart(document_.text.slice(head), rules_);
    last().title = printed.title;
    set_number(printed);
    add_note(printed.rest);
    add_note(document_.text.slice({note, paragraph.span.end}));
  }

  /// A line below an item belongs to it when it is a case number or a remark.
  void add_to_item(const Paragraph& paragraph) {
    const std::string_view text = text_of(document_, paragraph);
    const PrintedTitle printed = take_apart(text, rules_);
    const bool numbers = !printed.case_numbers.empty() && printed.title.empty();
    const bool remark = note_.first(text).has_value();
    if (!numbers && !remark) return;
    set_number(printed);
    add_note(numbers ? printed.rest : text);
    findings_.back().span.end = paragraph.span.end;
  }

  /// Where the first printed line begins that is a remark; the paragraph's end without one.
  [[nodiscard]] std::size_t note_begin(const Paragraph& paragraph) const {
    for (std::size_t i = 1; i < paragraph.lines.size(); ++i) {
      if (note_.first(document_.text.slice(paragraph.lines[i]))) return paragraph.lines[i].begin;
    }
    return paragraph.span.end;
  }

  void set_number(const PrintedTitle& printed) {
    if (printed.case_numbers.empty() || last().case_number) return;
    last().case_number = printed.case_numbers.front();
  }

  void add_note(std::string_view text) {
    last().note = squeeze_blanks(last().note + " " + std::string(text));
  }

  const Document& document_;
  const RuleBook& rules_;
  const Rule& item_;
  const Rule& note_;
  std::vector<Finding> findings_;
};

AgendaItem item_of(const MinutesParagraph& paragraph) {
  AgendaItem item{.number = paragraph.number, .title = paragraph.title};
  if (!paragraph.case_numbers.empty()) item.case_number = paragraph.case_numbers.front();
  return item;
}

}  // namespace

std::vector<Finding> AgendaItems::extract(const Document& document) const {
  if (document.kind == DocumentKind::kallelse) return ItemReader(document, rules_).read();
  const Rule& rule = rules_.rule("minutes_paragraphs.header");
  std::vector<Finding> findings;
  for (const MinutesHeading& heading : minutes_headings(document, rules_)) {
    findings.push_back({.record = item_of(heading.paragraph),
                        .span = heading.span,
                        .rule = rule.name(),
                        .confidence = rule.confidence()});
  }
  return findings;
}

}  // namespace diarium
