#include "extractors/minutes_votes.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> votes_in(std::string_view lines, DocumentKind kind = DocumentKind::protokoll) {
  static const RuleBook book = RuleBook::built_in();
  return MinutesVotes(book).extract(document_of(kind, lines));
}

Vote vote(const Finding& finding) {
  return std::get<Vote>(finding.record);
}

using People = std::vector<std::string>;

}  // namespace

TEST_CASE("votes: names, counts and what yes and no stand for") {
  const auto findings = votes_in(
      "@ § 42\n#vote Omröstning\nOmröstning begärs.\n"
      "Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till yrkandet.”\n"
      "Eva Ek (S) och ordföranden Bo Al (M) röstar Ja (2).\nCia Dal (V) röstar Nej (1).\n"
      "Dan Ed (C) avstår från att rösta (1).");
  REQUIRE(findings.size() == 1);
  const Vote result = vote(findings[0]);
  CHECK(result.item == "§ 42");
  CHECK(result.method == "roll_call");
  CHECK(result.yes_means == "avslag");
  CHECK(result.no_means == "bifall till yrkandet");
  CHECK(result.yes == 2);
  CHECK(result.no == 1);
  CHECK(result.abstained == 1);
  CHECK(result.yes_names == People{"Eva Ek (S)", "Bo Al (M)"});
  CHECK(result.no_names == People{"Cia Dal (V)"});
  CHECK(result.verified);
  CHECK(findings[0].issues.empty());
}

TEST_CASE("votes: counts alone, in figures or words") {
  const auto findings = votes_in(
      "@ § 1\n#vote Omröstning\nMed 20 ja-röster och 26 nej-röster finner ordföranden att yrkandet "
      "avslås.\n"
      "@ § 2\n#vote Omröstning\nNämnden avslår med sju ja-röster mot sex nej-röster.");
  REQUIRE(findings.size() == 2);
  CHECK(vote(findings[0]).yes == 20);
  CHECK(vote(findings[0]).no == 26);
  CHECK_FALSE(vote(findings[0]).verified);
  CHECK(vote(findings[1]).item == "§ 2");
  CHECK(vote(findings[1]).yes == 7);
}

TEST_CASE("votes: names that don't agree with the count are reported") {
  const auto findings =
      votes_in("#vote Omröstning\nJa (3): Eva Ek (S), Bo Al (M)\nNej (1): Cia Dal (V)");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].issues == People{"count_conflict"});
  CHECK_FALSE(vote(findings[0]).verified);
}

TEST_CASE("votes: two votes under one § are two") {
  const auto findings = votes_in(
      "#vote Omröstning\nJa-röst för nämndens förslag, Nej-röst för Eva Eks förslag.\n"
      "7 ja-röster, 6 nej-röster.\nJa-röst för återremiss, Nej-röst för avgörande i dag.\n"
      "5 ja-röster, 8 nej-röster.");
  REQUIRE(findings.size() == 2);
  CHECK(vote(findings[0]).yes == 7);
  CHECK(vote(findings[1]).yes_means == "återremiss");
  CHECK(vote(findings[1]).no == 8);
}

TEST_CASE("votes: one side at a time") {
  const auto findings = votes_in(
      "#vote Omröstning\nDen som vill bifalla förslaget röstar ja. Den som stödjer yrkandet röstar "
      "nej.");
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).yes_means == "bifalla förslaget");
  CHECK(vote(findings[0]).no_means == "yrkandet");
}

TEST_CASE("votes: without a count the chair finds by acclamation") {
  const auto findings = votes_in(
      "@ § 42\n#proposition Beslutsgång\n"
      "Ordföranden ställer proposition på förslagen och finner att nämnden beslutar enligt Eva Eks "
      "yrkande.");
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).method == "acclamation");
  CHECK(vote(findings[0]).yes_means == "nämnden beslutar enligt Eva Eks yrkande");
  CHECK_FALSE(vote(findings[0]).yes);
}

TEST_CASE("votes: other documents hold none") {
  CHECK(votes_in("20 ja-röster och 26 nej-röster", DocumentKind::rapport).empty());
}
