#include "extractors/minutes_paragraphs.h"

#include <optional>
#include <string>
#include <utility>

#include "extractors/case_headers.h"
#include "extractors/minutes_sentences.h"
#include "extractors/own_paragraphs.h"
#include "extractors/printed_title.h"
#include "extractors/running_numbers.h"
#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kTrustInRepair = 0.6;

bool is_heading(const Paragraph& paragraph) {
  return paragraph.kind == ParagraphKind::heading || paragraph.kind == ParagraphKind::title;
}

/// Reads headings from top to bottom.
class HeadingReader {
 public:
  HeadingReader(const Document& document, const RuleBook& rules)
      : document_(document),
        rules_(rules),
        rule_(rules.rule("minutes_paragraphs.header")),
        own_(document, rules) {}

  std::vector<MinutesHeading> read() {
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) read_at(i);
    set_numbers_right();
    return std::move(headings_);
  }

 private:
  /// On a scan a number that breaks the order of §§ is the one that fits between its neighbours.
  void set_numbers_right() {
    std::vector<std::optional<int>> read;
    for (const MinutesHeading& heading : headings_) {
      if (document_.text.confidence_of(heading.span) >= 1) return;
      read.emplace_back(number_in(heading.paragraph.number));
    }
    const std::vector<RunningNumber> right = in_running_order(read, RunStart::anywhere);
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      MinutesHeading& heading = headings_[i];
      if (right[i].follows_a_gap && document_.kind == DocumentKind::protokoll) {
        heading.issues.emplace_back("number_missing");
      }
      if (!right[i].repaired) continue;
      MinutesParagraph& paragraph = heading.paragraph;
      paragraph.number_raw = std::exchange(paragraph.number, std::to_string(*right[i].value));
      heading.confidence *= kTrustInRepair;
      heading.issues.emplace_back("number_repaired");
    }
  }

  /// Running text may begin with "§ 5 i lagen": only the next number in order heads a § there.
  [[nodiscard]] bool may_head(const Paragraph& paragraph, int number) const {
    if (is_heading(paragraph)) return true;
    constexpr std::size_t kLongestHeading = 160;  // bytes
    return paragraph.kind == ParagraphKind::body && paragraph.span.size() < kLongestHeading &&
           (headings_.empty() || number == last_number_ + 1);
  }

  /// A heading whose § a scanner took for another sign: its number must be the next in order.
  [[nodiscard]] std::optional<Match> misread(const Paragraph& paragraph) const {
    if (headings_.empty() || !is_heading(paragraph)) return std::nullopt;
    auto match =
        rules_.rule("headings.minutes_paragraph_misread").whole(text_of(document_, paragraph));
    if (match && number_in((*match)["number"]) != last_number_ + 1) match.reset();
    return match;
  }

  /// The § of a body that treated the matter before, or the § that is under way.
  [[nodiscard]] bool goes_on(const Match& match, int number) const {
    if (number == last_number_ && rules_.rule("minutes_paragraphs.continued").first(match["rest"]))
      return true;
    return !own_.has(match["body"]) || (own_.among_others() && number == last_number_);
  }

  /// The case number stands beside the first § of a stack: "Au § 133   Dnr 2024/12", "Ks § 98".
  void keep_numbers(const Match& match, std::size_t index) {
    kept_ = take_apart(match["rest"], rules_).case_numbers;
    kept_at_ = index;
  }

  void add_kept_numbers(std::size_t index, MinutesHeading& heading) {
    constexpr std::size_t kNear = 4;  // paragraphs: §§ and days of a stack
    if (index - kept_at_ <= kNear && heading.paragraph.case_numbers.empty())
      heading.paragraph.case_numbers = kept_;
    kept_.clear();
  }

  void read_at(std::size_t index) {
    const Paragraph& paragraph = document_.paragraphs[index];
    std::optional<Match> match = rule_.whole(text_of(document_, paragraph));
    if (!match) match = misread(paragraph);
    if (!match) return;
    const int number = number_in((*match)["number"]);
    if (!may_head(paragraph, number)) return;
    if (goes_on(*match, number)) return keep_numbers(*match, index);
    PrintedTitle printed = take_apart((*match)["rest"], rules_);
    if (printed.title.empty()) printed.title = printed.rest;
    // "Dnr" and what no rule reads as a number: the title stands below.
    if (const auto label = rules_.rule("case_headers.label").first(printed.title)) {
      if (label->span().begin == 0) printed.title.clear();
    }
    MinutesHeading heading{
        .paragraph = {.number = std::string((*match)["number"]) + std::string((*match)["suffix"]),
                      .title = printed.title,
                      .case_numbers = std::move(printed.case_numbers)},
        .span = paragraph.span,
        .confidence = rule_.confidence(),
        .issues = {}};
    read_below(index + 1, heading);
    add_kept_numbers(index, heading);
    headings_.push_back(std::move(heading));
    last_number_ = number;
  }

  /// Takes case numbers and the title from the lines below the number.
  void read_below(std::size_t index, MinutesHeading& heading) const {
    for (; index < document_.paragraphs.size(); ++index) {
      const Paragraph& paragraph = document_.paragraphs[index];
      const std::string_view text = text_of(document_, paragraph);
      if (rule_.whole(text)) return;
      PrintedTitle printed = take_apart(text, rules_);
      if (printed.case_numbers.empty()) add_bare_number(text, printed);
      const bool numbers_alone =
          !printed.case_numbers.empty() && printed.title.empty() && printed.rest.empty();
      const bool titles = heading.paragraph.title.empty() && is_title(paragraph, printed);
      if (!numbers_alone && !titles) return;
      for (CaseNumber& number : printed.case_numbers) {
        heading.paragraph.case_numbers.push_back(std::move(number));
      }
      if (titles) heading.paragraph.title = printed.title;
      heading.span.end = paragraph.span.end;
    }
  }

  /// Right under a § a number on a line of its own needs no label.
  void add_bare_number(std::string_view text, PrintedTitle& printed) const {
    constexpr std::string_view kLabel = "Dnr ";
    const std::string labelled = std::string(kLabel) + std::string(trim(text));
    std::vector<FoundCaseNumber> found = parse_case_numbers(labelled, rules_);
    if (found.size() != 1 || found[0].span != Span{kLabel.size(), labelled.size()}) return;
    printed = {.title = {}, .case_numbers = {std::move(found[0].number)}, .rest = {}};
  }

  /// The line under a number that stands alone is its title, unless it opens what is decided.
  [[nodiscard]] bool is_title(const Paragraph& paragraph, const PrintedTitle& printed) const {
    if (printed.title.empty() || rules_.find("headings", printed.title) != nullptr) return false;
    if (is_heading(paragraph)) return true;
    constexpr std::size_t kLongestTitle = 160;  // bytes
    const bool short_line = paragraph.span.size() < kLongestTitle &&
                            !printed.title.ends_with('.') && !printed.title.ends_with(':');
    return paragraph.kind == ParagraphKind::body && (paragraph.bold || short_line);
  }

  const Document& document_;
  const RuleBook& rules_;
  const Rule& rule_;
  OwnParagraphs own_;
  std::vector<MinutesHeading> headings_;
  std::vector<CaseNumber> kept_;  ///< beside the last § of another body
  std::size_t kept_at_ = 0;       ///< its paragraph
  int last_number_ = 0;
};

}  // namespace

std::vector<MinutesHeading> minutes_headings(const Document& document, const RuleBook& rules) {
  if (!is_minutes(document)) return {};
  return HeadingReader(document, rules).read();
}

std::vector<Finding> MinutesParagraphs::extract(const Document& document) const {
  const Rule& rule = rules_.rule("minutes_paragraphs.header");
  std::vector<Finding> findings;
  for (MinutesHeading& heading : minutes_headings(document, rules_)) {
    findings.push_back({.record = std::move(heading.paragraph),
                        .span = heading.span,
                        .rule = rule.name(),
                        .confidence = heading.confidence,
                        .issues = std::move(heading.issues)});
  }
  return findings;
}

}  // namespace diarium
