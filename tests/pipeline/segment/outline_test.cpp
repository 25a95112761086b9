#include "pipeline/segment/outline.h"

#include <catch2/catch.hpp>

#include "pipeline/segment/segment.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

/// Pages with an entry for each of `titles` that isn't empty, page by page.
std::vector<Page> named_pages(std::string_view lines, const std::vector<std::string>& titles) {
  std::vector<Page> pages = pages_of(lines);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!titles[i].empty()) pages[i].bookmarks.push_back({.title = titles[i], .y = 80});
  }
  return pages;
}

std::vector<int> first_pages(const std::vector<Page>& pages) {
  std::vector<int> found;
  for (const Document& document :
       segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules()).documents) {
    found.push_back(document.first_page);
  }
  return found;
}

using Found = std::vector<int>;

/// Two papers that show that they begin, and a third that only its title tells of.
constexpr const char* kBundle =
    "# Kallelse\nLedamöterna kallas härmed till sammanträde i stadshuset.\n---\n"
    "# ALTERNATIVT FÖRSLAG\n# Ny park i Norrby\nParken ligger öde och behöver nya träd.\n---\n"
    "# MOTION\n# Taxa för sophämtning\nTaxan höjs med tre procent under nästa år.\n---\n"
    "Plan för gator\n\nGatorna i staden behöver ny beläggning, vilket framgår nedan.\n---\n"
    "Storgatan\n\nHär behövs mest, eftersom trafiken är tung och vägen är gammal.";

}  // namespace

TEST_CASE("outline: an entry of a bundle names a paper whose page shows no more than its title") {
  CHECK(first_pages(pages_of(kBundle)) == Found{1, 2, 3});
  CHECK(first_pages(named_pages(kBundle, {"1. Kallelse", "2. Ny park i Norrby.pdf",
                                          "3. Taxa för sophämtning", "4_Plan_för_gator"})) ==
        Found{1, 2, 3, 4});
}

TEST_CASE("outline: an entry that disagrees with its page names nothing") {
  CHECK(first_pages(named_pages(kBundle, {"Kallelse", "Ny park i Norrby", "Taxa för sophämtning",
                                          "Protokoll från badhuset"})) == Found{1, 2, 3});
}

TEST_CASE("outline: chapters of a report are no papers") {
  const std::string report =
      "# Rapport\nText om läget i kommunen, som är gott.\n---\n# Våra mål\nMålen är flera och "
      "nås i tid.\n---\n# Vår stad\nStaden är liten men växer så det knakar.\n---\nText till "
      "slutet av rapporten.";
  CHECK(first_pages(named_pages(report, {"Rapport", "Våra mål", "Vår stad"})) == Found{1});
}

TEST_CASE("outline: an entry on each page is a slide, though it names a kind of paper") {
  const std::string slides =
      "# Läget i staden\nText om läget.\n---\n# Protokoll är viktiga\nText om dem.\n---\n# Rapport "
      "om gator\nText om gator.";
  CHECK(first_pages(named_pages(
            slides, {"Läget i staden", "Protokoll är viktiga", "Rapport om gator"})) == Found{1});
}

TEST_CASE("outline: a bundle of papers of one page each has an entry on each page as well") {
  CHECK(first_pages(named_pages(kBundle, {"Kallelse", "Ny park i Norrby", "Taxa för sophämtning",
                                          "Plan för gator", "Storgatan"})) == Found{1, 2, 3, 4, 5});
}

TEST_CASE("outline: names that a program makes up count for nothing") {
  const std::vector<Page> pages = named_pages("Sida 1\n---\nText", {"Sida 1", "scan0002"});
  CHECK(Outline(pages, shipped_rules()).empty());
}

TEST_CASE("outline: an entry that names a kind of paper is enough where the page says the same") {
  const std::string papers =
      "# Plan\nText om vad som ska göras under året som kommer.\n---\nBilaga till planen: "
      "beräkningar\n\nHär står hur mycket som behövs och varför det är så.\n---\nMer om det.";
  CHECK(first_pages(pages_of(papers)) == Found{1});
  CHECK(first_pages(named_pages(papers, {"Plan", "Bilaga till planen beräkningar"})) ==
        Found{1, 2});
}

TEST_CASE("outline: a line that an entry leads to is a heading, plain as it is set") {
  std::vector<Page> pages = pages_of(
      "# Plan\nText om vad som ska göras.\nTräd i parken\n  Träden i parken är få och gamla och "
      "behöver bli fler.\nMer text.");
  pages[0].bookmarks = {{.title = "2 Träd i parken", .y = 110}};
  const auto documents = segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules()).documents;
  REQUIRE(documents.size() == 1);
  CHECK(texts_of(documents[0], ParagraphKind::heading) ==
        std::vector<std::string>{"Träd i parken"});
  pages[0].bookmarks[0].y = 500;
  CHECK(texts_of(segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules()).documents[0],
                 ParagraphKind::heading)
            .empty());
}

TEST_CASE("outline: a letter misread on the page is forgiven, another heading is not") {
  const std::vector<Page> pages =
      named_pages("# Handlingsp1an för idrott\nText.", {"Handlingsplan för idrott"});
  const Outline outline(pages, shipped_rules());
  CHECK(outline.names(0, 90, "Handlingsp1an för idrott"));
  CHECK_FALSE(outline.names(0, 90, "Handlingsplan för skola och vård"));
  CHECK_FALSE(outline.names(1, 90, "Handlingsplan för idrott"));
}
