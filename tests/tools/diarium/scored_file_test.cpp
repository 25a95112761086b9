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

TEST_CASE("scored file: a flowchart is known by its boxes and edges, however they are numbered") {
  const auto chart_of = [](const char* nodes, const char* edges) {
    std::istringstream line(std::string(R"({"kind":"flowchart","page":1,"nodes":)") + nodes +
                            R"(,"edges":)" + edges + "}\n");
    return scored_truth(line).records.at(0);
  };
  const ScoredRecord chart =
      chart_of(R"([{"id":"n1","text":"Ansökan"},{"id":"n2","text":"Beslut"}])",
               R"([{"from":"n1","to":"n2","directed":true}])");
  const ScoredRecord renumbered =
      chart_of(R"([{"id":"n1","text":"Beslut"},{"id":"n2","text":"Ansökan"}])",
               R"([{"from":"n2","to":"n1","directed":true}])");
  const ScoredRecord reversed =
      chart_of(R"([{"id":"n1","text":"Ansökan"},{"id":"n2","text":"Beslut"}])",
               R"([{"from":"n2","to":"n1","directed":true}])");
  CHECK(chart.key == renumbered.key);
  CHECK(chart.fields.at("edges") == renumbered.fields.at("edges"));
  CHECK(chart.fields.at("edges") != reversed.fields.at("edges"));

  const char* const boxes = R"([{"id":"n1","text":"Ansökan"},{"id":"n2","text":"Beslut"}])";
  const ScoredRecord line = chart_of(boxes, R"([{"from":"n1","to":"n2","directed":false}])");
  const ScoredRecord back = chart_of(boxes, R"([{"from":"n2","to":"n1","directed":false}])");
  CHECK(line.fields.at("edges") == back.fields.at("edges"));
  CHECK(line.fields.at("edges") != chart.fields.at("edges"));
}

TEST_CASE("scored file: the truth gives each word its place and look") {
  std::istringstream lines(
      R"({"kind":"words","page":2,"words":[["femton",92.0,104.5,131.2,118.4,"s"],["1",131.2,104,134,110,"bu^"]]})"
      "\n");
  const std::vector<ScoredWord> words = scored_truth(lines).pages.at(2).words;
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "femton");
  CHECK(words[0].box == Rect{92.0, 104.5, 131.2, 118.4});
  CHECK(words[0].style == Style{.struck = true});
  CHECK(words[1].style == Style{.bold = true, .underlined = true, .superscript = true});
}

TEST_CASE("scored file: what is no record is refused by its line") {
  std::istringstream lines("{\"kind\":\"page\"}\nKallelse\n");
  CHECK_THROWS_WITH(scored_truth(lines), Catch::Matchers::Contains("line 2"));
}
