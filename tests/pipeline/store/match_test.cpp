#include "pipeline/store/match.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("match: each word becomes its three forms, all in quotes") {
  const MatchExpression expression = match_of(parse_query("Budget -motion"), Matching::inexact);
  CHECK(expression.match == R"(((("budget" OR "+budget" OR "~budget")) NOT ("motion")))");
  CHECK(expression.letters == "scr-");
}

TEST_CASE("match: phrases, prefixes and exact words are one form") {
  CHECK(match_of(parse_query("\"a b\" ab*"), Matching::inexact).match == R"(("a b" AND "=ab" *))");
  CHECK(match_of(parse_query("budget"), Matching::exact).match == R"(("budget"))");
  CHECK(match_of(parse_query("KS/2019-12"), Matching::inexact).letters == "s");
}

TEST_CASE("match: signs alone are nothing to search for, beside words they are passed over") {
  CHECK_THROWS_AS(match_of(parse_query("§ &"), Matching::inexact), QueryError);
  CHECK(match_of(parse_query("§ 42"), Matching::exact).match == R"(("42"))");
  CHECK(match_of(parse_query("kind:vote"), Matching::exact).match.empty());
}

}  // namespace diarium
