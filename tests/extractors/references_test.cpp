#include "extractors/references.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> findings_in(std::string_view lines, std::optional<Date> date = {}) {
  static const RuleBook book = RuleBook::built_in();
  Document document = document_of(DocumentKind::tjansteskrivelse, lines);
  document.date = date;
  return References(book).extract(document);
}

/// "law: raw = normal"
std::vector<std::string> references_in(std::string_view lines, std::optional<Date> date = {}) {
  std::vector<std::string> references;
  for (const Finding& finding : findings_in(lines, date)) {
    const auto& reference = std::get<Reference>(finding.record);
    references.push_back(reference.reference_kind + ": " + reference.raw + " = " +
                         reference.normal);
  }
  return references;
}

using Printed = std::vector<std::string>;

}  // namespace

TEST_CASE("references: laws by number, by name and by letters") {
  CHECK(
      references_in("enligt socialtjänstlagen (2001:453) och 6 § förvaltningslagen (1986:223).") ==
      Printed{"law: socialtjänstlagen (2001:453) = SFS 2001:453",
              "law: 6 § förvaltningslagen (1986:223) = SFS 1986:223 6 §"});
  CHECK(references_in("2 kap. 1 § SoL, KL 5 kap § 67 och kommunallagen 6:25", Date{2019, 6, 11}) ==
        Printed{"law: 2 kap. 1 § SoL = SFS 2001:453 2 kap. 1 §",
                "law: KL 5 kap § 67 = SFS 2017:725 5 kap. 67 §",
                "law: kommunallagen 6:25 = SFS 2017:725 6 kap. 25 §"});
  CHECK(references_in("insatser enligt Socialtjänstlagen och SFS 1991:1559") ==
        Printed{"law: Socialtjänstlagen = SFS 2025:400", "law: SFS 1991:1559 = SFS 1991:1559"});
  CHECK(references_in("AFS:2001:1, förordning (EU) 2016/679 och MBL §11") ==
        Printed{"law: AFS:2001:1 = AFS 2001:1", "law: (EU) 2016/679 = EU 2016/679",
                "law: MBL §11 = SFS 1976:580 11 §"});
}

TEST_CASE("references: a number given once tells which act is meant") {
  CHECK(references_in("socialtjänstlagen (2001:453); jfr 2 kap. 1 § SoL") ==
        Printed{"law: socialtjänstlagen (2001:453) = SFS 2001:453",
                "law: 2 kap. 1 § SoL = SFS 2001:453 2 kap. 1 §"});
}

TEST_CASE("references: an act that was repealed on the day of the document is reported") {
  const auto late = findings_in("6 § förvaltningslagen (1986:223)", Date{2019, 6, 11});
  REQUIRE(late.size() == 1);
  CHECK(late[0].issues == std::vector<std::string>{"repealed_at_date"});
  CHECK(findings_in("6 § förvaltningslagen (1986:223)", Date{2017, 6, 11})[0].issues.empty());
  CHECK(findings_in("6 § förvaltningslagen (1986:223)")[0].issues.empty());
}

TEST_CASE("references: inquiries and bills") {
  CHECK(references_in("jämlik hälsa (SOU 2017:47), prop. 2016/17:171 och Ds 2019:3") ==
        Printed{"sou: SOU 2017:47 = SOU 2017:47", "sou: prop. 2016/17:171 = prop. 2016/17:171",
                "sou: Ds 2019:3 = Ds 2019:3"});
}

TEST_CASE("references: decisions of others") {
  CHECK(references_in("1. Kommunfullmäktiges beslut 2019-04-25, § 79") ==
        Printed{"decision: Kommunfullmäktiges beslut 2019-04-25, § 79 = Kommunfullmäktige "
                "2019-04-25 § 79"});
  CHECK(references_in("Miljöenheten Protokoll 2019-04-16, § 7-9") ==
        Printed{
            "decision: Miljöenheten Protokoll 2019-04-16, § 7-9 = Miljöenheten 2019-04-16 § 7-9"});
  CHECK(references_in("I mars 2021 beslutade Kommunstyrelsen att utvidga") ==
        Printed{"decision: I mars 2021 beslutade Kommunstyrelsen = Kommunstyrelsen 2021-03"});
  CHECK(references_in("som Kommunstyrelsen fastställde den 2 september 2019.") ==
        Printed{"decision: Kommunstyrelsen fastställde den 2 september 2019 = Kommunstyrelsen "
                "2019-09-02"});
  CHECK(references_in("Den 9 november beslutade en enig Kommunstyrelse att") ==
        Printed{"decision: Den 9 november beslutade en enig Kommunstyrelse = Kommunstyrelsen"});
}

TEST_CASE("references: paragraphs of minutes, not those that head them") {
  CHECK(references_in("# § 41 Taxa\nse § 79 och §§ 130 – 143") ==
        Printed{"paragraph: § 79 = § 79", "paragraph: §§ 130 – 143 = § 130-143"});
}

TEST_CASE("references: each property of a list") {
  CHECK(references_in(
            "fastigheten Lunden 1:16, 1:17 och 1:7 i Almvik, kvarteret Bävern 10, kl 17:30") ==
        Printed{"property: Lunden 1:16 = Lunden 1:16", "property: 1:17 = Lunden 1:17",
                "property: 1:7 = Lunden 1:7", "property: Bävern 10 = Bävern 10"});
}

TEST_CASE("references: the class of a case number") {
  CHECK(references_in("Dnr SBN 2023-00041 1.2.4.1") ==
        Printed{"classification: 1.2.4.1 = 1.2.4.1"});
}

TEST_CASE("references: years, scholars, programmes and instructions are none") {
  CHECK(references_in("drogpolitiska programmet (Ek et al 2003), 2018-2020, 16:30, Skala 1:500\n"
                      "! Ange lagrum, t.ex. 2 kap. 1 § SoL")
            .empty());
}

TEST_CASE("references: a body named by its kind alone is that of the paper") {
  static const RuleBook book = RuleBook::built_in();
  Document document = document_of(
      DocumentKind::tjansteskrivelse,
      "Se nämndens beslut 2017-05-16, § 44.\nArbetsutskottet Protokoll 2024-02-13, § 4–9");
  document.body = "Kulturnämnden";
  std::vector<std::string> found;
  for (const Finding& finding : References(book).extract(document)) {
    found.push_back(std::get<Reference>(finding.record).normal);
  }
  CHECK(found ==
        Printed{"Kulturnämnden 2017-05-16 § 44", "Kulturnämndens arbetsutskott 2024-02-13 § 4-9"});
}

TEST_CASE(
    "references: the §§ that minutes hold, and for which somebody was present, refer to nothing") {
  static const RuleBook book = RuleBook::built_in();
  const Document document = document_of(
      DocumentKind::protokoll,
      "#attendance Beslutande\nEva Ek (S), §§ 61–64\nParagrafer §§ 61–66\n@ § 61\n#matter Ärendet\n"
      "Nämnden beslutade om detta i § 12.");
  const auto found = References(book).extract(document);
  REQUIRE(found.size() == 1);
  CHECK(std::get<Reference>(found[0].record).normal == "§ 12");
}

TEST_CASE("references: an act by what it is about stays open which one it is") {
  CHECK(
      references_in("omhändertagande enligt lagen om berusning leda till att utredning startas") ==
      Printed{"law: lagen om berusning = "});
  CHECK(references_in("enligt lagen om offentlig upphandling", Date{2019, 6, 11}).size() == 1);
  CHECK(references_in("enligt lagen om offentlig upphandling", Date{2019, 6, 11})[0] !=
        "law: lagen om offentlig upphandling = ");
}
