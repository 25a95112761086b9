// DOMAIN.md 24.3: the report and the plan within the bundle.
#include <catch2/catch.hpp>

#include "seed.h"

using namespace diarium;

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("seeds 001: the report") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  REQUIRE(seed->documents() == 10);
  const Document& report = seed->document(4);
  SECTION("A01-16: author, title, parent, its unit and its memo's case") {
    CHECK(report.kind == DocumentKind::rapport);
    CHECK(report.title == seed->said(127));
    CHECK(report.case_officer == seed->said(124));
    CHECK(report.parent == seed->document(3).id);
    CHECK(report.case_numbers == seed->document(3).case_numbers);
  }
  SECTION("A01-17: contents are no table, and every entry has its chapter") {
    const auto entries = seed->paragraphs(4, ParagraphKind::contents);
    REQUIRE(entries.size() == 7);
    CHECK(seed->records<TableRecord>(4).empty());
    const auto headings = seed->paragraphs(4, ParagraphKind::heading);
    for (std::string entry : entries) {
      entry = before(entry, "....");
      while (entry.ends_with(' ')) entry.pop_back();
      INFO(entry);
      CHECK(holds(headings, entry));
    }
  }
  SECTION("A01-18: shares and counts are no amounts of money") {
    for (const AmountRecord& amount : seed->records<AmountRecord>(4)) CHECK(amount.unit == "%");
  }
  SECTION("A01-19: an inquiry is no act") {
    CHECK(seed->references(4, "sou") == Texts{"SOU 1995:15"});
    CHECK_FALSE(holds(seed->references(4, "law"), "SFS 1995:15"));
  }
  SECTION("A01-20: literature is no law and no decision") {
    CHECK(seed->references(4, "decision").empty());
    for (const std::string& law : seed->references(4, "law"))
      CHECK(law.starts_with("SFS 2001:453"));
  }
  SECTION("A01-21, A01-22: sentences that begin with Att and Beslutet are no clauses") {
    CHECK(seed->records<Beslutssats>(4).empty());
  }
  SECTION("A01-23: a hashtag is no heading") {
    for (const std::string& heading : seed->paragraphs(4, ParagraphKind::heading))
      CHECK(heading.find("# ") == std::string::npos);
    CHECK(report.text.view().find("# Inte") != std::string_view::npos);
  }
  SECTION("A01-24: an act by its number and by its short name") {
    const auto laws = seed->references(4, "law");
    CHECK(holds(laws, "SFS 2001:453"));
    CHECK(holds(laws, "SFS 2001:453 2 kap. 1 §"));
  }
  SECTION("A01-25: a gap within a chapter begins no paper") {
    CHECK(report.text.view().find(seed->said(229)) != std::string_view::npos);
  }
  SECTION("A01-26: the author signs, with another role than elsewhere") {
    const auto signatures = seed->records<Signature>(4);
    REQUIRE_FALSE(signatures.empty());
    CHECK(signatures.back().name == seed->said(231));
    CHECK(signatures.back().role == seed->said(232));
    CHECK(signatures.back().role_kind == "signer");
  }
}

TEST_CASE("seeds 001: the plan") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  const Document& plan = seed->document(6);
  SECTION("A01-33: a title right behind signatures, without a card; number by its memo") {
    CHECK(plan.kind == DocumentKind::handlingsplan);
    CHECK(plan.title == seed->said(301));
    CHECK_FALSE(plan.date);
    CHECK(plan.body == "Arbetslivsnämnden");
    CHECK(plan.parent == seed->document(5).id);
    CHECK(plan.case_numbers == seed->document(5).case_numbers);
    CHECK(plan.provenance.at("case_numbers") == Provenance::inferred);
  }
  SECTION("A01-35, A01-36: intentions and goals are no clauses") {
    CHECK(seed->records<Beslutssats>(6).empty());
  }
}
