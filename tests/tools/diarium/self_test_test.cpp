#include "tools/diarium/evaluation/self_test.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/source_folder.h"

using namespace diarium;

TEST_CASE("self-test: passes on every truth of the sample archive") {
  const std::filesystem::path folder = source_folder() / "corpus/truth";
  std::vector<ScoredFile> truths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonl") continue;
    std::ifstream lines(entry.path());
    truths.push_back(scored_truth(lines));
  }
  REQUIRE(!truths.empty());
  CHECK(self_test(truths) == std::vector<std::string>{});
}

TEST_CASE("self-test: a truth whose records can't be told apart from damaged ones is named") {
  ScoredFile nothing_to_damage;
  nothing_to_damage.records.push_back(
      {.kind = "table", .key = "", .exact = false, .page = 1, .fields = {}, .cells = {}});
  CHECK(self_test({nothing_to_damage}) ==
        std::vector<std::string>{"damaged table records score 1"});
}
