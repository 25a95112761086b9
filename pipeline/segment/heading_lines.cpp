#include "pipeline/segment/heading_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "models/line_forms.h"
#include "models/unicode.h"
#include "pipeline/segment/headings.h"
#include "pipeline/segment/kind_label.h"

namespace diarium {
namespace {

// A bold line of more is a stressed sentence. Bytes.
constexpr std::size_t kLongestBoldLine = 120;
// A "heading" of more is running text in large letters. Bytes.
constexpr std::size_t kLongestHeading = 400;
// A line that ends before this part of its paragraph's width may stand on its own.
constexpr double kShortLine = 0.6;
// A line is set larger than its neighbour. Points.
constexpr double kLarger = 0.5;

bool is_plain(const Passage& passage) {
  return (passage.kind == ParagraphKind::body || passage.kind == ParagraphKind::heading) &&
         passage.marker.empty();
}

bool has_letter(std::string_view text) {
  const std::u32string points = code_points(text);
  return std::any_of(points.begin(), points.end(), is_letter);
}

/// Cuts passages at lines that are headings of their own.
class HeadingCutter {
 public:
  HeadingCutter(const std::vector<Page>& pages, const Outline& outline, const RuleBook& rules)
      : pages_(pages), outline_(outline), rules_(rules), headings_(rules) {}

  void cut(Passage passage, std::vector<Passage>& result) const {
    while (is_plain(passage)) {
      const std::size_t line = own_line(passage);
      if (line == passage.lines.size()) break;
      if (line > 0) {
        Passage rest = cut_off(passage, pages_, line, 0);
        result.push_back(named(std::move(passage)));
        passage = std::move(rest);
      }
      const std::size_t end = end_of_heading(passage);
      if (passage.lines.size() == end) break;
      Passage rest = cut_off(passage, pages_, end, 0);
      passage.kind = ParagraphKind::heading;
      result.push_back(std::move(passage));
      passage = std::move(rest);
    }
    result.push_back(named(std::move(passage)));
  }

 private:
  [[nodiscard]] bool is_known(std::string_view line) const {
    if (headings_.section_of(line) || headings_.minutes_header(line)) return true;
    const auto label = kind_label_of(line, rules_);
    return label && label->opens &&
           (label->form == LabelForm::alone || label->form == LabelForm::meeting);
  }

  /// The first line that is a heading by its words and stands on its own by its form, or that the
  /// outline names.
  [[nodiscard]] std::size_t own_line(const Passage& passage) const {
    if (passage.lines.size() < 2) return passage.lines.size();
    double width = 0;
    for (const PassageLine& line : passage.lines) width = std::max(width, line.box.width());
    const double right = right_edge_of(passage);
    for (std::size_t i = 0; i < passage.lines.size(); ++i) {
      const PassageLine& line = passage.lines[i];
      if (outline_.names(line.page, line.box.top, line.text)) return i;
      const bool short_line = line.box.width() <= kShortLine * width ||
                              (i + 1 < passage.lines.size() && ends_with_room(passage, i, right));
      const bool set_apart = line.bold || passage.kind == ParagraphKind::heading ||
                             in_capitals_alone(passage, i) ||
                             line.size > neighbour(passage, i).size + kLarger;
      if (!short_line && !set_apart) continue;
      if (stands_out(passage, i) && is_known(line.text)) return i;
    }
    return passage.lines.size();
  }

  /// Behind the last line of the heading that the first line begins: the title of a § is wrapped
  /// where it is long, labels and the headings of sections are short.
  [[nodiscard]] std::size_t end_of_heading(const Passage& passage) const {
    std::size_t end = 1;
    if (!headings_.minutes_header(passage.lines.front().text)) return end;
    const double right = right_edge_of(passage);
    while (end < passage.lines.size() && goes_on(passage, end, right)) ++end;
    return end;
  }

  /// A line in the letters of the line above that begins within a sentence, or whose first word had
  /// no room there.
  [[nodiscard]] bool goes_on(const Passage& passage, std::size_t i, double right) const {
    const PassageLine& above = passage.lines[i - 1];
    const PassageLine& line = passage.lines[i];
    const bool alike = above.bold == line.bold && std::abs(above.size - line.size) < kLarger;
    if (!alike || above.page != line.page || is_known(line.text)) return false;
    if (!line.bold && passage.kind != ParagraphKind::heading) return false;
    if (above.text.ends_with('.') || above.text.ends_with(':')) return false;
    return is_lower(first_point(line.text)) || fills_its_line(above, line, right);
  }

  /// Where the lines of a passage end at the right; a passage of short lines over the whole width
  /// of its page may go on to the text's edge.
  [[nodiscard]] double right_edge_of(const Passage& passage) const {
    constexpr double kNarrowest = 0.75;  // of the page
    double right = passage.columns > 1 ? 0 : kNarrowest * pages_[passage.first_page()].width;
    for (const PassageLine& line : passage.lines) right = std::max(right, line.box.right);
    return right;
  }

  /// A line that ends though the next word had room on it: whoever set it began a new line.
  [[nodiscard]] bool ends_with_room(const Passage& passage, std::size_t i, double right) const {
    const PassageLine& next = passage.lines[i + 1];
    return passage.lines[i].page == next.page && !fills_its_line(passage.lines[i], next, right);
  }

  [[nodiscard]] bool fills_its_line(const PassageLine& above, const PassageLine& next,
                                    double right) const {
    constexpr double kBlank = 0.25;  // of the font size
    const Word& word = pages_[next.page].words[next.words.begin];
    return above.box.right + kBlank * above.size + word.box.width() > right;
  }

  /// "KALLELSE" above a date and a page label.
  [[nodiscard]] static bool in_capitals_alone(const Passage& passage, std::size_t i) {
    const auto in_capitals = [](const std::string& text) {
      return to_lower(text) != text && std::none_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
             });
    };
    return i == 0 && in_capitals(passage.lines[0].text) && !in_capitals(passage.lines[1].text);
  }

  /// The line after it; the one before the last line.
  [[nodiscard]] static const PassageLine& neighbour(const Passage& passage, std::size_t i) {
    return passage.lines[i + 1 < passage.lines.size() ? i + 1 : i - 1];
  }

  [[nodiscard]] static bool stands_out(const Passage& passage, std::size_t i) {
    if (passage.kind == ParagraphKind::heading) return true;
    const PassageLine& line = passage.lines[i];
    const PassageLine& other = neighbour(passage, i);
    if (line.bold && !other.bold) return true;
    if (in_capitals_alone(passage, i)) return true;
    if (line.size > other.size + kLarger) return true;
    const bool opens = i == 0 || passage.lines[i - 1].text.ends_with('.');
    return opens && i + 1 < passage.lines.size() && is_upper(first_point(other.text));
  }

  [[nodiscard]] std::vector<const Word*> words_of(const PassageLine& line) const {
    std::vector<const Word*> words;
    for (std::size_t i = line.words.begin; i < line.words.end; ++i)
      words.push_back(&pages_[line.page].words[i]);
    return words;
  }

  [[nodiscard]] Passage named(Passage passage) const {
    if (passage.kind == ParagraphKind::heading &&
        (passage.text.size() > kLongestHeading || !has_letter(passage.text))) {
      passage.kind = ParagraphKind::body;
    }
    if (passage.kind != ParagraphKind::body || !passage.marker.empty()) return passage;
    if (passage.lines.size() > 2) return passage;
    const bool bold_line = passage.bold() && passage.lines.size() == 1 &&
                           passage.text.size() <= kLongestBoldLine &&
                           !passage.text.ends_with('.') && !passage.text.ends_with(',') &&
                           is_letter(first_point(passage.text)) &&
                           !is_label_with_value(words_of(passage.lines.front()));
    const PassageLine& first = passage.lines.front();
    if (is_known(passage.text) || bold_line ||
        outline_.names(first.page, first.box.top, passage.text)) {
      passage.kind = ParagraphKind::heading;
    }
    return passage;
  }

  const std::vector<Page>& pages_;
  const Outline& outline_;
  const RuleBook& rules_;
  Headings headings_;
};

/// The words of a line that the first `bytes` of its text hold.
std::size_t words_within(const Page& page, const PassageLine& line, std::size_t bytes) {
  std::size_t length = 0;
  for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
    if (i > line.words.begin && !page.words[i].joined) ++length;
    length += page.words[i].text.size();
    if (length >= bytes) return i + 1 - line.words.begin;
  }
  return line.words.size();
}

}  // namespace

void mark_headings(std::vector<Passage>& passages, const std::vector<Page>& pages,
                   const Outline& outline, const RuleBook& rules) {
  const HeadingCutter cutter(pages, outline, rules);
  std::vector<Passage> result;
  for (Passage& passage : passages) cutter.cut(std::move(passage), result);
  passages = std::move(result);
}

std::vector<Passage> with_labels_cut_off(std::vector<Passage> passages,
                                         const std::vector<Page>& pages, const RuleBook& rules) {
  const auto label_of = [&](std::string_view text) -> std::optional<Span> {
    for (const char* name : {"headings.clause_label", "headings.recipients_label"}) {
      if (const auto match = rules.rule(name).first(text)) return match->span_of("opener");
    }
    return std::nullopt;
  };
  std::vector<Passage> result;
  for (Passage& passage : passages) {
    const bool may =
        passage.kind == ParagraphKind::body || passage.kind == ParagraphKind::list_item;
    // The marker of a list item is printed before its text.
    std::string_view text = passage.text;
    if (may && text.starts_with(passage.marker)) text.remove_prefix(passage.marker.size());
    const std::size_t skipped = passage.text.size() - trim(text).size();
    const auto label = may ? label_of(trim(text)) : std::nullopt;
    if (!label) {
      result.push_back(std::move(passage));
      continue;
    }
    const PassageLine& line = passage.lines.front();
    const std::size_t words = words_within(pages[line.page], line, skipped + label->end);
    const bool whole_line = words == line.words.size();
    const bool whole = whole_line && passage.lines.size() == 1;
    Passage rest;
    if (!whole) rest = cut_off(passage, pages, whole_line ? 1 : 0, whole_line ? 0 : words);
    passage.kind = ParagraphKind::heading;
    result.push_back(std::move(passage));
    if (whole) continue;
    rest.kind = ParagraphKind::body;
    result.push_back(std::move(rest));
  }
  return result;
}

}  // namespace diarium
