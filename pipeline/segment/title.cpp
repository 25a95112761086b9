#include "pipeline/segment/title.h"

#include <algorithm>

#include "extractors/printed_title.h"
#include "models/unicode.h"
#include "pipeline/segment/headings.h"
#include "pipeline/segment/meeting_line.h"
#include "pipeline/segment/paper_head.h"

namespace diarium {
namespace {

// Titles stand among so many passages.
constexpr std::size_t kWithin = 16;
constexpr std::size_t kLongestTitle = 300;       // bytes
constexpr std::size_t kMostHeadLines = 4;        // of a passage that heads a paper
constexpr std::size_t kLongestPlainTitle = 120;  // of one that isn't set as a heading

/// "KC1: Socialt program" -> "Socialt program", the code to `title`.
std::string without_code(std::string_view line, const RuleBook& rules, Title& title) {
  const std::string text = squeeze_blanks(line);
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon > 8) return text;
  const std::string code = agenda_code_of(std::string_view(text).substr(0, colon), rules);
  if (code.empty() || code.size() != colon) return text;
  title.agenda_code = code;
  return std::string(trim(std::string_view(text).substr(colon + 1)));
}

/// Looks for label and title from the top.
class TitleFinder {
 public:
  TitleFinder(std::vector<Passage>& passages, const RuleBook& rules)
      : passages_(passages), rules_(rules), headings_(rules) {}

  Title find() {
    for (std::size_t i = 0; i < std::min(passages_.size(), kWithin); ++i) {
      if (!look_at(i)) break;
    }
    // What such a page is, is all that names it.
    if (label_at_ && rules_.rule("document_kinds.certificate").whole(passages_[*label_at_].text))
      best_.reset();
    if (best_) take(*best_);
    if (title_.text.empty() && title_.label) title_.text = title_.label->title;
    if (title_.text.empty() && label_at_) title_.text = squeeze_blanks(passages_[*label_at_].text);
    while (title_.text.ends_with(':')) title_.text.pop_back();
    return title_;
  }

 private:
  /// False where the search ends.
  bool look_at(std::size_t i) {
    const Passage& passage = passages_[i];
    if (passage.kind != ParagraphKind::heading && passage.kind != ParagraphKind::body) {
      return passage.kind != ParagraphKind::table && passage.kind != ParagraphKind::contents &&
             (passage.kind != ParagraphKind::signature || !best_);
    }
    if (meeting_line_of(passage.text, rules_)) return true;
    if (rules_.rule("document_parts.municipality").whole(passage.text) || is_field(passage))
      return true;
    note_label_in_capitals(passage);
    note_label_below(i);
    if (take_label(i)) return true;
    if (opens_section(passage)) {
      if (!best_ && line_above_ && *line_above_ + 1 == i) best_ = line_above_;
      return false;
    }
    if (passage.kind == ParagraphKind::heading && passage.text.size() <= kLongestTitle) {
      if (!best_ || outranks(passage, passages_[*best_])) best_ = i;
      return true;
    }
    return look_at_body(i);
  }

  /// "Almviks kommun  MISSIV": capitals among other words above the title name the kind.
  void note_label_in_capitals(const Passage& passage) {
    if (best_ || !is_stack(passage) || passage.lines.size() > kMostHeadLines) return;
    for (const PassageLine& line : passage.lines) {
      // "Minnesanteckningar" above a day, in a column of its own. Members write letters as well.
      const auto alone = kind_label_of(line.text, rules_);
      if (passage.lines.size() > 1 && alone && alone->opens && alone->form == LabelForm::alone &&
          alone->kind != DocumentKind::tjansteskrivelse) {
        title_.lines.push_back(line.text);
        continue;
      }
      const auto named = kind_named_in(line.text, rules_);
      if (!named) continue;
      const auto label = kind_label_of(named->form, rules_);
      const std::string capitals = to_upper(named->form);
      if (label && label->opens && line.text.size() > capitals.size() &&
          line.text.find(capitals) != std::string::npos)
        title_.lines.push_back(named->form);
    }
  }

  /// "Revisionsrapport" right below the title; words too common to be a label elsewhere count
  /// there.
  void note_label_below(std::size_t i) {
    if (!best_ || *best_ + 1 != i || passages_[i].kind != ParagraphKind::body) return;
    const std::string& line = passages_[i].lines.front().text;
    const auto label = kind_label_of(line, rules_);
    if (label && label->form == LabelForm::alone && is_stack(passages_[i]))
      title_.lines.push_back(line);
  }

  /// A heading is a better title than a smaller one above it, or than a plain line.
  static bool outranks(const Passage& heading, const Passage& best) {
    const bool plain = best.kind != ParagraphKind::heading;
    return heading.size() > best.size() + (plain ? -0.5 : 0.5);
  }

  [[nodiscard]] bool opens_section(const Passage& passage) const {
    std::string_view text = passage.text;
    if (text.starts_with(passage.marker)) text.remove_prefix(passage.marker.size());
    text = trim(text);
    return headings_.section_of(text) || headings_.minutes_header(text) ||
           headings_.decision_opener(text);
  }

  /// "Datum", "Sökande": a label of a form names no paper.
  [[nodiscard]] bool is_field(const Passage& passage) const {
    return rules_.rule("document_parts.field_label").whole(passage.text).has_value();
  }

  /// Above any heading a short line of its own may be the title; running text ends the search.
  bool look_at_body(std::size_t i) {
    const Passage& passage = passages_[i];
    const bool line = passage.text.size() <= kLongestPlainTitle && passage.lines.size() <= 2 &&
                      is_upper(first_point(passage.text)) && !passage.text.ends_with('.') &&
                      !passage.text.ends_with(',');
    if (line && !best_ && names_paper(passage)) {
      best_ = i;
      return true;
    }
    // "Plats och tid: Stadshuset" says something else, with or without its colon.
    const bool labelled = rules_.rule("document_parts.title_label").whole(passage.text).has_value();
    const bool names_value = (passage.text.find(": ") != std::string::npos && !labelled) ||
                             is_meeting_day(passage) ||
                             rules_.rule("minutes_attendance.other_label").first(passage.text);
    if (line && !best_ && !is_meeting_day(passage) &&
        (label_at_ || labelled || (passage.bold() && !names_value))) {
      best_ = i;
      return true;
    }
    // A name or a unit is one word or two.
    if (line && !names_value && std::count(passage.text.begin(), passage.text.end(), ' ') >= 2)
      line_above_ = i;
    // Nor do many short lines end it: labels with their values, an address.
    return (passage.text.size() <= kLongestPlainTitle && !passage.text.ends_with('.')) ||
           is_stack(passage);
  }

  /// "Sammanträdesdatum 2024-05-03"
  [[nodiscard]] bool is_meeting_day(const Passage& passage) const {
    const auto day = rules_.rule("document_parts.meeting_day").first(passage.text);
    return day && day->span().begin == 0;
  }

  /// "Initiativ – Fler träd", "Svar på motion av Eva Ek (S) om träd": titles, though a copy doesn't
  /// show that they are bold.
  [[nodiscard]] bool names_paper(const Passage& passage) const {
    const auto label = kind_label_of(passage.text, rules_);
    return label && label->opens &&
           (label->form == LabelForm::titled || label->kind == DocumentKind::motionssvar);
  }

  bool take_label(std::size_t i) {
    const std::string& text = passages_[i].text;
    const auto label = kind_label_of(text, rules_);
    // What stands above in smaller letters is the sender's.
    if (label && label->opens && best_ && passages_[*best_].size() + 0.5 < passages_[i].size())
      best_.reset();
    // "Förslag till beslut" alone heads what is proposed.
    if (!label || headings_.section_of(text) == SectionKind::decision) return false;
    // "Motion till kommunfullmäktige" says to whom, and the title below what about.
    const bool addresses = label->form != LabelForm::titled && label->opens && !best_ &&
                           !label_at_ && text.find(" till ") != std::string::npos &&
                           text.find(" om ") == std::string::npos;
    // Below a title: "Budgetyrkande till kommunfullmäktige den 3 maj 2024".
    const bool below = best_ && label->form == LabelForm::related && label->opens &&
                       passages_[i].kind == ParagraphKind::body &&
                       text.find(" till ") != std::string::npos;
    if (below) {
      title_.lines.push_back(text);
      return true;
    }
    const bool only_label = (label->form == LabelForm::alone && label->opens) ||
                            label->form == LabelForm::meeting || addresses;
    if (!only_label) return false;
    title_.lines.push_back(text);
    if (title_.agenda_code.empty()) title_.agenda_code = agenda_code_of(text, rules_);
    if (title_.label) return true;
    title_.label = label;
    label_at_ = i;
    return true;
  }

  void take(std::size_t i) {
    Passage& passage = passages_[i];
    passage.kind = ParagraphKind::title;
    title_.lines.push_back(passage.text);
    title_.text = without_code(passage.text, rules_, title_);
    // "Rubrik: Fler bänkar", on a form.
    if (const auto labelled = rules_.rule("document_parts.title_label").whole(title_.text))
      title_.text = (*labelled)["title"];
    if (const auto numbered = rules_.rule("document_kinds.item_number").whole(title_.text))
      title_.text = (*numbered)["title"];
    // "Taxa för torget (SBN 2023/167)"
    if (title_.text.ends_with(')')) {
      PrintedTitle printed = take_apart(title_.text, rules_);
      if (!printed.case_numbers.empty() && printed.rest.empty()) title_.text = printed.title;
    }
    const auto label = kind_label_of(title_.text, rules_);
    if (!label || label->form != LabelForm::titled || !label->opens) return;
    title_.text = without_code(label->title, rules_, title_);
    const auto numbered = rules_.rule("document_kinds.item_number").whole(title_.text);
    if (numbered) title_.text = (*numbered)["title"];
    if (!title_.label) title_.label = label;
  }

  std::vector<Passage>& passages_;
  const RuleBook& rules_;
  Headings headings_;
  Title title_;
  std::optional<std::size_t> best_;
  std::optional<std::size_t> label_at_;
  std::optional<std::size_t> line_above_;  // a plain line that may name what stands under it
};

}  // namespace

Title find_title(std::vector<Passage>& passages, const RuleBook& rules) {
  return TitleFinder(passages, rules).find();
}

}  // namespace diarium
