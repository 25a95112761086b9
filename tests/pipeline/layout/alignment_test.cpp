#include "pipeline/layout/alignment.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

std::vector<Row> rows_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  return rows_of(page, all_tokens(page));
}

}  // namespace

TEST_CASE("alignment: columns are parted where white runs through the rows") {
  Paper paper;
  for (int i = 0; i < 4; ++i) {
    paper.set(71, 100 + 15 * i, "Förskola");
    paper.set(200, 100 + 15 * i, "1 200");
    paper.set(300, 100 + 15 * i, "98 %");
  }
  const std::vector<Row> rows = rows_on(paper);
  const auto alignment = alignment_of(rows, {0, rows.size()});
  REQUIRE(alignment);
  CHECK(alignment->gutters.size() == 2);
  CHECK(alignment->column_of(rows[0].fragments[2].box) == 2);
}

TEST_CASE("alignment: a column that is flush left is one though long lines come close to it") {
  Paper paper;
  for (const int i : {0, 2, 3}) {
    paper.set(71, 100 + 15 * i, "Simhall");
    paper.set(139, 100 + 15 * i, "2025");
  }
  paper.set(71, 115, "Biblioteken");
  const std::vector<Row> rows = rows_on(paper);
  CHECK(alignment_of(rows, {0, rows.size()}));
}

TEST_CASE("alignment: running text has no columns") {
  Paper paper;
  paper.set_lines(71, 100, std::vector<std::string>(4, std::string(kFullLine)));
  const std::vector<Row> rows = rows_on(paper);
  CHECK_FALSE(alignment_of(rows, {0, rows.size()}));
}

TEST_CASE("alignment: a line of text across the columns ends one part and begins another") {
  Paper paper;
  for (const double y : {100.0, 115.0, 145.0, 160.0}) {
    paper.set(71, y, "Förskola");
    paper.set(400, y, "1 200");
  }
  paper.set(71, 130, "Under året har antalet barn minskat mer än väntat");
  const std::vector<Row> rows = rows_on(paper);
  const std::vector<Span> parts =
      aligned_parts(rows, {0, rows.size()}, std::vector<bool>(rows.size(), false));
  CHECK(parts == std::vector<Span>{{0, 2}, {3, 5}});
}

}  // namespace diarium::layout
