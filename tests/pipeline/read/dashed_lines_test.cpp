#include "pipeline/read/dashed_lines.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

using Lines = std::vector<std::vector<Point>>;

TEST_CASE("dashed lines: dashes are one line, round its corner too and whichever way each runs") {
  const Lines line = join_dashes({{{100, 50}, {105, 50}},
                                  {{114, 50}, {109, 50}},
                                  {{118, 50}, {122, 50}},
                                  {{122, 54}, {122, 59}},
                                  {{122, 63}, {122, 68}}});
  REQUIRE(line.size() == 1);
  CHECK(line[0] == std::vector<Point>{{100, 50},
                                      {105, 50},
                                      {109, 50},
                                      {114, 50},
                                      {118, 50},
                                      {122, 50},
                                      {122, 54},
                                      {122, 59},
                                      {122, 63},
                                      {122, 68}});
}

TEST_CASE("dashed lines: a first dash drawn against its line is turned") {
  CHECK(join_dashes({{{105, 50}, {100, 50}}, {{109, 50}, {114, 50}}}) ==
        Lines{{{100, 50}, {105, 50}, {109, 50}, {114, 50}}});
}

TEST_CASE("dashed lines: a line of very many dashes is joined in linear time") {
  Lines dashes;
  for (int i = 0; i < 300'000; ++i) dashes.push_back({{i * 7.0, 50}, {i * 7.0 + 4, 50}});
  CHECK(join_dashes(dashes).size() == 1);
}

TEST_CASE("dashed lines: stems side by side, long lines and dashes far apart stay alone") {
  const Lines stems = {{{100, 50}, {100, 58}}, {{104, 50}, {104, 58}}, {{108, 50}, {108, 58}}};
  CHECK(join_dashes(stems) == stems);
  const Lines rules = {{{100, 50}, {200, 50}}, {{204, 50}, {300, 50}}};
  CHECK(join_dashes(rules) == rules);
  const Lines apart = {{{100, 50}, {105, 50}}, {{125, 50}, {130, 50}}};
  CHECK(join_dashes(apart) == apart);
}

}  // namespace
}  // namespace diarium
