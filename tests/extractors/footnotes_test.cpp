#include "extractors/footnotes.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> notes_in(std::string_view lines, double confidence = 1.0) {
  static const RuleBook book = RuleBook::built_in();
  return Footnotes(book).extract(document_of(DocumentKind::rapport, lines, confidence));
}

Footnote note(const Finding& finding) {
  return std::get<Footnote>(finding.record);
}

}  // namespace

TEST_CASE("footnotes: a note hangs on the word before its figure") {
  const auto findings = notes_in(
      "Almvik växer. Det gäller hamnen^1^. Taxan höjs.\n---\nFler flyttar in^2^ varje år.\n"
      "& 1 Statens utredningar (2017).\n& 2 Se bilaga.");
  REQUIRE(findings.size() == 2);
  CHECK(note(findings[0]).marker == "1");
  CHECK(note(findings[0]).text == "Statens utredningar (2017).");
  CHECK(note(findings[0]).anchor == "hamnen");
  CHECK(note(findings[0]).anchor_sentence == "Det gäller hamnen.");
  CHECK(note(findings[0]).anchor_page == 1);
  CHECK(note(findings[1]).anchor_sentence == "Fler flyttar in varje år.");
  CHECK(note(findings[1]).anchor_page == 2);
  CHECK(findings[1].issues.empty());
}

TEST_CASE("footnotes: a figure behind the full stop hangs on the sentence before") {
  const auto findings = notes_in("Almvik växer.^1^ Taxan höjs.\n& 1 Se bilaga.");
  REQUIRE(findings.size() == 1);
  CHECK(note(findings[0]).anchor == "växer");
  CHECK(note(findings[0]).anchor_sentence == "Almvik växer.");
}

TEST_CASE("footnotes: the other figures of the sentence are taken out too") {
  const auto findings = notes_in("Hamnen^1^ och torget^2^ byggs.\n& 1 Ett.\n& 2 Två.");
  REQUIRE(findings.size() == 2);
  CHECK(note(findings[0]).anchor_sentence == "Hamnen och torget byggs.");
  CHECK(note(findings[1]).anchor == "torget");
}

TEST_CASE("footnotes: a figure that OCR set on the line is found by its note") {
  const auto findings = notes_in("Hamnen1 växer och planen! gäller här.\n& 1 Ett.\n& 2 Två.", 0.9);
  REQUIRE(findings.size() == 2);
  CHECK(note(findings[0]).anchor == "Hamnen");
  CHECK(note(findings[0]).anchor_sentence == "Hamnen växer och planen gäller här.");
  CHECK(note(findings[1]).anchor == "planen");
  CHECK(findings[1].confidence < 0.6);
}

TEST_CASE("footnotes: what has no counterpart is kept and reported") {
  const auto findings = notes_in("Hamnen^3^ växer.\n& 1 Ett.");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].issues == std::vector<std::string>{"unmatched_marker"});
  CHECK(findings[1].issues == std::vector<std::string>{"unmatched_note"});
  CHECK(note(findings[1]).anchor_sentence.empty());
}

TEST_CASE("footnotes: raised figures mean nothing in a document without notes") {
  CHECK(notes_in("Hamnen^3^ växer.").empty());
}
