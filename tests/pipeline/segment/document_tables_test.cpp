#include "pipeline/segment/document_tables.h"

#include <catch2/catch.hpp>

#include "pipeline/segment/running_text.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

Document written(std::string_view lines) {
  const auto pages = pages_of(lines);
  Document document;
  write_text(passages_in(pages), pages, document);
  return document;
}

}  // namespace

TEST_CASE("document tables: a table over a page break is one, its head once") {
  const Document document =
      written("| År | Antal |\n| 2023 | 12 |\n---\n| År | Antal |\n| 2024 | 14 |");
  REQUIRE(document.tables.size() == 1);
  const DocumentTable& table = document.tables[0];
  CHECK(table.pages == std::vector<int>{1, 2});
  CHECK(table.table.rows == 3);
  CHECK(table.row_pages == std::vector<int>{1, 1, 2});
  CHECK(table.table.cells.back().text == "14");
  CHECK(document.paragraphs.size() == 1);
  CHECK(document.text.slice(table.span) == "År Antal 2023 12\nÅr Antal 2024 14");
}

TEST_CASE("document tables: other columns, or text between, make another table") {
  CHECK(written("| År | Antal |\n---\n| År | Antal | Summa |").tables.size() == 2);
  CHECK(written("| År | Antal |\n---\nText mellan.\n| 2024 | 14 |").tables.size() == 2);
}

TEST_CASE("document tables: a row cut by the page break is one row") {
  const Document document = written(
      "| Nr | Mål | Antal |\n| 1 | Almvik ska ha fler lek- | 12 |\n---\n|  | platser | |\n| 2 | "
      "Bad | 3 |");
  REQUIRE(document.tables.size() == 1);
  const Table& table = document.tables[0].table;
  CHECK(table.rows == 3);
  CHECK(table.cells[4].text == "Almvik ska ha fler lekplatser");
  CHECK(written("| Nr | Mål |\n| 1 | Lek |\n---\n|  | Bad |").tables.at(0).table.rows == 3);
}

TEST_CASE("document tables: a note does not part a table") {
  CHECK(written("| År | Antal |\n& 1 En not.\n---\n| 2024 | 14 |").tables.size() == 1);
}

TEST_CASE("document tables: the caption stands above or below") {
  const auto caption_of = [](std::string_view lines) {
    const auto pages = pages_of(lines);
    auto passages = passages_in(pages);
    for (Passage& passage : passages) {
      if (passage.text.starts_with("Tabell")) passage.kind = ParagraphKind::caption;
    }
    Document document;
    write_text(passages, pages, document);
    return document.tables.at(0).caption;
  };
  CHECK(caption_of("Tabell 1: Träd\n| År | Antal |") == "Tabell 1: Träd");
  CHECK(caption_of("| År | Antal |\nTabell 1: Träd") == "Tabell 1: Träd");
  CHECK(caption_of("Annan text.\n| År | Antal |").empty());
}
