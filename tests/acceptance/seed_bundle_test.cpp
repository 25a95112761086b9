// DOMAIN.md 24.2: the bundle of proposals, but for its amended copy (seed_amended_test.cpp).
#include <catch2/catch.hpp>

#include "extractors/rule_book.h"
#include "extractors/sentences.h"
#include "models/unicode.h"
#include "seed.h"

using namespace diarium;

namespace {

using Texts = std::vector<std::string>;

std::string iso(const std::optional<Date>& date) {
  return date ? iso_of(*date) : std::string();
}

}  // namespace

TEST_CASE("seeds 000: eight documents, of these kinds, titles and bodies") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  REQUIRE(seed->documents() == 8);
  SECTION("A00-01: the label names kind and agenda code; rivals share the code") {
    CHECK(seed->document(1).kind == DocumentKind::andringsforslag);
    for (const std::size_t d : {1, 2, 3}) CHECK(seed->document(d).agenda_code == "KC1");
    CHECK(seed->document(3).provenance.at("agenda_code") == Provenance::inferred);
  }
  SECTION("A00-05: the meeting as stated, and what is wrong with its year") {
    const Document& document = seed->document(2);
    CHECK(document.kind == DocumentKind::alternativt_forslag);
    CHECK(document.body == "Kommunstyrelsen");
    CHECK(iso(document.meeting_date) == "2022-11-22");
    for (const std::size_t d : {2, 4, 5}) CHECK(holds(seed->document(d).issues, "date_suspect"));
  }
  SECTION("A00-06: the title without its code") {
    CHECK(seed->document(2).title == after(before(seed->said(23), "**"), ": "));
  }
  SECTION("A00-41: no label, no date: an initiative, but not surely") {
    const Document& document = seed->document(6);
    CHECK(document.title == seed->said(229));
    CHECK(document.kind == DocumentKind::initiativ);
    CHECK(document.confidence < 0.75);
    CHECK(document.parties == Texts{"SD"});
    CHECK_FALSE(document.meeting_date);
  }
  SECTION("A00-44: an initiative, though its title names an opinion") {
    CHECK(seed->document(7).kind == DocumentKind::initiativ);
    CHECK(seed->document(7).title == after(seed->said(249), "– "));
  }
  SECTION("A00-50: a year before the others of the bundle") {
    CHECK(seed->document(8).kind == DocumentKind::initiativ);
    CHECK(iso(seed->document(8).meeting_date) == "2021-11-22");
    CHECK_FALSE(holds(seed->document(8).issues, "date_suspect"));
  }
  SECTION("A00-52: the title without its type word") {
    CHECK(seed->document(8).title == after(seed->said(274), ": "));
  }
}

TEST_CASE("seeds 000: texts that are to be changed elsewhere") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  SECTION("A00-02: locators, new words, and the old ones that they likely replace") {
    const auto amendments = seed->records<Amendment>(1);
    REQUIRE(amendments.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(amendments[i].locator == before(seed->said(11 + 2 * i), ":"));
      CHECK(amendments[i].new_text == seed->bold(12 + 2 * i));
      CHECK(amendments[i].old_text.empty());
      CHECK(amendments[i].hypothesis.find("var tredje år") != std::string::npos);
    }
  }
  SECTION("A00-03: the quoted line belongs to the item above it") {
    const auto items = seed->paragraphs(1, ParagraphKind::list_item);
    CHECK(holds(items, seed->said(11) + ' ' + seed->said(12)));
    CHECK(holds(items, seed->said(15) + ' ' + seed->said(16)));
  }
}

TEST_CASE("seeds 000: who signs") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  SECTION("A00-04: name, party, role; no date") {
    const auto signers = seed->records<Signature>(1);
    REQUIRE(signers.size() == 1);
    CHECK(signers[0].name == before(seed->said(18), " ("));
    CHECK(signers[0].party == "S");
    CHECK(signers[0].role == seed->said(19));
    CHECK_FALSE(seed->document(1).date);
  }
  SECTION("A00-07: two persons on one line, body by the group's line") {
    const auto signers = seed->records<Signature>(2);
    REQUIRE(signers.size() == 2);
    CHECK(signers[0].name == before(seed->said(34), " och "));
    CHECK(signers[1].name == after(seed->said(34), " och "));
    for (const Signature& signer : signers) {
      CHECK(signer.party == "V");
      CHECK(signer.body == "Kommunstyrelsen");
      CHECK(signer.role.empty());
    }
  }
  SECTION("A00-43: the own parenthesis counts before the group's line") {
    for (const Signature& signer : seed->records<Signature>(6)) {
      CHECK(signer.party == "SD");
      CHECK(signer.party_provenance == "stated");
    }
  }
  SECTION("A00-47: proposers by their signatures") {
    CHECK(seed->document(7).parties == Texts{"KD", "M"});
  }
  SECTION("A00-49: a group that is no party opens no section") {
    const auto signers = seed->records<Signature>(7);
    REQUIRE(signers.size() == 2);
    CHECK(signers[0].group == seed->said(265));
    CHECK(signers[0].party_provenance == "stated");
    CHECK_FALSE(holds(seed->paragraphs(7, ParagraphKind::heading), seed->said(265)));
  }
}

TEST_CASE("seeds 000: what is cited, and what is not") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  SECTION("A00-39: programmes named in passing are no references") {
    CHECK(seed->records<Reference>(4).empty());
    CHECK(seed->records<Reference>(5).empty());
  }
  SECTION("A00-40: the council decides, the board passes on") {
    for (const std::size_t d : {4, 5}) {
      const auto clauses = seed->records<Beslutssats>(d);
      REQUIRE(clauses.size() == 1);
      CHECK(clauses[0].decider == "Kommunfullmäktige");
      CHECK(clauses[0].via == Texts{"Kommunstyrelsen"});
    }
  }
  SECTION("A00-42: the argument for a clause is none") {
    CHECK(seed->records<Beslutssats>(6).size() == 1);
  }
  SECTION("A00-45: a decision of a day without a year") {
    CHECK(holds(seed->references(7, "decision"), "Kommunstyrelsen"));
    CHECK(holds(seed->issues(7), "year_missing"));
    CHECK(seed->records<DateRecord>(7).at(0).candidates == Texts{"2021-11-09", "2020-11-09"});
  }
  SECTION("A00-46: a last day for answers is no meeting") {
    CHECK_FALSE(seed->document(7).meeting_date);
    CHECK_FALSE(seed->document(7).date);
  }
  SECTION("A00-48: four properties, no times") {
    CHECK(seed->references(7, "property") ==
          Texts{"Lunden 1:16", "Lunden 1:17", "Lunden 1:18", "Lunden 1:7"});
  }
  SECTION("A00-51: an abbreviation ends no sentence") {
    const Document& document = seed->document(8);
    const std::string_view text = document.text.view();
    const std::size_t at = text.find("s k ");
    REQUIRE(at != std::string_view::npos);
    const Span sentence = sentence_around(text, at, RuleBook::built_in());
    CHECK(text.substr(sentence.begin, sentence.size()).find("Arbetslivsförvaltningen") !=
          std::string_view::npos);
    CHECK(sentence.end > at + 10);
  }
}
