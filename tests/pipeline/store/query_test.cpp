#include "pipeline/store/query.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("query: what was understood can be read") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"budget  2024", "budget 2024"},
      {"\"familjens hus\" -motion", "\"familjens hus\" -motion"},
      {"skol* OR (förskola hem)", "((skol*) OR ((förskola hem)))"},
      {"kind:vote body:\"kommunstyrelsen\" ja", "ja kind:vote body:kommunstyrelsen"},
      {"-person:ek bidrag", "bidrag -person:ek"},
      {"person:“Eva Ek”", "person:\"Eva Ek\""},
      {"EU:s regler", "EU:s regler"},
      {"budget OR", "budget"},
  };
  for (const auto& [text, understood] : cases) {
    CAPTURE(text);
    if (text == "budget OR") {
      CHECK_THROWS_AS(parse_query(text), QueryError);
    } else {
      CHECK(to_string(parse_query(text)) == understood);
    }
  }
}

TEST_CASE("query: what can't be understood is refused, and where") {
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"", 0},
      {"   ", 3},
      {"budget \"tal", 7},
      {"\"\"", 0},
      {"(budget", 0},
      {"budget)", 6},
      {"()", 0},
      {"-motion", 0},
      {"colour:red", 0},
      {"budget kind:brev", 7},
      {"year:19", 0},
      {"from:igår", 0},
      {"to:2024-99x", 0},
      {"status:maybe", 0},
      {"kind:", 0},
      {"a*", 0},
      {"OR budget", 0},
      {"(kind:vote) ja", 1},
      {"ja OR kind:vote", 6},
      {"kind:vote OR ja", 0},
      {"bidrag -", 8},
      {"((((((((((a))))))))))", 9},
      {"a b c d e f g h i j k l m n o p q", 33},
      {std::string(300, 'a'), 256},
  };
  for (const auto& [text, position] : cases) {
    CAPTURE(text);
    try {
      parse_query(text);
      CHECK(false);
    } catch (const QueryError& error) {
      CAPTURE(error.what());
      CHECK(error.position() == position);
    }
  }
}

}  // namespace diarium
