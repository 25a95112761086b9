#include "pipeline/store/query_parser.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("query parser: what was understood can be read") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"budget  2024", "budget 2024"},
      {"\"familjens hus\" -motion", "\"familjens hus\" -motion"},
      {"skol* OR (förskola hem)", "(skol* OR (förskola hem))"},
      {"kind:vote body:\"kommunstyrelsen\" ja", "ja kind:vote body:kommunstyrelsen"},
      {"-person:ek bidrag", "bidrag -person:ek"},
      {"person:“Eva Ek”", "person:\"Eva Ek\""},
      {"EU:s regler tv:n", "EU:s regler tv:n"},
      {"budget OCH skola", "budget skola"},
      {"budget ELLER skola INTE motion", "(budget OR (skola -motion))"},
      {"och eller inte", "och eller inte"},
      {"=ledamöter =\"nya skolan\"", "=ledamöter =\"nya skolan\""},
      {"komunstyrelsen~ skoola~2", "komunstyrelsen~1 skoola~2"},
      {"“bidrag förening”~5", "\"bidrag förening\"~5"},
      {"-\"nya skolan\"~3 budget", "-\"nya skolan\"~3 budget"},
      {"typ:Tjänsteskrivelse nämnd:”Nämnden för kultur”",
       "type:tjansteskrivelse body:\"Nämnden för kultur\""},
      {"ÅR:2019..2022 status:beslutad verb:avslå belopp:>1000000",
       "year:2019..2022 status:decided verb:avslå amount:>1000000"},
      {"belopp:\"1,2 mnkr..2 000 000 kr\"", "amount:1200000..2000000"},
      {"nämnd:socialnämnden", "body:socialnämnden"},
      {"((a) OR (-(b) (c (d))))", "(a OR (-b (c d)))"},
      {"1\u00A0200\u2009000 \"Eva\u00A0Ek\"\x01ja\nnej", "1 200 000 \"Eva Ek\" ja nej"},
      {"bidrag NÄRA/5 förening", "\"bidrag förening\"~5"},
      {"ja -a NEAR/2 b NEAR/2 c", "ja -\"a b c\"~2"},
      {"nära/5", "nära/5"},
      {"(kind:vote) ja (-party:s b)", "ja b kind:vote -party:s"},
      {"kind:vote ELLER år:2020", "(kind:vote OR year:2020)"},
      {"skola (nämnd:ks år:2020 OR -(nämnd:sn))", "skola ((body:ks year:2020) OR (-body:sn))"},
      {"skola OR (budget år:2020)", "(skola OR (budget year:2020))"},
      {"skola -(kind:vote budget)", "skola -(kind:vote budget)"},
      {"-(-kind:vote) ja", "-(-kind:vote) ja"},
      {"ja AND\"a\"sammansatt:nej", "ja \"a\" compound:no"},
      {"nämnd:\"bildning (utskott)\"", "body:\"bildning (utskott)\""},
      {"nämnd:\"x(y)\"", "body:\"x(y)\""},
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

TEST_CASE("query parser: a broken letter behind a wide blank hides no blank") {
  const std::string understood = to_string(parse_query("skola\xE2\x80\x80\x9E\x62udget"));
  CHECK(understood.starts_with("skola "));
  CHECK(to_string(parse_query(understood)) == understood);
}

TEST_CASE("query parser: what can't be understood is refused, and where") {
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"", 0},
      {"   ", 3},
      {"budget \"tal", 7},
      {"\"\"", 0},
      {"(budget", 0},
      {"budget)", 6},
      {"\u00A0budget)", 8},
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
      {"ja OR kind:vote", 5},
      {"kind:vote OR ja", 12},
      {"(sammansatt:nej OR kind:vote) ja", 18},
      {"(kind:vote -ja)", 0},
      {"bidrag INTE ", 12},
      {"bidrag NÄRA/5", 14},
      {"bidrag AND NEAR/5 skola", 11},
      {"bidrag NÄRA/x skola", 7},
      {"bidrag NEAR/99 skola", 7},
      {"kind:vote NEAR/5 skola", 17},
      {"a NEAR/5 b NEAR/6 c", 18},
      {"bidrag -", 8},
      {"skola~3", 5},
      {"skola~x", 5},
      {"=skola~1", 0},
      {"ja =skol*", 3},
      {"bidrag - ", 9},
      {"bidrag =", 7},
      {"\"a b\"~0", 5},
      {"\"a b\"~99", 5},
      {"belopp:mycket", 0},
      {"saknas:allt", 0},
      {"INTE motion", 0},
      {"ja (INTE)", 8},
      {"ja (nej -)", 9},
      {"(ja ELLER)", 9},
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
