#include "pipeline/layout/margin_notes.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/layout/rows.h"
#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

constexpr std::string_view kLine =
    "vägs- och landsvägstrafik i planeringen och skall då först nämna";

/// A page of running text with an edge at `left`; every eighth line ends a paragraph.
Paper text_at(double left) {
  Paper paper;
  for (int i = 0; i < 30; ++i) {
    paper.set(left, 100 + 14.0 * i, i % 8 == 7 ? "om det." : std::string(kLine));
  }
  return paper;
}

std::string notes_of(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  return text_of(page, margin_notes(page, rows_of(page, all_tokens(page))));
}

}  // namespace

TEST_CASE("margin notes: what stands beside running text is read apart from its lines") {
  Paper paper = text_at(160);
  paper.set(60, 100, "Nr 128", {.size = 10});
  paper.set(60, 114, "Tisdagen den", {.size = 10});
  paper.set(60, 128, "26 november", {.size = 10});
  paper.set(60, 156, "Ang. tågen", {.size = 10});
  CHECK(notes_of(paper) == "Nr 128 Tisdagen den 26 november Ang. tågen");
  const std::vector<std::string> blocks = blocks_of(paper.page());
  CHECK(blocks[0] == "paragraph: Nr 128 / Tisdagen den / 26 november");
}

TEST_CASE("margin notes: they may stand on the right") {
  Paper paper = text_at(60);
  for (int i = 8; i < 12; ++i) paper.set(480, 100 + 14.0 * i, "Bilaga 2", {.size = 10});
  CHECK(notes_of(paper) == "Bilaga 2 Bilaga 2 Bilaga 2 Bilaga 2");
}

TEST_CASE("margin notes: labels and numbers belong to the lines that they begin") {
  Paper labels = text_at(160);
  for (const int line : {0, 8, 16}) labels.set(60, 100 + 14.0 * line, "Bakgrund");
  CHECK(notes_of(labels).empty());
  Paper numbers = text_at(160);
  for (const int line : {1, 2, 3, 4}) {
    numbers.set(130, 100 + 14.0 * line, std::to_string(line) + ".");
  }
  CHECK(notes_of(numbers).empty());
}

TEST_CASE("margin notes: beside short lines nothing is one") {
  Paper paper;
  for (int i = 0; i < 30; ++i) paper.set(160, 100 + 14.0 * i, "Eva Ek (S)");
  for (int i = 3; i < 9; ++i) paper.set(60, 100 + 14.0 * i, "Ledamot");
  CHECK(notes_of(paper).empty());
}

}  // namespace diarium::layout
