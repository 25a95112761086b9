#include "extractors/minutes_sentences.h"

#include <algorithm>

#include "extractors/sentences.h"
#include "models/unicode.h"

namespace diarium {

namespace {

/// "Eva Ek och Bo Al (båda S)".
std::vector<std::string> people_of_one_party(std::string_view text, const PersonNames& names,
                                             const RuleBook& rules) {
  std::vector<std::string> people;
  for (const Match& match : rules.rule("minutes_sentences.all_of_party").matches(text)) {
    for (PersonName& person : names.persons_within(match["who"])) {
      person.party = match["party"].empty() ? match["behind"] : match["party"];
      people.push_back(printed_name(person));
    }
  }
  return people;
}

}  // namespace

bool is_minutes(const Document& document) {
  return document.kind == DocumentKind::protokoll ||
         document.kind == DocumentKind::protokollsutdrag;
}

std::vector<MinutesSentence> minutes_sentences(const Document& document, const RuleBook& rules) {
  if (!is_minutes(document)) return {};
  std::vector<MinutesSentence> sentences;
  for (const Section& section : document.sections) {
    const std::size_t end = std::min(section.paragraphs.end, document.paragraphs.size());
    for (std::size_t i = section.paragraphs.begin; i < end; ++i) {
      const Paragraph& paragraph = document.paragraphs[i];
      if (paragraph.kind != ParagraphKind::body && paragraph.kind != ParagraphKind::list_item) {
        continue;
      }
      const std::string_view text = text_of(document, paragraph);
      for (const Span& sentence : sentences_of(text, rules)) {
        sentences.push_back(
            {.text = text.substr(sentence.begin, sentence.size()),
             .span = {paragraph.span.begin + sentence.begin, paragraph.span.begin + sentence.end},
             .section = section.kind,
             .item = section.item,
             .paragraph = i});
      }
    }
  }
  return sentences;
}

std::string printed_name(const PersonName& person) {
  return person.party.empty() ? person.name : person.name + " (" + person.party + ")";
}

std::vector<std::string> people_in(std::string_view text, const PersonNames& names,
                                   const RuleBook& rules) {
  std::vector<std::string> people = people_of_one_party(text, names, rules);
  for (const PersonName& person : names.persons_within(text)) {
    // Words with capitals are many; a party in parentheses stands behind members alone.
    if (!person.party.empty()) people.push_back(printed_name(person));
  }
  if (!people.empty()) return people;
  for (const Match& match : rules.rule("minutes_sentences.group").matches(text)) {
    people.push_back(squeeze_blanks(match["group"]));
  }
  return people;
}

}  // namespace diarium
