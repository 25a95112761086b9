#include "pipeline/layout/reading_order.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {

TEST_CASE("reading order: each column is read down before the next") {
  Paper paper;
  paper.set_lines(71, 100, {"Eva Ek", "Handläggare"});
  paper.set_lines(260, 100, {"Datum", "2024-03-12"});
  paper.set(71, 150, "Svar på motion om fler lekplatser i kommunen");
  const Upright page = upright_of(paper.sheet());
  std::vector<std::string> texts;
  for (const TextLine& line :
       in_reading_order(page, rows_of(page, all_tokens(page)), BlockKind::paragraph, 7)) {
    texts.push_back(text_of(page, line.tokens) + " " + std::to_string(line.band) + ":" +
                    std::to_string(line.column) + "/" + std::to_string(line.columns));
  }
  CHECK(texts == std::vector<std::string>{"Eva Ek 7:0/2", "Handläggare 7:0/2", "Datum 7:1/2",
                                          "2024-03-12 7:1/2",
                                          "Svar på motion om fler lekplatser i kommunen 8:0/1"});
}

TEST_CASE("reading order: a line has the size of its letters and the baseline of those") {
  Paper paper;
  paper.set(71, 100, "samhället");
  paper.hang("1", {.size = 7, .rise = 4});
  const Upright page = upright_of(paper.sheet());
  const TextLine line = line_of(page, all_tokens(page));
  CHECK(line.size == 12);
  CHECK(line.baseline == 100);
}

}  // namespace diarium::layout
