#include "pipeline/layout/columns.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// Columns of each band: {1, 3, 1}.
std::vector<std::size_t> columns_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  std::vector<std::size_t> columns;
  for (const Band& band : bands_of(page, rows_of(page, all_tokens(page)))) {
    columns.push_back(band.gutters.size() + 1);
  }
  return columns;
}

using Columns = std::vector<std::size_t>;

}  // namespace

TEST_CASE("columns: a header card stands in three columns above its title") {
  Paper paper;
  paper.set_lines(71, 100, {"Eva Ek", "Handläggare", "0500-12 34 56"});
  paper.set_lines(220, 100, {"Datum", "2024-03-12"});
  paper.set_lines(360, 100, {"Instans", "Kommunstyrelsen", "Dnr KS 2024-00012 1.2.3"});
  paper.set(71, 170, "Svar på motion om fler lekplatser i hela kommunen",
            {.size = 16, .bold = true});
  CHECK(columns_on(paper) == Columns{3, 1});
}

TEST_CASE(
    "columns: bold labels are read across with the plain text beside them, however few lines it "
    "has") {
  Paper paper;
  const Type bold{.bold = true};
  double y = 100;
  for (const char* label : {"Plats och tid", "Ledamöter", "Justerare", "Paragrafer"}) {
    paper.set(71, y, label, bold);
    paper.set(220, y, "Eva Ek (S) och Bo Lund (M)");
    y += 16;
  }
  paper.set_lines(71, y + 20, {"Eva Ek", "Ordförande"});
  paper.set_lines(260, y + 20, {"Bo Lund", "Justerare"});
  CHECK(columns_on(paper) == Columns{1, 2});
}

TEST_CASE("columns: labels above those who sign are read across, the signatures are columns") {
  Paper paper;
  paper.set(71, 100, "Ledamöter");
  paper.set_lines(220, 100, {"Eva Ek (S)", "Bo Lund (M)", "Nils Löw (V)", "Cia Dal (C)"});
  paper.set(71, 170, "Justerare");
  paper.set(220, 170, "Bo Lund (M)");
  paper.set_lines(71, 195, {"Eva Ek", "Ordförande"});
  paper.set_lines(220, 195, {"Bo Lund", "Justerare"});
  CHECK(columns_on(paper) == Columns{1, 2});
}

TEST_CASE("columns: signatures side by side end where text runs across") {
  Paper paper;
  paper.set_lines(71, 100, {"Eva Ek", "Ordförande"});
  paper.set_lines(260, 100, {"Bo Lund", "Förvaltningschef"});
  paper.set(71, 129, kFullLine);
  CHECK(columns_on(paper) == Columns{2, 1});
}

TEST_CASE("columns: two pairs of signatures are two bands") {
  Paper paper;
  for (const double y : {100.0, 160.0}) {
    paper.set_lines(71, y, {"Eva Ek", "Ordförande"});
    paper.set_lines(260, y, {"Bo Lund", "Ledamot"});
  }
  CHECK(columns_on(paper) == Columns{2, 2});
}

TEST_CASE("columns: names under the parties that they sign for, with room for a hand between") {
  Paper paper;
  paper.set(71, 100, "För Centerpartiet");
  paper.set(300, 100, "För Liberalerna");
  paper.set(71, 160, "Britta Öhrn");
  paper.set(300, 160, "Åke Sand");
  CHECK(columns_on(paper) == Columns{2});
}

TEST_CASE("columns: a head at the right and a signature at the foot are no column of the page") {
  Paper paper;
  paper.set(71, 60, "Kommunstyrelsen");
  paper.set_lines(360, 60, {"Protokoll", "2025-05-14"});
  for (int i = 0; i < 20; ++i) paper.set(71, 110 + 14 * i, "Eva Ek (S), ledamot");
  paper.set(71, 420, "Sekreterare");
  paper.set(200, 420, "Ordförande");
  paper.set(360, 420, "Justerande");
  CHECK(columns_on(paper) == Columns{1});
}

TEST_CASE("columns: an address footer has columns of one and two lines") {
  Paper paper;
  const Type small{.size = 7};
  paper.set(71, 780, "Kommunstyrelsen", small);
  paper.set_lines(160, 780, {"Postadress", "540 10 Almvik"}, small);
  paper.set_lines(240, 780, {"Besöksadress", "Storgatan 1"}, small);
  paper.set(320, 780, "E-post", small);
  paper.set_lines(380, 780, {"Telefon", "0500-12 30 00"}, small);
  CHECK(columns_on(paper) == Columns{5});
}

TEST_CASE("columns: running text in two columns with baselines of their own") {
  Paper paper;
  for (int i = 0; i < 10; ++i) {
    paper.set(71, 100 + 14.4 * i, "Texten i den vänstra spalten här");
    paper.set(320, 105 + 14.4 * i, "Texten i den högra spalten är lika");
  }
  CHECK(columns_on(paper) == Columns{2});
}

TEST_CASE("columns: what is read across is one column") {
  Paper markers;
  markers.set_lines(71, 100,
                    {"1.\tUpprop", "2.\tVal av justerare", "3.\tFastställande av dagordning"});
  CHECK(columns_on(markers) == Columns{1});

  Paper contents;
  contents.set_lines(71, 100, {"Inledning ........", "Bakgrund ........", "Slutsats ........"});
  contents.set_lines(500, 100, {"3", "4", "12"});
  CHECK(columns_on(contents) == Columns{1});

  Paper mail;
  mail.set_lines(71, 100, {"Från:", "Skickat:", "Till:", "Ämne:"});
  mail.set_lines(150, 100, {"Eva Ek", "den 12 mars 2024 10:15", "Kommunstyrelsen", "Lekplatser"});
  CHECK(columns_on(mail) == Columns{1});

  Paper attendance;
  attendance.set(71, 100, "Beslutande");
  attendance.set_lines(220, 100, {"Eva Ek (S), ordförande", "Bo Lund (M)", "Siv Ås (C)"});
  attendance.set(71, 150, "Ersättare");
  attendance.set_lines(220, 150, {"Ida Ros (L)", "Ulf Alm (V)"});
  CHECK(columns_on(attendance) == Columns{1});

  Paper names;
  names.set(71, 100, "Eva Ek\t\t\tBo Lund");
  CHECK(columns_on(names) == Columns{1});
}

TEST_CASE("columns: wide blanks that do not stand over each other are no gutter") {
  Paper paper;
  paper.set(71, 100, "Nämnden har beslutat\tatt bifalla motionen om flera lekplatser i Almvik");
  paper.set(71, 114, "och uppdrar åt förvaltningen att återkomma\tsnarast med ett förslag");
  CHECK(columns_on(paper) == Columns{1});
}

TEST_CASE("columns: a bold line alone heads the columns below it") {
  Paper paper;
  paper.set(71, 100, "Närvaro", {.bold = true});
  paper.set_lines(71, 114, {"Postadress", "540 01 Almvik"});
  paper.set_lines(260, 114, {"Telefon", "0500-12 30 00"});
  CHECK(columns_on(paper) == Columns{1, 2});
}

TEST_CASE("columns: labels beside names are read across below their heading") {
  Paper paper;
  paper.set(71, 100, "Närvaro", {.bold = true});
  paper.set(71, 114, "Beslutande");
  paper.set_lines(200, 114, {"Eva Ek (S), ordförande", "Bo Lund (M)", "Siv Ås (C)"});
  paper.set(71, 170, "Ersättare");
  paper.set_lines(200, 170, {"Ulf Alm (S)", "Ida Dal (M)"});
  CHECK(columns_on(paper) == Columns{1});
}

TEST_CASE("columns: a heading below signatures side by side is not theirs") {
  Paper paper;
  paper.set_lines(71, 100, {"Eva Ek", "Ordförande"});
  paper.set_lines(260, 100, {"Bo Lund", "Chef"});
  paper.set(71, 138, "Beslutet skickas till", {.bold = true});
  paper.set(71, 152, "Fritidsnämnden");
  CHECK(columns_on(paper) == Columns{2, 1});
}

}  // namespace diarium::layout
