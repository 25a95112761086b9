#include "pipeline/segment/sections.h"

#include <catch2/catch.hpp>

#include "pipeline/segment/segment.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

struct Found {
  SectionKind kind;
  std::string item;
  std::size_t paragraphs;
  bool operator==(const Found&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << name_of(found.kind) << ' ' << found.item << ' ' << found.paragraphs;
}

std::vector<Found> sections_in(std::string_view lines) {
  std::vector<Found> found;
  const std::vector<Document> documents = documents_in(lines);
  for (const Section& section : documents.at(0).sections) {
    found.push_back({section.kind, section.item, section.paragraphs.size()});
  }
  return found;
}

}  // namespace

TEST_CASE("sections: a memo falls into its parts") {
  CHECK(sections_in("# Fler träd\n## Socialnämndens beslut\nPlanen antas.\n## Ärendet i sin "
                    "helhet\nText.\nMera.\n"
                    "## Målområde 1\nText.\n## Beslutsunderlag\n1. Plan") ==
        std::vector<Found>{{SectionKind::preamble, "", 1},
                           {SectionKind::decision, "", 1},
                           {SectionKind::matter, "", 2},
                           {SectionKind::other, "", 1},
                           {SectionKind::basis, "", 1}});
}

TEST_CASE("sections: a clause at the end of the reasons opens the decision") {
  const Document document = documents_in(
                                "# Fler träd\nParken är tom. Med anledning av ovanstående föreslås "
                                "Kommunstyrelsen besluta:\n- att plantera träd")
                                .at(0);
  REQUIRE(document.sections.size() == 2);
  CHECK(document.sections[1].kind == SectionKind::decision);
  CHECK(document.text.slice(document.sections[1].heading) ==
        "Med anledning av ovanstående föreslås Kommunstyrelsen besluta:");
  CHECK(document.sections[1].paragraphs.size() == 1);
}

TEST_CASE("sections: in minutes each § has its own decision") {
  CHECK(sections_in("## § 42\n## Budget 2025\n## Beslut\nBudgeten antas.\n## § 43 Val\n## "
                    "Beslut\nEva Ek väljs.\n## Reservation\nNils Löw (M) reserverar sig.") ==
        std::vector<Found>{{SectionKind::other, "§ 42", 0},
                           {SectionKind::other, "§ 42", 0},
                           {SectionKind::decision, "§ 42", 1},
                           {SectionKind::other, "§ 43", 0},
                           {SectionKind::decision, "§ 43", 1},
                           {SectionKind::reservation, "§ 43", 1}});
}

TEST_CASE("sections: signatures end what stands under a heading") {
  CHECK(sections_in("## Beslutet expedieras till\n1. Kommunstyrelsen\nEva Ek\n  "
                    "Ordförande\nÅtgärder i planen") ==
        std::vector<Found>{{SectionKind::recipients, "", 2}, {SectionKind::other, "", 1}});
}

TEST_CASE("sections: notes are in a section of their own") {
  const Document document = documents_in("## Beslutsunderlag\n1. Plan\n& 1 En not.").at(0);
  REQUIRE(document.sections.size() == 2);
  CHECK(document.sections[0].paragraphs.size() == 1);
  CHECK(document.sections[1].heading.empty());
}

TEST_CASE("sections: all paragraphs but headings are covered, in order") {
  const Document document =
      documents_in("Ingress.\n## Bakgrund\n## Beslut\nText.\n\nMera.\n& 1 Not.\n## Tom").at(0);
  std::vector<bool> covered(document.paragraphs.size(), false);
  for (const Section& section : document.sections) {
    for (std::size_t i = section.paragraphs.begin; i < section.paragraphs.end; ++i)
      covered[i] = true;
  }
  for (std::size_t i = 0; i < covered.size(); ++i) {
    CHECK(covered[i] == (document.paragraphs[i].kind != ParagraphKind::heading));
  }
}

TEST_CASE(
    "sections: a § set like running text heads what stands below it, if its number is the next") {
  const auto documents = documents_in(
      "# Protokoll\n## § 45 Val\nText som står här.\n\n§ 46 Motion om bad\n\nMer text.");
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].sections.back().item == "§ 46");
}

TEST_CASE("sections: a § that a scan misread is the one between its neighbours") {
  const auto items_of = [](double confidence) {
    auto pages = pages_of(
        "# Protokoll\n## § 42 Budget\nText.\n## § 48 Val\nText.\n## Beslut\nEva Ek väljs.\n"
        "## § 44 Plan\nText.\n## § 45 Mark\nText.");
    for (Page& page : pages) {
      for (Word& word : page.words) word.confidence = confidence;
    }
    const auto documents = segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules()).documents;
    std::vector<std::string> items;
    for (const Section& section : documents.at(0).sections) {
      if (!section.item.empty()) items.push_back(section.item);
    }
    return items;
  };
  CHECK(items_of(0.9) == std::vector<std::string>{"§ 42", "§ 43", "§ 43", "§ 44", "§ 45"});
  CHECK(items_of(1) == std::vector<std::string>{"§ 42", "§ 48", "§ 48", "§ 44", "§ 45"});
}
