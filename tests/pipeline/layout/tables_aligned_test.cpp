#include "pipeline/layout/tables_aligned.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

using Rows = std::vector<std::string>;

/// Sets cells in columns, 15 points from row to row.
void set_rows(Paper& paper, double y, const std::vector<double>& xs,
              const std::vector<Rows>& rows) {
  for (const Rows& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (!row[c].empty()) paper.set(xs[c], y, row[c]);
    }
    y += 15;
  }
}

}  // namespace

TEST_CASE("aligned tables: columns of numbers without any line") {
  Paper paper;
  paper.set(71, 130, kFullLine);
  set_rows(paper, 170, {71, 250, 350},
           {{"Verksamhet", "Budget", "Utfall"},
            {"Förskola", "1 200", "1 180"},
            {"Fritidshem", "410", ""},
            {"Summa", "1 610", "1 180"}});
  paper.set(71, 260, kFullLine);
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) == Rows{"Verksamhet | Budget | Utfall",
                                             "Förskola | 1 200 | 1 180", "Fritidshem | 410 | ",
                                             "Summa | 1 610 | 1 180"});
  CHECK(page.tables.front().header_rows == 1);
  CHECK_FALSE(page.tables.front().ruled);
  CHECK(page.blocks.size() == 3);
  CHECK(page.blocks[1].kind == BlockKind::table);
}

TEST_CASE("aligned tables: a title between parts two tables") {
  Paper paper;
  set_rows(paper, 150, {71, 250, 350},
           {{"Objekt", "2025", "2026"}, {"Bro", "1 200", "18 500"}, {"Lekplats", "1 400", "-"}});
  paper.set(71, 205, "Nyckeltal", {.size = 14, .bold = true});
  set_rows(paper, 230, {71, 250, 350},
           {{"Mått", "2022", "2023"}, {"Bygglov", "212", "187"}, {"Veckor", "7,5", "6,1"}});
  CHECK(paper.page().tables.size() == 2);
}

TEST_CASE("aligned tables: a heading in larger type below the last row is no row") {
  Paper paper;
  set_rows(paper, 150, {71, 250, 350},
           {{"Objekt", "2025", "2026"}, {"Bro", "1 200", "18 500"}, {"Lekplats", "1 400", "-"}});
  paper.set(71, 215, "3.3\tMätning", {.size = 16});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 3);
}

TEST_CASE("aligned tables: the heading of the first group of rows belongs to the table") {
  Paper paper;
  paper.set(71, 150, "Intäkter", {.bold = true});
  set_rows(paper, 165, {85, 250, 350}, {{"Avgifter", "120", "130"}, {"Bidrag", "1 020", "990"}});
  paper.set(71, 195, "Kostnader", {.bold = true});
  set_rows(paper, 210, {85, 250, 350}, {{"Personal", "-800", "-820"}, {"Lokaler", "-200", "-210"}});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 6);
}

TEST_CASE("aligned tables: words in columns under headings with a line below them") {
  Paper paper;
  const Type bold{.bold = true};
  paper.set(71, 150, "Åtgärd", bold);
  paper.set(190, 150, "Beskrivning", bold);
  paper.set(450, 150, "Tid", bold);
  paper.rule(71, 154, 480);
  paper.set(71, 168, "Trygga skolvägar");
  paper.set_lines(190, 168,
                  {"Kommunen ser över alla skolvägar inom", "två kilometer från skolan."});
  paper.set(450, 168, "2025");
  paper.set(71, 198, "Simhall");
  paper.set_lines(190, 198, {"Förstudie om en ny simhall vid torget,", "med ritningar."});
  paper.set(450, 198, "2026");
  paper.set(71, 228, "Bibliotek");
  paper.set(190, 228, "Öppet på lördagar.");
  paper.set(450, 228, "2027");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        Rows{"Åtgärd | Beskrivning | Tid",
             "Trygga skolvägar | Kommunen ser över alla skolvägar inom två kilometer från skolan. "
             "| 2025",
             "Simhall | Förstudie om en ny simhall vid torget, med ritningar. | 2026",
             "Bibliotek | Öppet på lördagar. | 2027"});
}

TEST_CASE("aligned tables: a caption with a gap after its number is no row") {
  Paper paper;
  paper.set(71, 135, "Tabell 2:\tAntal anställda");
  set_rows(paper, 150, {71, 250, 350},
           {{"Objekt", "2025", "2026"}, {"Bro", "1 200", "18 500"}, {"Lekplats", "1 400", "-"}});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 3);
}

TEST_CASE("aligned tables: numbers in a figure are none") {
  Paper paper;
  paper.set(71, 135, "Figur 1:\tBefolkning");
  set_rows(paper, 150, {71, 250, 350},
           {{"2001", "30,5", "49,0"}, {"2005", "29,7", "48,6"}, {"2010", "28,7", "46,3"}});
  CHECK(paper.page().tables.empty());
}

TEST_CASE("aligned tables: votes are marked by a letter in a column") {
  Paper paper;
  set_rows(paper, 150, {71, 250, 300, 350},
           {{"Ledamot", "Ja", "Nej", "Avstår"},
            {"Eva Ek (S)", "X"},
            {"Bo Lund (M)", "", "X"},
            {"Siv Ås (C)", "X"},
            {"Åke Öst (V)", "X"},
            {"Ida Ros (L)", "", "X"}});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 6);
}

TEST_CASE("aligned tables: words between rulings across all columns") {
  Paper paper;
  for (const double y : {138.0, 155.0, 215.0}) paper.rule(71, y, 420);
  set_rows(paper, 150, {71, 200, 320},
           {{"Nämnd", "Ordförande", "Sekreterare"},
            {"KS", "Eva Ek", "Bo Lund"},
            {"BUN", "Siv Ås", "Ida Ros"},
            {"SN", "Åke Öst", "Bo Lund"},
            {"KFN", "Ulf Alm", "Ida Ros"}});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().columns == 3);
}

TEST_CASE(
    "aligned tables: cards, signatures, lists, labels, contents and names in columns are none") {
  Paper card;
  set_rows(card, 100, {71, 220, 360},
           {{"Eva Ek", "Datum", "Instans"},
            {"Handläggare", "2024-03-12", "Kommunstyrelsen"},
            {"0500-12 34 56", "", "Dnr KS 2024-00012 1.2.3"}});
  CHECK(card.page().tables.empty());

  Paper list;
  set_rows(list, 150, {71, 110},
           {{"1.", "Upprop"}, {"2.", "Val av justerare"}, {"3.", "Dagordning"}, {"4.", "Budget"}});
  CHECK(list.page().tables.empty());

  Paper mail;
  set_rows(mail, 150, {71, 150},
           {{"Från:", "Eva Ek"},
            {"Skickat:", "2024-03-12"},
            {"Till:", "Kommunstyrelsen"},
            {"Ämne:", "Lekplatser"}});
  CHECK(mail.page().tables.empty());

  Paper contents;
  set_rows(contents, 150, {71, 500},
           {{"Inledning ........", "3"}, {"Bakgrund ........", "4"}, {"Slutsats ........", "9"}});
  CHECK(contents.page().tables.empty());

  Paper names;
  set_rows(names, 150, {71, 300},
           {{"Eva Ek", "Bo Lund"},
            {"Siv Ås", "Åke Öst"},
            {"Ida Ros", "Ulf Alm"},
            {"Pia Dal", "Jan Berg"}});
  CHECK(names.page().tables.empty());
}

}  // namespace diarium
