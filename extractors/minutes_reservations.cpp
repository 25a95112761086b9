#include "extractors/minutes_reservations.h"

#include <string>
#include <utility>

#include "extractors/minutes_sentences.h"
#include "models/unicode.h"

namespace diarium {

std::vector<Finding> MinutesReservations::extract(const Document& document) const {
  const Rule& reserves = rules_.rule("minutes_reservations.reserves");
  const Rule& named = rules_.rule("minutes_reservations.named");
  const PersonNames names(rules_);
  std::vector<Finding> findings;
  for (const MinutesSentence& sentence : minutes_sentences(document, rules_)) {
    const bool says_so = reserves.first(sentence.text).has_value();
    const bool under_heading = sentence.section == SectionKind::reservation;
    if (!says_so && !under_heading) continue;
    // Under the heading a line of names is enough; a written reservation's own text has names too.
    std::vector<std::string> by;
    if (says_so) {
      by = people_in(sentence.text, names, rules_);
    } else {
      for (const PersonName& person : names.persons(sentence.text))
        by.push_back(printed_name(person));
    }
    if (by.empty()) continue;
    const Rule& rule = says_so ? reserves : named;
    findings.push_back({.record = Reservation{.item = std::string(sentence.item),
                                              .by = std::move(by),
                                              .text = says_so ? squeeze_blanks(sentence.text) : ""},
                        .span = sentence.span,
                        .rule = rule.name(),
                        .confidence = rule.confidence()});
  }
  return findings;
}

}  // namespace diarium
