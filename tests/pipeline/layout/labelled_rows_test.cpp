#include "pipeline/layout/labelled_rows.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// How many rows from the first on are labels and values.
std::size_t labelled_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  return labelled_rows(page, rows_of(page, all_tokens(page)), 0).size();
}

/// The rows of the page as they are read with whole labels.
std::vector<std::string> read_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  std::vector<std::string> texts;
  for (const Row& row : with_whole_labels(page, rows_of(page, all_tokens(page))))
    texts.push_back(text_of(page, row));
  return texts;
}

}  // namespace

TEST_CASE("labelled rows: the first page of minutes, with lines to sign on") {
  Paper paper;
  paper.set(71, 100, "Plats och tid");
  paper.set(170, 100, "Kommunhuset, kl. 13.00–15.45");
  paper.set(71, 118, "Utses att justera");
  paper.set(170, 118, "Bo Lund (M)");
  paper.set(71, 136, "Underskrifter");
  paper.set(71, 154, "Sekreterare");
  paper.set_lines(170, 154, {"..............................", "Siv Ås"});
  paper.set(71, 190, "Ordförande");
  paper.set_lines(170, 190, {"..............................", "Eva Ek (S)"});
  CHECK(labelled_on(paper) == 7);
}

TEST_CASE("labelled rows: labels set close, each with one line") {
  Paper paper;
  paper.set_lines(71, 100, {"Plats", "Beslutande", "Sekreterare", "Ordförande", "Justerande"});
  paper.set_lines(170, 100,
                  {"Biblioteket, stora salen", "Se nedan", "Siv Ås", "Eva Ek (S)", "Bo Lund (M)"});
  CHECK(labelled_on(paper) == 5);
}

TEST_CASE("labelled rows: a label that reaches close to its value") {
  Paper paper;
  paper.set(71, 100, "Plats och tid");
  paper.set(170, 100, "Kommunhuset, kl. 13.00–15.45");
  paper.set(71, 120, "Närvarande övrig");
  paper.set(170, 120, "Ida Dal (C)");
  paper.set(71, 140, "Utses att justera");
  paper.set(170, 140, "Bo Lund (M)");
  CHECK(labelled_on(paper) == 3);
}

TEST_CASE("labelled rows: no more of them are looked at from one on than a page has") {
  Paper paper;
  for (int i = 0; i < 300; ++i) {
    paper.set(71, 100 + 18 * i, "Justerare");
    paper.set(170, 100 + 18 * i, "Bo Lund (M)");
  }
  CHECK(labelled_on(paper) == 200);
}

TEST_CASE("labelled rows: none of names, addresses and lists side by side") {
  Paper signatures;
  for (const double y : {100.0, 160.0}) {
    signatures.set_lines(71, y, {"Eva Ek", "Ordförande"});
    signatures.set_lines(220, y, {"Bo Lund", "Ledamot"});
  }
  CHECK(labelled_on(signatures) == 0);

  Paper members;
  members.set_lines(71, 100, {"Eva Ek (S)", "Bo Lund (M)", "Siv Ås (C)", "Ulf Alm (V)"});
  members.set_lines(220, 100, {"Ida Dal (S)", "Nils Löw (M)", "Cia Dal (C)", "Åke Sand (L)"});
  CHECK(labelled_on(members) == 0);

  Paper boards;
  boards.set_lines(71, 100, {"Kommunstyrelsen", "Socialnämnden", "Valnämnden", "Revisorerna"});
  boards.set_lines(220, 100, {"Byggnadsnämnden", "Fritidsnämnden", "Registrator", "Ekonomi"});
  CHECK(labelled_on(boards) == 0);
}

TEST_CASE("labelled rows: none of running text in two columns") {
  Paper paper;
  paper.set_lines(71, 100,
                  {"Nämnden har under", "hösten berett frågan", "och funnit att det",
                   "saknas medel för att", "bygga fler lekplatser"});
  paper.set_lines(230, 100,
                  {"i kommunens norra", "delar. Därför föreslås", "att frågan tas upp",
                   "i arbetet med nästa", "års budget."});
  CHECK(labelled_on(paper) == 0);
}

TEST_CASE("labelled rows: a label over two lines stands whole before its value") {
  Paper paper;
  paper.set(71, 100, "Plats och tid");
  paper.set(200, 100, "Kommunhuset, kl. 13.00–15.45");
  paper.set_lines(71, 120, {"Ej tjänstgörande", "ersättare"});
  paper.set_lines(200, 120, {"Eva Ek (S)", "Bo Lund (M)"});
  paper.set_lines(71, 160, {"Utsedda att", "justera"});
  paper.set(200, 160, "Siv Ås (C)");
  paper.set(71, 200, "Paragrafer");
  paper.set(200, 200, "31–32");
  CHECK(read_on(paper) == std::vector<std::string>{"Plats och tid Kommunhuset, kl. 13.00–15.45",
                                                   "Ej tjänstgörande ersättare Eva Ek (S)",
                                                   "Bo Lund (M)", "Utsedda att justera Siv Ås (C)",
                                                   "Paragrafer 31–32"});
}

TEST_CASE("labelled rows: a name below room for a hand belongs to the label above it") {
  Paper paper;
  double y = 100;
  for (const char* label : {"Plats", "Ledamöter", "Paragrafer"}) {
    paper.set(71, y, label);
    paper.set(170, y, "se nedan");
    y += 18;
  }
  paper.set(71, 180, "Ordförande");
  paper.set(170, 205, "Eva Ek");
  paper.set(71, 230, "Justerare");
  paper.set(170, 255, "Bo Lund");
  CHECK(read_on(paper) == std::vector<std::string>{"Plats se nedan", "Ledamöter se nedan",
                                                   "Paragrafer se nedan", "Ordförande Eva Ek",
                                                   "Justerare Bo Lund"});
}

TEST_CASE("labelled rows: a label beside labels of its own heads them") {
  Paper paper;
  paper.set(71, 100, "Plats och tid");
  paper.set(170, 100, "Kommunhuset, kl. 13.00–15.45");
  paper.set(71, 118, "Utses att justera");
  paper.set(170, 118, "Bo Lund");
  paper.set(71, 136, "Underskrifter");
  paper.set(170, 136, "Sekreterare");
  paper.set_lines(270, 136, {"....................", "Siv Ås"});
  paper.set(170, 170, "Ordförande");
  paper.set_lines(270, 170, {"....................", "Eva Ek"});
  CHECK(read_on(paper) == std::vector<std::string>{"Plats och tid Kommunhuset, kl. 13.00–15.45",
                                                   "Utses att justera Bo Lund", "Underskrifter",
                                                   "Sekreterare ....................", "Siv Ås",
                                                   "Ordförande ....................", "Eva Ek"});
}

}  // namespace diarium::layout
