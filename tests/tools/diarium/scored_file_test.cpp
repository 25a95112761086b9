#include "tools/diarium/evaluation/scored_file.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace diarium;

TEST_CASE("scored file: lines are grouped by the path of their source") {
  std::istringstream lines(R"({"kind":"source","id":"aa","path":"/arkiv/a.pdf"}
{"kind":"source","id":"aa","path":"/arkiv/kopia.pdf"}
{"kind":"page","source":"aa","number":1,"origin":"ocr","text":"Kallelse"}
{"kind":"beslutssats","source":"aa","page":1,"text":"Att godkänna","decider":"Socialnämnden","actions":[{"lemma":"godkänna"}]}
)");
  const auto files = scored_files(lines);
  REQUIRE(files.size() == 2);
  const ScoredFile& file = files.at("/arkiv/kopia.pdf");
  CHECK(file.pages.at(1).ocr);
  REQUIRE(file.records.size() == 1);
  CHECK(file.records[0].key == "godkänna");
  CHECK(file.records[0].fields.at("lemma") == "godkänna");
  CHECK(file.records[0].fields.at("decider") == "socialnämnden");
}

TEST_CASE("scored file: what is no record is refused by its line") {
  std::istringstream lines("{\"kind\":\"page\"}\nKallelse\n");
  CHECK_THROWS_WITH(scored_truth(lines), Catch::Matchers::Contains("line 2"));
}
