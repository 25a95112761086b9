#include "pipeline/store/match.h"

#include <catch2/catch.hpp>

#include "pipeline/store/query_parser.h"

namespace diarium {

TEST_CASE("match: each word becomes its three forms, all in quotes") {
  const MatchExpression expression = match_of(parse_query("Budget -motion"), Matching::inexact);
  CHECK(expression.match == R"(((("budget" OR "+budget" OR "~budget")) NOT ("motion")))");
  CHECK(expression.letters == "scr-");
}

TEST_CASE("match: phrases, prefixes and exact words are one form") {
  CHECK(match_of(parse_query("\"a b\" ab*"), Matching::inexact).match == R"(("a b" AND "=ab" *))");
  CHECK(match_of(parse_query("budget"), Matching::exact).match == R"((("budget")))");
  CHECK(match_of(parse_query("=Budgeten"), Matching::inexact).match == R"(("=budgeten"))");
  CHECK(match_of(parse_query("=\"a b\""), Matching::inexact).match == R"(("=a b"))");
  CHECK(match_of(parse_query("KS/2019-12"), Matching::inexact).letters == "s");
}

TEST_CASE("match: words that may stand apart are near each other, one letter each") {
  const MatchExpression near = match_of(parse_query("\"stöd förening\"~5"), Matching::inexact);
  CHECK(near.match == R"((NEAR("stöd" "förening" , 5)))");
  CHECK(near.letters == "ss");
}

TEST_CASE("match: similar words are the weakest form") {
  Query query = parse_query("budgett~1");
  query.terms[0].similar = {"budget", "budgets"};
  const MatchExpression fuzzy = match_of(query, Matching::inexact);
  CHECK(fuzzy.match == R"((("budgett" OR "+budgett" OR "~budgett" OR "=budget" OR "=budgets")))");
  CHECK(fuzzy.letters == "scrff");
}

TEST_CASE("match: signs alone are nothing to search for, beside words they are passed over") {
  CHECK_THROWS_AS(match_of(parse_query("§ &"), Matching::inexact), QueryError);
  CHECK(match_of(parse_query("§ 42"), Matching::exact).match == R"((("42")))");
  CHECK(match_of(parse_query("kind:vote"), Matching::exact).match.empty());
}

}  // namespace diarium
