#include "pipeline/store/query.h"

#include <catch2/catch.hpp>

#include "pipeline/store/query_parser.h"

namespace diarium {

TEST_CASE("query: is written as it can be typed") {
  Query query;
  query.terms.push_back({.text = "budget", .distance = 1});
  query.terms.push_back({.type = QueryNode::Type::phrase, .text = "nya skolan", .exact = true});
  query.terms.push_back({.type = QueryNode::Type::prefix, .text = "kom", .negated = true});
  query.filters.push_back({.field = "body", .value = "Kommunstyrelsen"});
  query.filters.push_back({.field = "person", .value = "Eva Ek", .negated = true});
  CHECK(to_string(query) ==
        "budget~1 =\"nya skolan\" -kom* body:Kommunstyrelsen -person:\"Eva Ek\"");
}

TEST_CASE("query: an amount is written with a comma, as a point may stand between thousands") {
  for (const char* const typed : {"amount:>1,002", "amount:0,125..2,5", "amount:50000"}) {
    CHECK(to_string(parse_query(typed)) == typed);
  }
}

TEST_CASE("query: an error tells where") {
  const QueryError error("what", 7);
  CHECK(error.position() == 7);
  CHECK(std::string(error.what()) == "what");
}

}  // namespace diarium
