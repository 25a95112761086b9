#include "extractors/amendments.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extractors/amendments_in_words.h"
#include "extractors/sentences.h"
#include "extractors/styled_runs.h"
#include "models/date.h"
#include "models/unicode.h"

namespace diarium {
namespace {

using Mark = StyledRun::Mark;

constexpr std::string_view kUncertain = "amendment_uncertain";
// On a scan a mark is ink like any other: of the deletions told there a third had lost the mark of
// what replaces them.
constexpr double kTrustInScannedMarks = 0.85;

bool may_be_amended(const Paragraph& paragraph) {
  switch (paragraph.kind) {
    case ParagraphKind::instruction:
    case ParagraphKind::e_mail_header:
    case ParagraphKind::contents:
    case ParagraphKind::stamp:
    case ParagraphKind::figure:
    case ParagraphKind::signature:
    case ParagraphKind::header_card:
      return false;
    default:
      return true;
  }
}

bool is_running_text(const Paragraph& paragraph) {
  return paragraph.kind == ParagraphKind::body || paragraph.kind == ParagraphKind::list_item;
}

/// A mark on a scan covers whole words, and with the last one the comma or the closing quotation
/// mark of the sentence around it.
std::string without_signs_around(std::string text) {
  const auto ends_with = [&text](std::string_view sign) { return text.ends_with(sign); };
  for (const std::string_view quote : {"\"", "”", "“"}) {
    if (!ends_with(quote) || text.find(quote) + quote.size() != text.size()) continue;
    text.resize(text.size() - quote.size());
    if (ends_with(".")) text.pop_back();
  }
  while (ends_with(",") || ends_with(";") || ends_with(":")) text.pop_back();
  return text;
}

/// Finds out what each styled run of a document means.
class AmendmentReader {
 public:
  AmendmentReader(const Document& document, const RuleBook& rules)
      : document_(document), rules_(rules) {
    for (const Paragraph& paragraph : document.paragraphs) {
      runs_.push_back(may_be_amended(paragraph) ? styled_runs(document, paragraph)
                                                : std::vector<StyledRun>());
    }
    has_struck_ = std::any_of(runs_.begin(), runs_.end(), [](const auto& runs) {
      return std::any_of(runs.begin(), runs.end(),
                         [](const StyledRun& run) { return run.mark == Mark::struck; });
    });
    amended_ = has_struck_ || document.kind == DocumentKind::alternativt_forslag ||
               document.kind == DocumentKind::andringsforslag;
  }

  std::vector<Finding> read() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const std::size_t before = findings_.size();
      const Located located = locate(i);
      read_runs(i, located);
      if (findings_.size() != before) continue;
      if (!located.quoted.empty()) {
        add_quoted(located);
      } else if (is_running_text(document_.paragraphs[i])) {
        for (Finding& said : amendments_in_words(document_, document_.paragraphs[i], rules_))
          findings_.push_back(std::move(said));
      }
    }
    for (Finding& finding : findings_) {
      if (document_.text.confidence_of(finding.span) < 1)
        finding.confidence *= kTrustInScannedMarks;
    }
    return std::move(findings_);
  }

 private:
  /// A text that changes a named place of another document.
  struct Located {
    std::string locator;
    Span quoted;
  };

  [[nodiscard]] std::string_view slice(Span span) const { return document_.text.slice(span); }

  [[nodiscard]] Located locate(std::size_t index) const {
    const Paragraph& paragraph = document_.paragraphs[index];
    if (!is_running_text(paragraph)) return {};
    const Rule& locator = rules_.rule("amendments.locator");
    const Rule& quoted = rules_.rule("amendments.quoted");
    const std::string_view text = text_of(document_, paragraph);
    if (const auto match = locator.whole(text)) {
      const Span rest = match->span_of("quoted");
      const Span span{paragraph.span.begin + rest.begin, paragraph.span.begin + rest.end};
      return {squeeze_blanks((*match)["locator"]), quoted.whole(slice(span)) ? span : Span{}};
    }
    if (index == 0 || !quoted.whole(text)) return {};
    const auto above = locator.whole(text_of(document_, document_.paragraphs[index - 1]));
    if (!above || !(*above)["quoted"].empty()) return {};
    return {squeeze_blanks((*above)["locator"]), paragraph.span};
  }

  void read_runs(std::size_t index, const Located& located) {
    for (const StyledRun& run : runs_[index]) {
      if (run.mark == Mark::struck) {
        add("amendments.struck", run, index, located);
      } else if (stresses_clause(run)) {
        continue;
      } else if (run.mark == Mark::underlined ? is_added_by_line(run)
                                              : is_added_by_weight(run, index, located)) {
        add(run.mark == Mark::bold ? "amendments.bold" : "amendments.underlined", run, index,
            located);
      }
    }
  }

  /// The "att" that a clause begins with is often set in bold, or underlined.
  [[nodiscard]] bool stresses_clause(const StyledRun& run) const {
    return change_at(document_, run.span.begin) == nullptr &&
           to_lower(trim(slice(run.span))) == "att";
  }

  [[nodiscard]] bool is_added_by_line(const StyledRun& run) const {
    if (change_at(document_, run.span.begin) != nullptr) return true;
    return has_struck_ && !rules_.rule("amendments.address").first(slice(run.span));
  }

  [[nodiscard]] bool is_added_by_weight(const StyledRun& run, std::size_t index,
                                        const Located& located) const {
    const Paragraph& paragraph = document_.paragraphs[index];
    const std::string_view text = trim(slice(run.span));
    if (!amended_ || !is_running_text(paragraph)) return false;
    if (!located.locator.empty()) return located.quoted.contains(run.span);
    if (rules_.rule("amendments.label").first(text) || parse_date(text)) return false;
    if (!run.whole) return true;
    return paragraph.kind == ParagraphKind::list_item
               ? has_plain_sibling(index)
               : rules_.rule("amendments.sentence").first(text).has_value();
  }

  /// Whether a list item beside this one is not bold all through.
  [[nodiscard]] bool has_plain_sibling(std::size_t index) const {
    const auto is_plain_item = [&](std::size_t i) {
      const bool bold = runs_[i].size() == 1 && runs_[i].front().whole;
      return document_.paragraphs[i].kind == ParagraphKind::list_item && !bold;
    };
    return (index > 0 && is_plain_item(index - 1)) ||
           (index + 1 < runs_.size() && is_plain_item(index + 1));
  }

  void add(std::string_view name, const StyledRun& run, std::size_t index, const Located& located) {
    const Rule& rule = rules_.rule(name);
    std::string text = squeeze_blanks(slice(run.span));
    if (document_.text.confidence_of(run.span) < 1) text = without_signs_around(std::move(text));
    const bool struck = run.mark == Mark::struck;
    const bool replaces = !struck && replaces_last(run);
    // A number alone is a total, but not right behind a struck one.
    if (!rule.first(text) && !(replaces && rules_.rule("amendments.struck").first(text))) return;
    if (replaces) {
      auto& last = std::get<Amendment>(findings_.back().record);
      last.operation = "replace";
      last.new_text = text;
      last.hypothesis.clear();
      tell_author(run, last);
      std::erase(findings_.back().issues, std::string(kUncertain));
      findings_.back().span.end = run.span.end;
      findings_.back().confidence = std::min(findings_.back().confidence, rule.confidence());
      return;
    }
    findings_.push_back({.record = Amendment{.operation = struck ? "delete" : "insert",
                                             .old_text = struck ? text : "",
                                             .new_text = struck ? "" : text,
                                             .context = context_of(run.span, index, located),
                                             .locator = located.locator},
                         .span = run.span,
                         .rule = rule.name(),
                         .confidence = rule.confidence()});
    tell_author(run, std::get<Amendment>(findings_.back().record));
    doubt(text, findings_.back());
  }

  /// Of a replacement, who put in what is new.
  void tell_author(const StyledRun& run, Amendment& amendment) const {
    const DocumentChange* const change = change_at(document_, run.span.begin);
    if (change == nullptr) return;
    amendment.author = change->author;
    amendment.made_on = change->made_on;
  }

  /// Two adjectives in one run: the writer struck one for the other, and one of the marks was lost.
  void doubt(std::string_view text, Finding& finding) const {
    const Rule& rule = rules_.rule("amendments.two_adjectives");
    const auto match = rule.whole(text);
    if (!match) return;
    std::get<Amendment>(finding.record).hypothesis =
        std::string((*match)["first"]) + " → " + std::string((*match)["second"]);
    finding.confidence = std::min(finding.confidence, rule.confidence());
    finding.issues.emplace_back(kUncertain);
  }

  /// Whether nothing but blanks stands between the words struck last and this run.
  [[nodiscard]] bool replaces_last(const StyledRun& run) const {
    if (findings_.empty()) return false;
    const Span last = findings_.back().span;
    return std::get<Amendment>(findings_.back().record).operation == "delete" &&
           last.end <= run.span.begin && trim(slice({last.end, run.span.begin})).empty() &&
           slice({last.end, run.span.begin}).find('\n') == std::string_view::npos;
  }

  [[nodiscard]] std::string context_of(Span span, std::size_t index, const Located& located) const {
    if (!located.quoted.empty()) return squeeze_blanks(slice(located.quoted));
    const Paragraph& paragraph = document_.paragraphs[index];
    const std::string_view text = text_of(document_, paragraph);
    const Span sentence = sentence_around(text, span.begin - paragraph.span.begin, rules_);
    return squeeze_blanks(text.substr(sentence.begin, sentence.size()));
  }

  /// The quoted text as a whole, where no bold words tell what is new in it.
  void add_quoted(const Located& located) {
    const Rule& rule = rules_.rule("amendments.locator");
    const auto match = rules_.rule("amendments.quoted").whole(slice(located.quoted));
    if (!match) return;
    findings_.push_back({.record = Amendment{.operation = "insert",
                                             .new_text = squeeze_blanks((*match)["text"]),
                                             .locator = located.locator},
                         .span = located.quoted,
                         .rule = rule.name(),
                         .confidence = rule.confidence()});
  }

  const Document& document_;
  const RuleBook& rules_;
  std::vector<std::vector<StyledRun>> runs_;  // beside the paragraphs
  bool has_struck_ = false;
  bool amended_ = false;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> Amendments::extract(const Document& document) const {
  return AmendmentReader(document, rules_).read();
}

}  // namespace diarium
