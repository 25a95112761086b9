#include "pipeline/layout/measures.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

std::vector<TextLine> lines_on(const Upright& page) {
  return in_reading_order(page, rows_of(page, all_tokens(page)), BlockKind::paragraph, 0);
}

}  // namespace

TEST_CASE("measures: edges and pitch of the text") {
  Paper paper;
  paper.set_lines(71, 100, std::vector<std::string>(10, std::string(kFullLine)));
  const Upright page = upright_of(paper.sheet());
  const std::vector<TextLine> lines = lines_on(page);
  const Measures measures = measures_of(page, lines);
  CHECK(measures.left == Approx(71));
  CHECK(measures.right == Approx(lines[0].box.right));
  CHECK(measures.pitch == Approx(1.2));
  CHECK_FALSE(measures.estimated);
  CHECK(measures.fills(lines[0]));
}

TEST_CASE("measures: a short line does not fill its column, and a card is no running text") {
  Paper paper;
  paper.set_lines(71, 100, {"Eva Ek", "Handläggare"});
  paper.set_lines(260, 100, {"Datum", "2024-03-12"});
  const Upright page = upright_of(paper.sheet());
  const std::vector<TextLine> lines = lines_on(page);
  const Measures measures = measures_of(page, lines);
  CHECK_FALSE(measures.fills(lines[0]));
  CHECK_FALSE(measures.running(lines[0]));
  CHECK(measures.right_of(lines[0]) == Approx(lines[1].box.right));
}

TEST_CASE("measures: on a page of short lines the text could have run to the right margin") {
  Paper paper;
  paper.set_lines(71, 100, {"Samverkan", "Förvaltningens samverkansgrupp"});
  const Upright page = upright_of(paper.sheet());
  CHECK(measures_of(page, lines_on(page)).right == Approx(524));
}

TEST_CASE("measures: words that are not sure come from OCR") {
  Paper paper;
  paper.set(71, 100, kFullLine, {.confidence = 0.9});
  const Upright page = upright_of(paper.sheet());
  CHECK(measures_of(page, lines_on(page)).estimated);
}

}  // namespace diarium::layout
