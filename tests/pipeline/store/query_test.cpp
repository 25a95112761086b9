#include "pipeline/store/query.h"

#include <catch2/catch.hpp>

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

TEST_CASE("query: an error tells where") {
  const QueryError error("what", 7);
  CHECK(error.position() == 7);
  CHECK(std::string(error.what()) == "what");
}

}  // namespace diarium
