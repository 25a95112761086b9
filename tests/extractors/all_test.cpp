#include <catch2/catch.hpp>
#include <set>

#include "document_builder.h"
#include "extractors/extractor.h"
#include "extractors/rule_book.h"

using namespace diarium;

TEST_CASE(
    "all extractors: each has a name of its own and a version, and finds nothing in an empty "
    "document") {
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

TEST_CASE("all extractors: badly read words lower the confidence of whatever is found in them") {
  const RuleBook rules = RuleBook::built_in();
  const auto extractors = all_extractors(rules);
  const char* lines = "#decision Socialnämndens beslut\n- Att bevilja 500 kr den 3 maj 2024\n";
  const auto printed = findings_of(document_of(DocumentKind::tjansteskrivelse, lines), extractors);
  const auto scanned =
      findings_of(document_of(DocumentKind::tjansteskrivelse, lines, 0.5), extractors);
  REQUIRE(printed.size() == 3);
  REQUIRE(scanned.size() == 3);
  for (std::size_t i = 0; i < printed.size(); ++i) {
    INFO(printed[i].rule);
    CHECK(printed[i].rule == scanned[i].rule);
    CHECK(scanned[i].confidence < printed[i].confidence);
  }
}
