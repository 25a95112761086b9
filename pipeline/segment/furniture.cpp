#include "pipeline/segment/furniture.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "models/paper.h"
#include "models/unicode.h"
#include "pipeline/segment/kind_label.h"

namespace diarium {
namespace {

// Parts of the page's height in which furniture stands.
constexpr double kHeadZone = 0.10;
constexpr double kFootZone = 0.90;
// How deep a letterhead of several lines may reach.
constexpr double kDeepHead = 0.20;
// Where an address row may begin at the foot.
constexpr double kLetterheadZone = 0.80;
// Labels of addresses that make a row of a letterhead: one alone may be a person's telephone.
constexpr std::size_t kLetterheadLabels = 3;
constexpr std::size_t kRepetitions = 3;
constexpr double kSamePlace = 8.0;  // points

double y_of(double part, const Page& page) {
  return y_of_part(part, page.width, page.height);
}

bool in_head(const Page& page, const Line& line) {
  return line.box.centre().y < y_of(kHeadZone, page);
}

bool in_foot(const Page& page, const Line& line) {
  return line.box.centre().y > y_of(kFootZone, page);
}

int number_of(std::string_view printed) {
  // OCR takes the digit one for a letter.
  if (printed == "l" || printed == "I" || printed == "|") return 1;
  int number = 0;
  std::from_chars(printed.data(), printed.data() + printed.size(), number);
  return number;
}

std::optional<PageLabel> label_with_total(std::string_view line, const RuleBook& rules) {
  for (const char* name : {"document_parts.page_label", "document_parts.page_label_of"}) {
    const auto match = rules.rule(name).first(line);
    if (!match) continue;
    const PageLabel label{number_of((*match)["number"]), number_of((*match)["total"])};
    if (label.number > 0 && label.number <= label.total) return label;
  }
  return std::nullopt;
}

std::optional<PageLabel> label_without_total(std::string_view line, const RuleBook& rules) {
  const auto match = rules.rule("document_parts.page_label_plain").whole(line);
  if (!match) return std::nullopt;
  for (const char* group : {"number", "dashed", "bare"}) {
    if (const int number = number_of((*match)[group]); number > 0) return PageLabel{number, 0};
  }
  return std::nullopt;
}

std::size_t letterhead_labels(std::string_view line, const RuleBook& rules) {
  std::set<std::string> labels;
  for (const Match& match : rules.rule("document_parts.letterhead_label").matches(line)) {
    labels.insert(to_lower(match["label"]));
  }
  return labels.size();
}

/// The words of a line with every number made "#": "Sida 3 av 12" repeats on every page.
std::string repeated_form(std::string_view text) {
  std::string form;
  for (const char c : to_lower(squeeze_blanks(text))) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      form += c;
    } else if (form.empty() || form.back() != '#') {
      form += '#';
    }
  }
  return form;
}

/// Marks the furniture of one page.
class PageMarker {
 public:
  PageMarker(const Page& page, const RuleBook& rules, Furniture& found)
      : page_(page), rules_(rules), found_(found) {
    found_.lines.assign(page.lines.size(), false);
    for (const Line& line : page.lines) texts_.push_back(text_of(page, line));
  }

  void mark_by_layout() {
    for (const Block& block : page_.blocks) {
      if (block.kind != BlockKind::running_head && block.kind != BlockKind::footer) continue;
      for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) found_.lines[i] = true;
    }
  }

  void mark_by_form() {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const bool margin = in_head(page_, page_.lines[i]) || in_foot(page_, page_.lines[i]);
      if (rules_.rule("document_parts.minutes_furniture").whole(texts_[i]) && margin) {
        found_.lines[i] = true;
      }
      if (found_.lines[i] || margin || names_page(i)) take_label(i);
      if (page_.lines[i].box.top > y_of(kLetterheadZone, page_) &&
          letterhead_labels(texts_[i], rules_) >= kLetterheadLabels) {
        mark_from(page_.lines[i].box.top);
      }
    }
  }

  /// Below a label "2(3)" what stands in the head as it did on the page before goes on, be it a
  /// number that would head another paper.
  void mark_going_on(const PageMarker& before) {
    if (!found_.label || found_.label->number < 2) return;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (page_.lines[i].box.centre().y < y_of(kDeepHead, page_) && before.heads_with(texts_[i]))
        found_.lines[i] = true;
    }
  }

  /// An address row may be set as a column, a line to each label and value.
  void mark_address_blocks() {
    for (const Block& block : page_.blocks) {
      if (block.box.top < y_of(kLetterheadZone, page_)) continue;
      std::string text;
      for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) text += texts_[i] + '\n';
      if (letterhead_labels(text, rules_) < kLetterheadLabels) continue;
      for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) found_.lines[i] = true;
    }
  }

  /// A box at the very top that tells the page's number, under a label of its own.
  void mark_boxed_head() {
    if (page_.blocks.empty() || page_.blocks.front().kind != BlockKind::table) return;
    const Block& block = page_.blocks.front();
    if (block.box.top > y_of(kHeadZone, page_) || block.box.bottom > y_of(kDeepHead, page_)) return;
    const auto begin = texts_.begin() + static_cast<std::ptrdiff_t>(block.lines.begin);
    const auto end = texts_.begin() + static_cast<std::ptrdiff_t>(block.lines.end);
    const bool numbered = std::any_of(begin, end, [this](const std::string& text) {
      return rules_.rule("document_parts.page_number_cell").whole(text).has_value();
    });
    if (!numbered) return;
    for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) found_.lines[i] = true;
  }

  /// A head that is set in boxes: of a table most of which is furniture the rest is too.
  void mark_rest_of_boxes() {
    for (const Block& block : page_.blocks) {
      if (block.kind != BlockKind::table) continue;
      const auto begin = found_.lines.begin() + static_cast<std::ptrdiff_t>(block.lines.begin);
      const auto end = found_.lines.begin() + static_cast<std::ptrdiff_t>(block.lines.end);
      if (2 * std::count(begin, end, true) > end - begin) std::fill(begin, end, true);
    }
  }

  /// A line of a letterhead amid the page: no head of it.
  void mark_address(std::size_t line) {
    found_.lines[line] = true;
    label_lines_.insert(line);
  }

  void finish() {
    std::size_t offset = 0;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const Span span{offset, offset + texts_[i].size()};
      offset = span.end + 1;
      if (!found_.lines[i]) continue;
      const bool goes_on = !found_.spans.empty() && found_.spans.back().end + 1 == span.begin;
      if (goes_on) {
        found_.spans.back().end = span.end;
      } else {
        found_.spans.push_back(span);
      }
      if (page_.lines[i].box.centre().y < page_.height / 2 && !label_lines_.contains(i)) {
        found_.head.push_back(texts_[i]);
      }
    }
  }

  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

 private:
  [[nodiscard]] bool heads_with(const std::string& text) const {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (page_.lines[i].box.centre().y < y_of(kDeepHead, page_) && texts_[i] == text) return true;
    }
    return false;
  }

  /// "Sida 2 (2)" on a line of its own, under a letterhead.
  [[nodiscard]] bool names_page(std::size_t i) const {
    return page_.lines[i].box.centre().y < y_of(kDeepHead, page_) &&
           to_lower(texts_[i]).starts_with("sid") && is_label_alone(texts_[i]);
  }

  void take_label(std::size_t i) {
    auto label = label_with_total(texts_[i], rules_);
    // A number alone is a label only in the margin: it may as well be a cell of a table.
    if (!label && (in_head(page_, page_.lines[i]) || in_foot(page_, page_.lines[i]))) {
      label = label_without_total(texts_[i], rules_);
    }
    if (!label) return;
    found_.lines[i] = true;
    if (is_label_alone(texts_[i])) label_lines_.insert(i);
    if (!found_.label || found_.label->total < label->total) found_.label = label;
  }

  /// "PROTOKOLL 2 (21)" says more than its number.
  [[nodiscard]] bool is_label_alone(std::string_view text) const {
    for (const char* name : {"document_parts.page_label", "document_parts.page_label_of",
                             "document_parts.page_label_plain"}) {
      if (rules_.rule(name).whole(text)) return true;
    }
    return false;
  }

  void mark_from(double top) {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (page_.lines[i].box.centre().y > top) found_.lines[i] = true;
    }
  }

  const Page& page_;
  const RuleBook& rules_;
  Furniture& found_;
  std::vector<std::string> texts_;
  std::set<std::size_t> label_lines_;
};

struct MarginLine {
  std::size_t page;
  std::size_t line;
  double top;
};

/// "Motion till Kommunstyrelsens sammanträde 2024-11-25:". Summonses and minutes name themselves so
/// on every page.
bool heads_paper(std::string_view text, const RuleBook& rules) {
  const auto label = kind_label_of(text, rules);
  return label && label->form == LabelForm::meeting && label->kind != DocumentKind::kallelse &&
         label->kind != DocumentKind::protokoll && label->kind != DocumentKind::protokollsutdrag;
}

/// A heading, a card or a label stands at the same height in every paper of a bundle, yet belongs
/// to each.
bool is_content(std::string_view text, const RuleBook& rules) {
  if (rules.find("headings", squeeze_blanks(text)) != nullptr) return true;
  if (heads_paper(text, rules)) return true;
  for (const char* card : {"document_parts.card_date", "document_parts.card_body",
                           "document_parts.card_number", "document_parts.card_officer"}) {
    if (rules.rule(card).whole(text)) return true;
  }
  return false;
}

void mark_repeated(const std::vector<Page>& pages, const std::vector<PageMarker>& markers,
                   const RuleBook& rules, std::vector<Furniture>& found) {
  std::map<std::string, std::vector<MarginLine>> repeated;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t i = 0; i < pages[p].lines.size(); ++i) {
      const Line& line = pages[p].lines[i];
      if (found[p].lines[i] || !(in_head(pages[p], line) || in_foot(pages[p], line))) continue;
      const std::string& text = markers[p].texts()[i];
      if (!is_content(text, rules)) repeated[repeated_form(text)].push_back({p, i, line.box.top});
    }
  }
  for (auto& [form, lines] : repeated) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const MarginLine& a, const MarginLine& b) { return a.top < b.top; });
    for (std::size_t begin = 0; begin < lines.size();) {
      std::size_t end = begin + 1;
      while (end < lines.size() && lines[end].top - lines[end - 1].top < kSamePlace) ++end;
      if (end - begin >= kRepetitions) {
        for (std::size_t i = begin; i < end; ++i) found[lines[i].page].lines[lines[i].line] = true;
      }
      begin = end;
    }
  }
}

bool is_letterhead_label(std::string_view line, const RuleBook& rules) {
  while (line.ends_with(':')) line.remove_suffix(1);
  const auto match = rules.rule("document_parts.letterhead_label").first(line);
  return match && (*match)["label"] == line;
}

/// A letterhead may be typed as a column wherever there was room: labels alone on their lines, each
/// above its value.
void mark_address_columns(std::vector<PageMarker>& markers, const RuleBook& rules) {
  constexpr std::size_t kLabels = 4;                       // fewer may be a person's addresses
  constexpr std::size_t kLongestValue = 50;                // bytes
  std::vector<std::pair<std::size_t, std::size_t>> lines;  // page and line, of the whole file
  for (std::size_t p = 0; p < markers.size(); ++p) {
    for (std::size_t i = 0; i < markers[p].texts().size(); ++i) lines.emplace_back(p, i);
  }
  const auto text = [&](std::size_t i) -> const std::string& {
    return markers[lines[i].first].texts()[lines[i].second];
  };
  for (std::size_t begin = 0; begin < lines.size(); ++begin) {
    if (!is_letterhead_label(text(begin), rules)) continue;
    std::size_t labels = 0;
    std::size_t end = begin;  // behind the last label
    for (std::size_t i = begin; i < lines.size() && i <= end + 1; ++i) {
      if (!is_letterhead_label(text(i), rules)) continue;
      ++labels;
      end = i + 1;
    }
    if (labels < kLabels) continue;
    if (end < lines.size() && text(end).size() <= kLongestValue) ++end;
    for (std::size_t i = begin; i < end; ++i) markers[lines[i].first].mark_address(lines[i].second);
    begin = end - 1;
  }
}

}  // namespace

std::optional<PageLabel> page_label_of(std::string_view line, const RuleBook& rules) {
  if (const auto label = label_with_total(line, rules)) return label;
  return label_without_total(line, rules);
}

std::vector<Furniture> find_furniture(const std::vector<Page>& pages, const RuleBook& rules) {
  std::vector<Furniture> found(pages.size());
  std::vector<PageMarker> markers;
  markers.reserve(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageMarker& marker = markers.emplace_back(pages[p], rules, found[p]);
    marker.mark_by_layout();
    marker.mark_boxed_head();
    marker.mark_by_form();
    marker.mark_address_blocks();
  }
  for (std::size_t p = 1; p < pages.size(); ++p) markers[p].mark_going_on(markers[p - 1]);
  mark_repeated(pages, markers, rules, found);
  mark_address_columns(markers, rules);
  for (PageMarker& marker : markers) {
    marker.mark_rest_of_boxes();
    marker.finish();
  }
  return found;
}

}  // namespace diarium
