// DOMAIN.md 24.5 to 24.7: two proposals of parties, and what holds for all seeds.
#include <catch2/catch.hpp>

#include "seed.h"

using namespace diarium;

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("seeds 003: a proposal with what its template left") {
  const Seed* seed = seed_of("003");
  if (seed == nullptr) return;
  REQUIRE(seed->documents() == 1);
  const Document& paper = seed->document(1);
  const auto clauses = seed->records<Beslutssats>(1);
  const auto instructions = seed->paragraphs(1, ParagraphKind::instruction);
  SECTION("A03-01: label with a blank before it, title with straight quotes") {
    CHECK(paper.kind == DocumentKind::alternativt_forslag);
    CHECK(paper.title == seed->said(2));
  }
  SECTION("A03-02: bookmarks are gone") {
    CHECK(clauses.size() == 2);
    CHECK(paper.text.view().find("bookmark") == std::string_view::npos);
  }
  SECTION("A03-03: an instruction on the line of a clause; no reservation") {
    REQUIRE(clauses.size() == 2);
    CHECK(clauses[1].text.ends_with("miljöer."));
    CHECK(seed->records<Reservation>(1).empty());
    CHECK(instructions.front().starts_with("[Beslutets"));
  }
  SECTION("A03-04, A03-16: instructions under headings that are missing") {
    std::size_t under = 0;
    for (const std::string& text : instructions) under += text.starts_with("[Under denna rubrik");
    CHECK(under == 3);
  }
  SECTION("A03-05: bookmarks amid the text are gone too") {
    CHECK(holds(seed->paragraphs(1, ParagraphKind::list_item), after(seed->said(116), "● ")));
  }
  SECTION("A03-06: a decision by its day") {
    CHECK(holds(seed->references(1, "decision"), "Kommunstyrelsen 2019-09-02"));
  }
  SECTION("A03-07: notes within lines hang on their words") {
    const auto notes = seed->records<Footnote>(1);
    REQUIRE(notes.size() == 5);
    const std::size_t lines[] = {20, 22, 22, 50, 94};
    for (std::size_t i = 0; i < 5; ++i) {
      CHECK(notes[i].marker == std::to_string(i + 1));
      const std::string words =
          before(seed->raw(lines[i]), "[footnoteRef:" + std::to_string(i + 1) + "]");
      CHECK(notes[i].anchor == words.substr(words.rfind(' ') + 1));
      CHECK(paper.text.view().find('[' + notes[i].marker + ':') == std::string_view::npos);
    }
  }
  SECTION("A03-08: an inquiry in a note, once") {
    CHECK(seed->references(1, "sou") == Texts{"SOU 2017:47"});
  }
  SECTION("A03-09: a list of ten; Dr begins no case number") {
    std::size_t numbered = 0;
    for (const Paragraph& paragraph : paper.paragraphs) {
      const std::string_view text = text_of(paper, paragraph);
      for (std::size_t line = 35; line <= 44; ++line)
        numbered += paragraph.kind == ParagraphKind::list_item && text == seed->said(line);
    }
    CHECK(numbered == 10);
    CHECK(seed->references(1, "case_number").empty());
  }
  SECTION("A03-10: headings are plain lines") {
    const auto headings = seed->paragraphs(1, ParagraphKind::heading);
    for (const std::size_t line : {11, 24, 32, 46, 49, 53, 56, 91, 100, 103, 108, 111, 114}) {
      INFO(line);
      CHECK(holds(headings, seed->said(line)));
    }
  }
  SECTION("A03-11: four measures, their lines joined") {
    const auto items = seed->paragraphs(1, ParagraphKind::list_item);
    CHECK(holds(items, seed->said(68) + ' ' + seed->said(69)));
    CHECK(holds(items, seed->said(71) + ' ' + seed->said(72)));
    CHECK(holds(items, seed->said(74)));
    CHECK(holds(items, seed->said(76)));
  }
  SECTION("A03-12: blank lines begin no paper") {
    CHECK(seed->documents() == 1);
  }
  SECTION("A03-13: measures are no clauses") {
    CHECK(clauses.size() == 2);
  }
  SECTION("A03-14: an act by what it is about, which one stays open") {
    std::vector<std::string> acts;
    for (const Reference& reference : seed->records<Reference>(1)) {
      if (reference.reference_kind == "law" && reference.normal.empty())
        acts.push_back(reference.raw);
    }
    CHECK(acts.size() == 3);
    for (const std::string& act : acts) CHECK(act.starts_with("lagen "));
  }
  SECTION("A03-15: an instruction over many lines") {
    CHECK(instructions.size() >= 12);
    for (std::size_t line = 123; line <= 134; ++line) {
      if (!seed->said(line).empty()) CHECK(holds(instructions, seed->said(line)));
    }
  }
  SECTION("A03-17: recipients are who is listed, not what the template offers") {
    const auto recipients = seed->records<Recipient>(1);
    REQUIRE(recipients.size() == 1);
    CHECK(recipients[0].name == seed->said(137));
    CHECK_FALSE(recipients[0].explicit_none);
  }
  SECTION("A03-18: four names under a party") {
    const auto signers = seed->records<Signature>(1);
    REQUIRE(signers.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(signers[i].name == seed->said(147 + i));
      CHECK(signers[i].party == "M");
      CHECK(signers[i].role.empty());
    }
  }
  SECTION("A03-19: the letterhead is no text of the paper") {
    CHECK(paper.text.view().find("Postadress") == std::string_view::npos);
    CHECK(paper.text.view().find("033-35 70 00") == std::string_view::npos);
  }
  SECTION("A03-21: no date, number or meeting") {
    CHECK_FALSE(paper.date);
    CHECK_FALSE(paper.meeting_date);
    CHECK(paper.case_numbers.empty());
  }
}

TEST_CASE("seeds 004: a proposal of three parties") {
  const Seed* seed = seed_of("004");
  if (seed == nullptr) return;
  REQUIRE(seed->documents() == 1);
  const Document& paper = seed->document(1);
  const auto clauses = seed->records<Beslutssats>(1);
  SECTION("A04-01: the label counts, not the first word of the title") {
    CHECK(paper.kind == DocumentKind::alternativt_forslag);
    CHECK(paper.title == seed->said(5));
  }
  SECTION("A04-02, A04-03, A04-05: two clauses, none from lists and reasons") {
    CHECK(clauses.size() == 2);
    CHECK(seed->records<AgendaItem>(1).empty());
  }
  SECTION("A04-04: a blank line parts no list") {
    const auto items = seed->paragraphs(1, ParagraphKind::list_item);
    for (const std::size_t line : {33, 35, 36}) CHECK(holds(items, seed->said(line)));
  }
  SECTION("A04-06: a bold sentence amid a paragraph is added") {
    const auto amendments = seed->records<Amendment>(1);
    REQUIRE(amendments.size() == 1);
    CHECK(amendments[0].operation == "insert");
    CHECK(amendments[0].new_text == seed->bold(73));
    CHECK(paper.text.view().find(seed->said(73)) != std::string_view::npos);
  }
  SECTION("A04-07: one attachment") {
    const auto attachments = seed->records<Attachment>(1);
    REQUIRE(attachments.size() == 1);
    CHECK(attachments[0].title == seed->said(77));
    CHECK(holds(seed->issues(1), "missing_attachment"));
  }
  SECTION("A04-08: Ingen is an empty set") {
    const auto recipients = seed->records<Recipient>(1);
    REQUIRE(recipients.size() == 1);
    CHECK(recipients[0].explicit_none);
    CHECK(recipients[0].name.empty());
  }
  SECTION("A04-09: twelve names under three parties") {
    const auto signers = seed->records<Signature>(1);
    REQUIRE(signers.size() == 12);
    const std::size_t lines[] = {85, 86, 87, 88, 89, 93, 94, 95, 99, 100, 101, 102};
    const char* const parties[] = {"M",  "M",  "M",  "M",  "M",  "KD",
                                   "KD", "KD", "SD", "SD", "SD", "SD"};
    for (std::size_t i = 0; i < 12; ++i) {
      CHECK(signers[i].name == before(seed->said(lines[i]), "\r"));
      CHECK(signers[i].party == parties[i]);
      CHECK(signers[i].role.empty());
    }
    CHECK(paper.parties == Texts{"M", "KD", "SD"});
  }
  SECTION("A04-10: years in the text are no date of it") {
    CHECK_FALSE(paper.date);
    CHECK_FALSE(paper.meeting_date);
  }
}

TEST_CASE("seeds: totals over all of them") {
  if (seed_of("000") == nullptr) return;
  std::size_t documents = 0;
  std::size_t signers = 0;
  std::size_t notes = 0;
  std::size_t tables = 0;
  std::size_t issues = 0;
  for (const char* number : {"000", "001", "002", "003", "004"}) {
    const Seed& seed = *seed_of(number);
    documents += seed.documents();
    for (std::size_t d = 1; d <= seed.documents(); ++d) {
      const bool letter = seed.document(d).kind == DocumentKind::e_post;
      for (const Signature& signature : seed.records<Signature>(d)) {
        signers += signature.role_kind == "signer" || (letter && signature.role_kind == "contact");
      }
      notes += seed.records<Footnote>(d).size();
      tables += seed.records<TableRecord>(d).size();
      issues += seed.issues(d).size();
    }
  }
  SECTION("24.0: documents, signatures (and two of an e-mail), notes, tables") {
    CHECK(documents == 21);
    CHECK(signers == 48 + 2);
    CHECK(notes == 11);
    CHECK(tables == 4);
  }
  SECTION("X6: anomalies are said") {
    CHECK(issues >= 22);
  }
}
