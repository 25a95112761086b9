#include "extractors/amendments_in_words.h"

#include <string>
#include <string_view>

#include "extractors/sentences.h"
#include "models/unicode.h"

namespace diarium {
namespace {

class WordsReader {
 public:
  WordsReader(const Document& document, const Paragraph& paragraph, const RuleBook& rules)
      : text_(text_of(document, paragraph)), begin_(paragraph.span.begin), rules_(rules) {}

  std::vector<Finding> read() {
    for (const char* name : {"amendments.replaced", "amendments.to_replace"}) {
      const Rule& rule = rules_.rule(name);
      for (const Match& match : rule.matches(text_)) {
        add(rule, match.span(),
            {.operation = "replace",
             .old_text = squeeze_blanks(match["old"]),
             .new_text = squeeze_blanks(match["new"])});
      }
    }
    const Rule& deletion = rules_.rule("amendments.deleted");
    for (const Match& match : deletion.matches(text_)) {
      const std::string_view gone = match["old"].empty() ? match["gone"] : match["old"];
      add(deletion, match.span(), {.operation = "delete", .old_text = squeeze_blanks(gone)});
    }
    return std::move(findings_);
  }

 private:
  void add(const Rule& rule, Span span, Amendment amendment) {
    const Span sentence = sentence_around(text_, span.begin, rules_);
    amendment.context = squeeze_blanks(text_.substr(sentence.begin, sentence.size()));
    findings_.push_back({.record = std::move(amendment),
                         .span = {begin_ + span.begin, begin_ + span.end},
                         .rule = rule.name(),
                         .confidence = rule.confidence()});
  }

  std::string_view text_;
  std::size_t begin_;
  const RuleBook& rules_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> amendments_in_words(const Document& document, const Paragraph& paragraph,
                                         const RuleBook& rules) {
  return WordsReader(document, paragraph, rules).read();
}

}  // namespace diarium
