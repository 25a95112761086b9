#include "extractors/agenda_items.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/agenda_tables.h"
#include "extractors/finding_confidence.h"
#include "extractors/minutes_paragraphs.h"
#include "extractors/printed_title.h"
#include "extractors/running_numbers.h"
#include "extractors/sections.h"
#include "models/line_forms.h"
#include "models/unicode.h"

namespace diarium {
namespace {

// An item whose number was told by its neighbours.
constexpr double kTrustInRepair = 0.6;

/// A paragraph of an agenda with what stands in its number column.
struct Entry {
  const Paragraph* paragraph = nullptr;
  bool marked = false;  // by a number, or by what a scanner made of one
  RunningNumber number;
};

std::string without_last(std::string_view marker) {
  std::u32string points = code_points(marker);
  points.pop_back();
  return to_utf8(points);
}

/// Reads the numbers of an agenda, then each item with the paragraphs under it.
class ItemReader {
 public:
  ItemReader(const Document& document, const RuleBook& rules)
      : document_(document),
        rules_(rules),
        item_(rules.rule("agenda_items.item")),
        note_(rules.rule("agenda_items.note")) {}

  std::vector<Finding> read_under_heading() {
    listed_ = paragraphs_in(document_, SectionKind::agenda);
    return read();
  }
  std::vector<Finding> read_list() {
    listed_ = counting_paragraphs();
    return read();
  }

 private:
  std::vector<Finding> read() {
    for (const Entry& entry : entries()) {
      if (entry.marked && entry.number.value) {
        begin_item(entry);
      } else if (!findings_.empty()) {
        add_to_item(*entry.paragraph);
      }
    }
    return std::move(findings_);
  }

  /// Without a heading the agenda is the list that counts on from one through the whole summons:
  /// "Formalia", "Beslutsärenden" may stand between its items.
  [[nodiscard]] std::vector<const Paragraph*> counting_paragraphs() const {
    constexpr int kLeastItems = 3;
    std::vector<const Paragraph*> listed;
    int last = 0;
    for (const Paragraph& paragraph : document_.paragraphs) {
      const std::optional<int> number = number_of(paragraph);
      // On a scan a number may be misread; its neighbours will tell.
      const bool misread = last > 0 && number &&
                           document_.text.confidence_of(marker_of(paragraph)) < 1 &&
                           *number != last + 1;
      if (number && (*number == last + 1 || misread)) ++last;
      const bool item = number && (*number == last || misread);
      if (item || (!number && last > 0)) listed.push_back(&paragraph);
    }
    if (last < kLeastItems) listed.clear();
    return listed;
  }

  [[nodiscard]] std::vector<Entry> entries() const {
    std::vector<Entry> entries;
    std::vector<std::optional<int>> read;
    for (const Paragraph* paragraph : listed_) {
      const std::optional<int> number = number_of(*paragraph);
      Entry entry{.paragraph = paragraph, .marked = number || may_be_misread(*paragraph)};
      entry.number.value = number;
      if (entry.marked) read.push_back(number);
      entries.push_back(entry);
    }
    if (!was_scanned(entries)) return entries;
    const std::vector<RunningNumber> numbers = in_running_order(read, RunStart::at_one);
    auto right = numbers.begin();
    for (Entry& entry : entries) {
      if (entry.marked) entry.number = *right++;
    }
    return entries;
  }

  [[nodiscard]] std::optional<int> number_of(const Paragraph& paragraph) const {
    if (paragraph.kind != ParagraphKind::list_item) return std::nullopt;
    std::string marker = paragraph.marker;
    // The full stop of "7." is a speck that scanners take for many signs.
    if (!item_.whole(marker) && may_be_misread(paragraph)) marker = without_last(marker);
    const auto match = item_.whole(marker);
    if (!match) return std::nullopt;
    return std::stoi(std::string((*match)["number"]));  // at most three digits
  }

  /// What stands before the text of a paragraph.
  [[nodiscard]] Span marker_of(const Paragraph& paragraph) const {
    const std::size_t length = paragraph.marker.size() + 1;
    const std::size_t begin = paragraph.span.begin;
    return {begin > length ? begin - length : 0, begin};
  }

  [[nodiscard]] bool may_be_misread(const Paragraph& paragraph) const {
    return paragraph.kind == ParagraphKind::list_item && may_be_misread_number(paragraph.marker) &&
           document_.text.confidence_of(marker_of(paragraph)) < 1;
  }

  [[nodiscard]] bool was_scanned(const std::vector<Entry>& entries) const {
    return std::all_of(entries.begin(), entries.end(), [this](const Entry& entry) {
      return !entry.marked || document_.text.confidence_of(marker_of(*entry.paragraph)) < 1;
    });
  }

  AgendaItem& last() { return std::get<AgendaItem>(findings_.back().record); }

  void begin_item(const Entry& entry) {
    const Paragraph& paragraph = *entry.paragraph;
    findings_.push_back({.record = AgendaItem{},
                         .span = paragraph.span,
                         .rule = item_.name(),
                         .confidence = finding_confidence(item_.confidence(), document_.text,
                                                          marker_of(paragraph))});
    number_item(entry);
    const std::size_t note = note_begin(paragraph);
    const Span head{paragraph.span.begin, std::min(note, cell_begin(paragraph))};
    PrintedTitle printed = take_apart(document_.text.slice(head), rules_);
    last().title = printed.title;
    set_case_number(printed);
    add_note(printed.rest);
    if (head.end < note) add_cell(document_.text.slice({head.end, note}));
    add_note(document_.text.slice({note, paragraph.span.end}));
  }

  void number_item(const Entry& entry) {
    Finding& finding = findings_.back();
    if (entry.number.follows_a_gap) finding.issues.emplace_back("number_missing");
    if (!entry.number.repaired) {
      const auto printed = item_.whole(entry.paragraph->marker);
      last().number =
          printed ? std::string((*printed)["number"]) : std::to_string(*entry.number.value);
      return;
    }
    last().number = std::to_string(*entry.number.value);
    last().number_raw = entry.paragraph->marker;
    finding.confidence *= kTrustInRepair;
    finding.issues.emplace_back("number_repaired");
  }

  /// A line below an item belongs to it when it is a case number or a remark.
  void add_to_item(const Paragraph& paragraph) {
    const std::string_view text = text_of(document_, paragraph);
    const PrintedTitle printed = take_apart(text, rules_);
    const bool numbers = !printed.case_numbers.empty() && printed.title.empty();
    const bool remark = note_.first(text).has_value();
    if (!numbers && !remark) return;
    set_case_number(printed);
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

  /// Where a cell beside the title of an item of one line begins; the paragraph's end without one.
  [[nodiscard]] std::size_t cell_begin(const Paragraph& paragraph) const {
    constexpr double kGap = 2.5;  // type sizes
    if (paragraph.lines.size() > 1) return paragraph.span.end;
    const Piece* before = nullptr;
    for (const Piece& piece : document_.text.pieces_in(paragraph.span)) {
      const double size = piece.size > 0 ? piece.size : piece.box.height();
      if (before != nullptr && piece.box.left - before->box.right > kGap * size)
        return piece.span.begin;
      before = &piece;
    }
    return paragraph.span.end;
  }

  /// "BUN 2003/0188-042", "Eva Ek"
  void add_cell(std::string_view text) {
    PrintedTitle printed = take_apart(text, rules_);
    // Under the head of its column a number needs no label.
    if (printed.case_numbers.empty()) {
      PrintedTitle labelled = take_apart("Dnr " + std::string(text), rules_);
      if (!labelled.case_numbers.empty() && labelled.title.empty()) printed = std::move(labelled);
    }
    set_case_number(printed);
    add_note(printed.title);
    add_note(printed.rest);
  }

  void set_case_number(const PrintedTitle& printed) {
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
  std::vector<const Paragraph*> listed_;
  std::vector<Finding> findings_;
};

const AgendaItem& item_in(const Finding& finding) {
  return std::get<AgendaItem>(finding.record);
}

AgendaItem item_of(const MinutesParagraph& paragraph) {
  AgendaItem item{
      .number = paragraph.number, .number_raw = paragraph.number_raw, .title = paragraph.title};
  if (!paragraph.case_numbers.empty()) item.case_number = paragraph.case_numbers.front();
  return item;
}

}  // namespace

std::vector<Finding> AgendaItems::extract(const Document& document) const {
  if (document.kind == DocumentKind::kallelse) {
    std::vector<Finding> items = ItemReader(document, rules_).read_under_heading();
    std::vector<Finding> rows = items_of_tables(document, rules_);
    if (items.empty() && rows.empty()) return ItemReader(document, rules_).read_list();
    if (items.empty()) return rows;
    // The foot of a table may have been read as a list.
    if (!rows.empty() &&
        number_in(item_in(items.front()).number) == number_in(item_in(rows.back()).number) + 1)
      items.insert(items.begin(), rows.begin(), rows.end());
    return items;
  }
  const Rule& rule = rules_.rule("minutes_paragraphs.header");
  std::vector<Finding> findings;
  for (const MinutesHeading& heading : minutes_headings(document, rules_)) {
    findings.push_back({.record = item_of(heading.paragraph),
                        .span = heading.span,
                        .rule = rule.name(),
                        .confidence = heading.confidence,
                        .issues = heading.issues});
  }
  return findings;
}

}  // namespace diarium
