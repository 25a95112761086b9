#include <catch2/catch.hpp>
#include <set>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

using namespace diarium;

TEST_CASE("all extractors: each has a name of its own and a version, and finds nothing in an empty document") {
  const RuleBook rules = RuleBook::built_in();
  std::set<std::string_view> names;
  for (const auto& extractor : all_extractors(rules)) {
    INFO(extractor->name());
    CHECK(names.insert(extractor->name()).second);
    CHECK(extractor->version() >= 1);
    CHECK(extractor->extract(Document{}).empty());
  }
  CHECK(names.contains("beslutssatser"));
  CHECK(names.contains("signatures"));
}
