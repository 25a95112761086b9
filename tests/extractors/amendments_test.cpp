#include "extractors/amendments.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> findings_in(std::string_view lines,
                                 DocumentKind kind = DocumentKind::alternativt_forslag,
                                 double confidence = 1) {
  static const RuleBook book = RuleBook::built_in();
  return Amendments(book).extract(document_of(kind, lines, confidence));
}

/// "replace: old -> new"
std::vector<std::string> amendments_in(std::string_view lines,
                                       DocumentKind kind = DocumentKind::alternativt_forslag) {
  std::vector<std::string> amendments;
  for (const Finding& finding : findings_in(lines, kind)) {
    const auto& amendment = std::get<Amendment>(finding.record);
    amendments.push_back(amendment.operation + ": " + amendment.old_text + " -> " +
                         amendment.new_text);
  }
  return amendments;
}

using Amended = std::vector<std::string>;

}  // namespace

TEST_CASE("amendments: struck words go, bold words come, both together are a replacement") {
  CHECK(amendments_in("Alla ska ha ~mer~ ~lika~ goda villkor *i* *Almvik* .") ==
        Amended{"delete: mer lika -> ", "insert:  -> i Almvik"});
  CHECK(amendments_in("en bred rekrytering ~av~ ~anställda~ *med* *kunniga* här") ==
        Amended{"replace: av anställda -> med kunniga"});
}

TEST_CASE("amendments: the att that begins a clause may be stressed") {
  CHECK(amendments_in("*att* anta planen med ~fem~ *tio* hus") == Amended{"replace: fem -> tio"});
}

TEST_CASE("amendments: on a scan the signs around the last word are the sentence's") {
  const auto added_on_scan = [](std::string_view lines) {
    const auto findings = findings_in(lines, DocumentKind::alternativt_forslag, 0.9);
    REQUIRE(findings.size() == 1);
    return std::get<Amendment>(findings[0].record).new_text;
  };
  CHECK(added_on_scan("Det ger en blandad *värdig,* miljö för alla") == "värdig");
  CHECK(added_on_scan("som ”kommer att ske *vartannat* *år.”*") == "vartannat år");
  CHECK(added_on_scan("Så blir *målet* *”en* *värdig* *miljö”* nått") == "målet ”en värdig miljö”");
  CHECK(added_on_scan("Det gäller *hela* *kommunen.*") == "hela kommunen.");
}

TEST_CASE("amendments: the sentence around is the context") {
  const auto findings = findings_in("Almvik växer. Alla ska ha ~lika~ goda villkor. Så är det.");
  REQUIRE(findings.size() == 1);
  CHECK(std::get<Amendment>(findings[0].record).context == "Alla ska ha lika goda villkor.");
}

TEST_CASE("amendments: bold means nothing new in a document that amends nothing") {
  CHECK(amendments_in("Alla ska ha *goda* villkor", DocumentKind::tjansteskrivelse).empty());
  CHECK(
      amendments_in("Alla ska ha *goda* villkor och ~lika~ lön", DocumentKind::tjansteskrivelse) ==
      Amended{"insert:  -> goda", "delete: lika -> "});
}

TEST_CASE("amendments: bold headings, captions, labels and dates are none") {
  CHECK(amendments_in(
            "# *Bakgrund*\n*Fördelning* *av* *medel* *i* *tabellen:*\n*Att:* nämnden växer\n"
            "*Målbild* *hamnen*\nsenast *2019-06-11* svara\n| *Eva* *Ek*")
            .empty());
}

TEST_CASE("amendments: a bold item among plain ones and a bold sentence are added") {
  CHECK(amendments_in("- Alla ska bo\n- *Alla* *ska* *trivas*") ==
        Amended{"insert:  -> Alla ska trivas"});
  CHECK(amendments_in("- *Alla* *ska* *bo*\n- *Alla* *ska* *trivas*").empty());
  CHECK(amendments_in("*Främsta* *fokus* *ska* *vara* *att* *bygga.*") ==
        Amended{"insert:  -> Främsta fokus ska vara att bygga."});
}

TEST_CASE("amendments: a text for a named place of another document") {
  const auto findings = findings_in(
      "- Sid 1, sammanfattningen andra stycket:\n  ”planen följs upp *vartannat* *år* i "
      "hamnen...”\n"
      "- Sid 7, sista meningen:\n”Planen gäller hela hamnen.”",
      DocumentKind::andringsforslag);
  REQUIRE(findings.size() == 2);
  const auto& first = std::get<Amendment>(findings[0].record);
  CHECK(first.operation == "insert");
  CHECK(first.new_text == "vartannat år");
  CHECK(first.locator == "Sid 1, sammanfattningen andra stycket");
  CHECK(first.context == "”planen följs upp vartannat år i hamnen...”");
  const auto& second = std::get<Amendment>(findings[1].record);
  CHECK(second.new_text == "Planen gäller hela hamnen.");
  CHECK(second.locator == "Sid 7, sista meningen");
}

TEST_CASE("amendments: two adjectives marked alike are likely the old word and the new") {
  const auto findings = findings_in("Alla ska ha ~ojämna~ ~sämre~ villkor i *jämlika* *goda* hus.",
                                    DocumentKind::alternativt_forslag);
  REQUIRE(findings.size() == 2);
  CHECK(std::get<Amendment>(findings[0].record).hypothesis == "ojämna → sämre");
  CHECK(std::get<Amendment>(findings[1].record).operation == "insert");
  CHECK(std::get<Amendment>(findings[1].record).hypothesis == "jämlika → goda");
  for (const Finding& finding : findings) {
    CHECK(finding.issues == std::vector<std::string>{"amendment_uncertain"});
    CHECK(finding.confidence < 0.7);
  }
}

TEST_CASE("amendments: marks on a scan are trusted less than those in print") {
  static const RuleBook book = RuleBook::built_in();
  const std::string_view line = "Alla ska ha ~mer~ ~lika~ goda villkor.";
  const Amendments amendments(book);
  const auto printed = amendments.extract(document_of(DocumentKind::alternativt_forslag, line));
  const auto scanned =
      amendments.extract(document_of(DocumentKind::alternativt_forslag, line, 0.95));
  REQUIRE(printed.size() == 1);
  REQUIRE(scanned.size() == 1);
  CHECK(printed[0].confidence > 0.9);
  CHECK(scanned[0].confidence < 0.9);
}

TEST_CASE("amendments: a number in the place of a struck one replaces it") {
  CHECK(amendments_in("öka till ~25~ *35* procent") == Amended{"replace: 25 -> 35"});
  CHECK(amendments_in("öka ~mycket~ till *35* procent") == Amended{"delete: mycket -> "});
}

TEST_CASE("amendments: a tracked change tells its author, and needs nothing struck beside it") {
  static const RuleBook book = RuleBook::built_in();
  Document document = document_of(DocumentKind::ovrigt, "Nämnden ska _årligen_ följa upp målen.");
  CHECK(Amendments(book).extract(document).empty());
  document.changes = {
      {.span = {13, 21}, .inserted = true, .author = "Åsa Ek", .made_on = "2024-05-14"}};
  const auto findings = Amendments(book).extract(document);
  REQUIRE(findings.size() == 1);
  const auto& amendment = std::get<Amendment>(findings[0].record);
  CHECK(amendment.operation == "insert");
  CHECK(amendment.new_text == "årligen");
  CHECK(amendment.author == "Åsa Ek");
  CHECK(amendment.made_on == "2024-05-14");
}
