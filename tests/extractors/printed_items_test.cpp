#include "extractors/printed_items.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<std::string> basis_of(std::string_view lines) {
  const Document document = document_of(DocumentKind::tjansteskrivelse, lines);
  std::vector<std::string> items;
  for (const PrintedItem& item : items_in(document, SectionKind::basis)) {
    items.push_back(item.number + "|" + std::string(document.text.slice(item.span)));
  }
  return items;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("printed items: list items with their numbers, over as many lines as they take") {
  CHECK(basis_of("#basis Beslutsunderlag\n1. Detaljplan för\n  Norra hamnen\n2. Karta\n- Foto") ==
        Items{"1|Detaljplan för Norra hamnen", "2|Karta", "|Foto"});
}

TEST_CASE("printed items: a number run into the text is a number all the same") {
  CHECK(basis_of("#basis Beslutsunderlag\n- 1.Detaljplan\n- 2.Karta över 3.5 ha") ==
        Items{"1|Detaljplan", "2|Karta över 3.5 ha"});
}

TEST_CASE("printed items: a number without its full stop counts where it is the next one") {
  CHECK(basis_of("#basis Beslutsunderlag\n- 1.Detaljplan\n- 2 Karta\n- 12 foton") ==
        Items{"1|Detaljplan", "2|Karta", "|12 foton"});
}

TEST_CASE("printed items: without a list each line is an item, lower case goes on") {
  CHECK(basis_of("#basis Beslutsunderlag\nDetaljplan för norra\n  hamnen\n  Karta") ==
        Items{"|Detaljplan för norra hamnen", "|Karta"});
}

TEST_CASE("printed items: what follows a list is no part of it") {
  CHECK(basis_of("#basis Beslutsunderlag\n1. Detaljplan\nKarta\n2. Foto\nÅtgärder i planen") ==
        Items{"1|Detaljplan", "|Karta", "2|Foto"});
}

TEST_CASE("printed items: other sections and signatures give none") {
  CHECK(basis_of("#matter Ärendet\n- Hamn\n#basis Beslutsunderlag\n| Eva Ek").empty());
}

TEST_CASE("printed items: a letter that a recogniser made of the number of a list of one is 1") {
  Document document =
      document_of(DocumentKind::tjansteskrivelse, "#basis Beslutsunderlag\n1. Karta");
  document.paragraphs.back().marker = "L";
  const auto items = items_in(document, SectionKind::basis);
  REQUIRE(items.size() == 1);
  CHECK(items[0].number == "1");
}
