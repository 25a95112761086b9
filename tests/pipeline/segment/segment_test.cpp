#include "pipeline/segment/segment.h"

#include <catch2/catch.hpp>

#include "tests/growth.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("segment: no pages give nothing, blank pages one document") {
  CHECK(segment({}, "0123456789abcdef", "fil.pdf", shipped_rules()).documents.empty());
  const auto blank = segment(pages_of("\n---\n"), "0123456789abcdef", "fil.pdf", shipped_rules());
  REQUIRE(blank.documents.size() == 1);
  CHECK(blank.documents[0].kind == DocumentKind::ovrigt);
  CHECK(blank.documents[0].last_page == 2);
  CHECK(blank.documents[0].id == "0123456789abcdef.d1");
  CHECK(blank.findings.size() == 1);
  CHECK(blank.furniture.size() == 2);
}

TEST_CASE("segment: pages keep their numbers where pages were lost") {
  auto pages = pages_of("^ Sida 1(3)\nText.\n---\n^ Sida 2(3)\nText.\n---\n^ Sida 3(3)\nText.");
  pages.erase(pages.begin() + 1);
  const auto found = segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules());
  REQUIRE(found.documents.size() == 1);
  CHECK(found.documents[0].last_page == 3);
}

TEST_CASE("segment: a kallelse and its memo") {
  const auto documents = documents_in(
      "^ Sida 1(1)\n# KALLELSE\nSocialnämndens ledamöter kallas härmed till sammanträde tisdagen "
      "den 11 juni 2024 kl. 17:00.\n"
      "Eva Ek\n  Socialnämndens Ordförande\n  Gruppmöten sker måndag den 3 juni.\n## Ärende\n1. "
      "Upprop\n2. Fler träd\n---\n"
      "^ Sida 1(2)\nNils Löw\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\nInstans\n  "
      "Socialnämnden\n# Fler träd\n"
      "## Socialnämndens beslut\nPlanen antas av\n---\n^ Sida 2(2)\nnämnden.\n## Beslutet "
      "expedieras till\n1. Kommunstyrelsen\n"
      "Eva Ek\n  Ordförande");
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].kind == DocumentKind::kallelse);
  CHECK(texts_of(documents[0], ParagraphKind::signature).size() == 1);
  CHECK(documents[1].kind == DocumentKind::tjansteskrivelse);
  CHECK(documents[1].last_page == 3);
  CHECK(texts_of(documents[1], ParagraphKind::body) ==
        std::vector<std::string>{"Planen antas av nämnden."});
}

TEST_CASE("segment: captions of tables are told from text") {
  const auto document =
      documents_in(
          "# Plan\nText.\n*Fördelning av medel illustreras nedan:*\n| År | Antal |\n| 2024 | 3 |")
          .at(0);
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].caption == "Fördelning av medel illustreras nedan:");
}

TEST_CASE("segment: hostile pages take linear time") {
  const auto segmenting = [](int count) {
    std::string lines = "# Plan\n";
    for (int i = 0; i < count; ++i) {
      lines += i % 60 == 59 ? "---\n"
               : i % 3 == 0 ? "[Under denna rubrik utan slut\n"
               : i % 3 == 1 ? "Eva Ek (S)\n"
                            : "Från: a\n";
    }
    const auto pages = pages_of(lines);
    return [pages] {
      CHECK_FALSE(segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules()).documents.empty());
    };
  };
  CHECK(test::growth_of(segmenting(1500), segmenting(6000)).ratio() <= 6);
}
