#include "extractors/minutes_yrkanden.h"

#include <optional>
#include <string>
#include <utility>

#include "extractors/minutes_sentences.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// Reads sentences; a motion that ends with a colon is moved by the list below it.
class YrkandeReader {
 public:
  YrkandeReader(const Document& document, const RuleBook& rules)
      : document_(document),
        rules_(rules),
        names_(rules),
        moves_(rules.rule("minutes_yrkanden.moves")),
        plain_verb_(rules.rule("minutes_yrkanden.plain_verb")) {}

  std::vector<Finding> read() {
    for (const MinutesSentence& sentence : minutes_sentences(document_, rules_)) read(sentence);
    return std::move(findings_);
  }

 private:
  void read(const MinutesSentence& sentence) {
    const bool listed = document_.paragraphs[sentence.paragraph].kind == ParagraphKind::list_item;
    const std::optional<Match> match = moves_.whole(sentence.text);
    std::vector<std::string> by;
    if (match) by = movers_of(*match);
    if (match && !counts(sentence, (*match)["verb"], by)) by.clear();
    if (by.empty() && read_other_order(sentence)) return;
    if (by.empty()) {
      if (listed && !movers_.empty()) add(sentence, movers_, sentence.text);
      if (!listed) movers_.clear();
      return;
    }
    movers_.clear();
    const std::string_view what = trim((*match)["what"]);
    const bool opens_list = sentence.text.ends_with(':') || what.empty() || what == "att";
    if (opens_list) {
      movers_ = by;
    } else {
      const bool agrees =
          !plain_verb_.first((*match)["verb"]) && (*match)["verb"].starts_with("inst");
      add(sentence, by,
          agrees ? std::string((*match)["verb"]) + " " + std::string(what) : std::string(what));
    }
  }

  /// Who moves, and those who agree.
  [[nodiscard]] std::vector<std::string> movers_of(const Match& match) const {
    std::vector<std::string> by;
    for (const std::string_view part : {"who", "with", "helpers", "behind"}) {
      const std::vector<std::string> people = people_in(match[part], names_, rules_);
      by.insert(by.end(), people.begin(), people.end());
    }
    return by;
  }

  /// "Vidare yrkar Eva Ek (S) att ...", "Bifall till motionen yrkas av Eva Ek (S).", "Eva Ek (S):
  /// Avslag".
  bool read_other_order(const MinutesSentence& sentence) {
    for (const std::string_view name :
         {"minutes_yrkanden.moved_by", "minutes_yrkanden.moves_inverted",
          "minutes_yrkanden.moves_by_colon"}) {
      const std::optional<Match> match = rules_.rule(name).whole(sentence.text);
      const bool without_verb = name == "minutes_yrkanden.moves_by_colon";
      if (!match || (without_verb && sentence.section != SectionKind::yrkanden)) continue;
      const std::vector<std::string> by = people_in((*match)["who"], names_, rules_);
      if (by.empty()) continue;
      movers_.clear();
      add(sentence, by, (*match)["what"]);
      return true;
    }
    return false;
  }

  /// "föreslår" tells of motions only under their heading, which may be "Förslag till beslut":
  /// there of members with their parties.
  [[nodiscard]] bool counts(const MinutesSentence& sentence, std::string_view verb,
                            const std::vector<std::string>& by) const {
    const bool members = !by.empty() && by.front().ends_with(')');
    return sentence.section == SectionKind::yrkanden || plain_verb_.first(verb).has_value() ||
           (sentence.section == SectionKind::decision && members);
  }

  void add(const MinutesSentence& sentence, const std::vector<std::string>& by,
           std::string_view text) {
    findings_.push_back(
        {.record =
             Yrkande{.item = std::string(sentence.item), .by = by, .text = squeeze_blanks(text)},
         .span = sentence.span,
         .rule = moves_.name(),
         .confidence = moves_.confidence()});
  }

  const Document& document_;
  const RuleBook& rules_;
  PersonNames names_;
  const Rule& moves_;
  const Rule& plain_verb_;
  std::vector<std::string> movers_;  // of the list that is being read
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> MinutesYrkanden::extract(const Document& document) const {
  return YrkandeReader(document, rules_).read();
}

}  // namespace diarium
