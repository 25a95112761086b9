#include "pipeline/segment/sections.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractors/own_paragraphs.h"
#include "extractors/running_numbers.h"
#include "models/unicode.h"
#include "pipeline/segment/headings.h"

namespace diarium {
namespace {

/// Adds one section after another and keeps the § that they belong to.
class SectionWriter {
 public:
  SectionWriter(Document& document, const RuleBook& rules)
      : document_(document), rules_(rules), headings_(rules), own_(document, rules) {}

  void write() {
    open({.kind = SectionKind::preamble}, 0);
    bool notes = false;
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
      const Paragraph& paragraph = document_.paragraphs[i];
      if (paragraph.kind == ParagraphKind::footnote) {
        if (!notes) open({}, i);
        notes = true;
      } else if (paragraph.kind == ParagraphKind::heading) {
        open(section_under(paragraph), i + 1);
      } else if (heads_next(paragraph)) {
        document_.paragraphs[i].kind = ParagraphKind::heading;
        open(section_under(paragraph), i + 1);
      } else if (may_open(paragraph.kind)) {
        if (behind_signature(i)) open({}, i);
        open_after(paragraph, i);
      }
    }
    close(document_.paragraphs.size());
    set_items_right();
  }

 private:
  /// A § that is set like running text heads what stands below when its number is the next.
  [[nodiscard]] bool heads_next(const Paragraph& paragraph) const {
    constexpr std::size_t kLongestHeading = 200;  // bytes
    return paragraph.kind == ParagraphKind::body && paragraph.span.size() < kLongestHeading &&
           headings_.next_minutes_header(text_of(document_, paragraph), item_);
  }

  static bool may_open(ParagraphKind kind) {
    return kind == ParagraphKind::body || kind == ParagraphKind::list_item;
  }

  /// A signature block ends what stands under a heading: the caption of an appended drawing is no
  /// recipient.
  [[nodiscard]] bool behind_signature(std::size_t i) const {
    return i > 0 && document_.paragraphs[i - 1].kind == ParagraphKind::signature &&
           document_.sections.back().kind != SectionKind::preamble;
  }

  Section section_under(const Paragraph& heading) {
    const std::string_view text = text_of(document_, heading);
    Section section{.heading = heading.span, .level = heading.level};
    auto minutes = headings_.minutes_header(text);
    if (!minutes) minutes = headings_.misread_minutes_header(text, item_);
    if (minutes) {
      // "Au § 201" beside what the committee proposed belongs to the § of these minutes.
      const bool goes_on = !own_.has(minutes->unit) ||
                           (own_.among_others() && minutes->item == item_) ||
                           (minutes->item == item_ &&
                            rules_.rule("minutes_paragraphs.continued").first(minutes->rest));
      if (!goes_on) {
        item_ = minutes->item;
        items_.push_back({item_, heading.span});
      }
    } else if (const auto kind = headings_.section_of(text)) {
      section.kind = *kind;
    } else if (headings_.decision_opener(text)) {
      section.kind = SectionKind::decision;
    }
    return section;
  }

  /// On a scan a number that breaks the order of §§ is the one that fits between its neighbours.
  void set_items_right() {
    std::vector<std::optional<int>> read;
    for (const Item& item : items_) {
      if (document_.text.confidence_of(item.heading) >= 1) return;
      read.emplace_back(number_of(item.name));
    }
    const std::vector<RunningNumber> right = in_running_order(read, RunStart::anywhere);
    std::size_t next = 0;
    for (Section& section : document_.sections) {
      while (next < items_.size() && items_[next].heading.begin <= section.heading.begin &&
             !section.heading.empty()) {
        ++next;
      }
      if (next > 0 && right[next - 1].repaired)
        section.item = "§ " + std::to_string(*right[next - 1].value);
    }
  }

  static int number_of(std::string_view item) {
    return number_in(item.substr(std::min(item.find_first_of("0123456789"), item.size())));
  }

  /// "Med anledning av ovanstående föreslås Kommunstyrelsen besluta:" ends a paragraph of reasons.
  void open_after(const Paragraph& paragraph, std::size_t index) {
    const auto opener = headings_.decision_opener(text_of(document_, paragraph));
    if (!opener) return;
    open({.kind = SectionKind::decision,
          .heading = {paragraph.span.begin + opener->begin, paragraph.span.begin + opener->end}},
         index + 1);
  }

  void open(Section section, std::size_t first) {
    close(first);
    section.item = item_;
    section.paragraphs = {first, first};
    document_.sections.push_back(std::move(section));
  }

  /// Ends the last section; one without heading and paragraphs says nothing.
  void close(std::size_t next) {
    if (document_.sections.empty()) return;
    Section& last = document_.sections.back();
    const bool behind_heading = next > last.paragraphs.begin &&
                                document_.paragraphs[next - 1].kind == ParagraphKind::heading;
    last.paragraphs.end = behind_heading ? next - 1 : next;
    if (last.paragraphs.empty() && last.heading.empty()) document_.sections.pop_back();
  }

  struct Item {
    std::string name;  // "§ 42"
    Span heading;
  };

  Document& document_;
  const RuleBook& rules_;
  Headings headings_;
  OwnParagraphs own_;
  std::string item_;
  std::vector<Item> items_;
};

}  // namespace

void find_sections(Document& document, const RuleBook& rules) {
  document.sections.clear();
  SectionWriter(document, rules).write();
}

}  // namespace diarium
