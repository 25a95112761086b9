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

TEST_CASE("votes: the names in parentheses behind each number") {
  const auto findings = votes_in(
      "@ § 1\n#vote Omröstning\nUtfallet blir 2 ja-röster (Eva Ek (S), Bo Al (V)) och 1 nej-röst "
      "(Cia Dal (M)).");
  REQUIRE(findings.size() == 1);
  const Vote result = vote(findings[0]);
  CHECK(result.yes == 2);
  CHECK(result.no == 1);
  CHECK(result.yes_names == People{"Eva Ek (S)", "Bo Al (V)"});
  CHECK(result.no_names == People{"Cia Dal (M)"});
  CHECK(result.verified);
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

TEST_CASE("votes: a finding of the chair that was contested at once is no decision") {
  const auto findings = votes_in(
      "@ § 42\n#proposition Propositionsordning\nOrdföranden finner att nämnden bifaller "
      "förslaget. "
      "Omröstning begärs.\n#vote Omröstning\nMed 7 ja-röster mot 4 nej-röster bifalls förslaget.");
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).method == "roll_call");
  CHECK(vote(findings[0]).yes == 7);
}

TEST_CASE("votes: the ways in which counts are printed") {
  for (const char* printed :
       {"24 nej-röster mot 15 ja-röster: ärendet återremitteras.", "Ja-röster: 15, nej-röster: 24",
        "JA 15 NEJ 24", "15 ledamöter röstar ja och 24 röstar nej.",
        "Ja-röster: 15. Nej-röster: 24.", "15 ja-röster.\n24 nej-röster."}) {
    INFO(printed);
    const auto findings = votes_in(std::string("@ § 1\n#vote Omröstning\n") + printed);
    REQUIRE(findings.size() == 1);
    CHECK(vote(findings[0]).yes == 15);
    CHECK(vote(findings[0]).no == 24);
  }
}

TEST_CASE("votes: a tie keeps both counts, and what the chair's vote decides is no second vote") {
  const auto findings = votes_in(
      "@ § 7\n#vote Omröstning\nOmröstningen utfaller med 22 ja-röster och 22 nej-röster.\n"
      "Ordföranden avgör med sin utslagsröst och finner att motionen avslås.");
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).yes == 22);
  CHECK(vote(findings[0]).no == 22);
}

TEST_CASE("votes: names below their side, with plural titles before them") {
  const auto findings = votes_in(
      "@ § 9\n#vote Omröstning\nFöljande ledamöter röstar ja (2):\n- Eva Ek (S)\n- Bo Al (M)\n"
      "Ledamöterna Cia Dal (V), Dan Ed (C) samt tjänstgörande ersättaren Gun Falk (KD) röstar nej "
      "(3).\nOrdföranden Ida Jul (L) avstår från att rösta.\nHugo Is (SD) deltar inte i "
      "beslutet.");
  REQUIRE(findings.size() == 1);
  const Vote result = vote(findings[0]);
  CHECK(result.yes_names == People{"Eva Ek (S)", "Bo Al (M)"});
  CHECK(result.no_names == People{"Cia Dal (V)", "Dan Ed (C)", "Gun Falk (KD)"});
  CHECK(result.abstained_names == People{"Ida Jul (L)"});
  CHECK(result.verified);
}

TEST_CASE("votes: what yes and no stand for, both in one sentence") {
  const auto findings = votes_in(
      "#vote Omröstning\nDen som bifaller nämndens förslag röstar ja, den som stödjer Eva Eks "
      "yrkande röstar nej.");
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).yes_means == "nämndens förslag");
  CHECK(vote(findings[0]).no_means == "Eva Eks yrkande");
}

TEST_CASE("votes: the names of a voting list belong to the vote above it") {
  Document document = document_of(
      DocumentKind::protokoll,
      "@ § 65\n#vote Omröstning\nOmröstningsresultat: 1 ja-röst, 1 nej-röst och 1 avstår.\nListan");
  document.paragraphs.back().kind = ParagraphKind::table;
  document.paragraphs.back().table = 0;
  document.tables.push_back({.table = {.rows = 4,
                                       .columns = 4,
                                       .cells = {{.row = 0, .column = 0, .text = "Namn"},
                                                 {.row = 0, .column = 1, .text = "Ja"},
                                                 {.row = 0, .column = 2, .text = "Nej"},
                                                 {.row = 0, .column = 3, .text = "Avstår"},
                                                 {.row = 1, .column = 0, .text = "Eva Ek (S)"},
                                                 {.row = 1, .column = 1, .text = "X"},
                                                 {.row = 2, .column = 0, .text = "Bo Al (M)"},
                                                 {.row = 2, .column = 2, .text = "X"},
                                                 {.row = 3, .column = 0, .text = "Cia Dal (V)"},
                                                 {.row = 3, .column = 3, .text = "X"}}}});
  static const RuleBook book = RuleBook::built_in();
  const auto findings = MinutesVotes(book).extract(document);
  REQUIRE(findings.size() == 1);
  const Vote result = vote(findings[0]);
  CHECK(result.item == "§ 65");
  CHECK(result.yes_names == People{"Eva Ek (S)"});
  CHECK(result.no_names == People{"Bo Al (M)"});
  CHECK(result.abstained_names == People{"Cia Dal (V)"});
  CHECK(result.verified);
}

TEST_CASE("votes: the chair finds at once") {
  const auto findings =
      votes_in("@ § 2\n#proposition Beslutsgång\nOrdföranden finner att nämnden avslår motionen.");
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).yes_means == "nämnden avslår motionen");
}

TEST_CASE("votes: each side in a sentence of its own, behind an introduction") {
  const auto findings = votes_in(
      "#vote Omröstning\nFöljande ordning fastställs: Den som vill avgöra ärendet röstar ja. Den "
      "som "
      "vill återremittera röstar nej. 28 ja-röster och 21 nej-röster.\nVotering begärs. Följande "
      "ordning fastställs: JA för bifall till förslaget. NEJ för avslag. Resultat: 30 JA, 19 NEJ.\n"
      "Omröstning begärs. Voteringsproposition: ”Ja för avgörande idag. Nej för återremiss.” 3 "
      "ja-röster och 5 nej-röster.");
  REQUIRE(findings.size() == 3);
  CHECK(vote(findings[2]).yes_means == "avgörande idag");
  CHECK(vote(findings[2]).no_means == "återremiss");
  CHECK(vote(findings[0]).yes_means == "avgöra ärendet");
  CHECK(vote(findings[0]).no_means == "återremittera");
  CHECK(vote(findings[1]).yes_means == "bifall till förslaget");
  CHECK(vote(findings[1]).no_means == "avslag");
  CHECK(vote(findings[1]).yes == 30);
}

TEST_CASE("votes: the side that won, and what decided it") {
  const auto result = [](const std::string& lines) {
    const auto findings = votes_in("@ § 42\n#vote Omröstning\nOmröstning begärs.\n" + lines);
    REQUIRE(findings.size() == 1);
    return vote(findings[0]).outcome + " by " + vote(findings[0]).decided_by;
  };
  const std::string on_motion =
      "Ja-röst för avslag på motionen, nej-röst för bifall till motionen.\n";
  CHECK(result(on_motion + "Med 20 ja-röster mot 26 nej-röster bifaller nämnden motionen.") ==
        "no by majority");
  CHECK(result(on_motion +
               "Ja-röster: 4, nej-röster: 4. Ordföranden avgör med sin utslagsröst att motionen "
               "bifalles.") == "no by casting_vote");
  CHECK(result(on_motion + "Ja-röster: 4, nej-röster: 4. Med ordförandens utslagsröst: ja.") ==
        "yes by casting_vote");
  CHECK(result(on_motion + "Ja-röster: 4, nej-röster: 4.") == " by ");
  const std::string on_day = "Ja-röst för att ärendet avgörs i dag, nej-röst för återremiss.\n";
  CHECK(result(on_day + "Med 24 ja-röster mot 15 nej-röster återremitteras ärendet.") ==
        "no by minority");
  CHECK(result(on_day + "Med 24 ja-röster mot 15 nej-röster avgörs ärendet i dag.") ==
        "yes by majority");
  CHECK(result(on_day + "Med 34 ja-röster mot 5 nej-röster återremitteras inte ärendet.") ==
        "yes by majority");
  CHECK(result(on_day + "Omröstningen ställs in.") == " by ");
}

TEST_CASE("votes: a list among those present gives its names to the § that its columns name") {
  Document document = document_of(DocumentKind::protokoll,
                                  "#attendance Närvarolista\nListan\n@ § 65\n#vote "
                                  "Omröstning\nOmröstningsresultat: 1 ja-röst och 1 nej-röst.");
  for (Paragraph& paragraph : document.paragraphs) {
    if (document.text.slice(paragraph.span) != "Listan") continue;
    paragraph.kind = ParagraphKind::table;
    paragraph.table = 0;
  }
  document.tables.push_back({.table = {.rows = 3,
                                       .columns = 3,
                                       .cells = {{.row = 0, .column = 0, .text = "Ledamot"},
                                                 {.row = 0, .column = 1, .text = "§ 65 Ja"},
                                                 {.row = 0, .column = 2, .text = "§ 65 Nej"},
                                                 {.row = 1, .column = 0, .text = "Eva Ek (S)"},
                                                 {.row = 1, .column = 1, .text = "X"},
                                                 {.row = 2, .column = 0, .text = "Bo Al (M)"},
                                                 {.row = 2, .column = 2, .text = "X"}}}});
  static const RuleBook book = RuleBook::built_in();
  const auto findings = MinutesVotes(book).extract(document);
  REQUIRE(findings.size() == 1);
  CHECK(vote(findings[0]).item == "§ 65");
  CHECK(vote(findings[0]).yes_names == People{"Eva Ek (S)"});
  CHECK(vote(findings[0]).no_names == People{"Bo Al (M)"});
  CHECK(vote(findings[0]).verified);
}
