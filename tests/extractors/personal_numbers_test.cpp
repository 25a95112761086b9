#include "extractors/personal_numbers.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

TEST_CASE(
    "personal numbers: a number is an issue with its place, and one of the clause that prints it") {
  const RuleBook rules = RuleBook::built_in();
  const auto extractors = all_extractors(rules);
  const Document document = document_of(DocumentKind::protokoll,
                                        "#decision Socialnämnden beslutar\n"
                                        "- Nämnden beviljar Eva Ek, 850709-9805, bistånd.\n"
                                        "- Nämnden avslår ansökan från Almviks IF, 556036-0793.");
  std::vector<std::string> flagged;
  for (const Finding& finding : findings_of(document, extractors)) {
    const bool has_issue = std::find(finding.issues.begin(), finding.issues.end(),
                                     kPersonalNumberIssue) != finding.issues.end();
    if (!has_issue) continue;
    flagged.push_back(std::string(kind_of(finding.record)) + ": " +
                      std::string(document.text.slice(finding.span)));
  }
  CHECK(flagged ==
        std::vector<std::string>{"beslutssats: Nämnden beviljar Eva Ek, 850709-9805, bistånd.",
                                 "reference: 850709-9805"});
}
