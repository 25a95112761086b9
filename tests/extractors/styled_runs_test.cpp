#include "extractors/styled_runs.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<std::string> runs_of(std::string_view line) {
  const Document document = document_of(DocumentKind::ovrigt, line);
  std::vector<std::string> runs;
  for (const StyledRun& run : styled_runs(document, document.paragraphs[0])) {
    const std::string mark = run.mark == StyledRun::Mark::struck ? "struck" : "bold";
    runs.push_back(mark + (run.whole ? " whole: " : ": ") +
                   std::string(document.text.slice(run.span)));
  }
  return runs;
}

using Runs = std::vector<std::string>;

}  // namespace

TEST_CASE("styled runs: neighbouring words that are set alike are one run") {
  CHECK(runs_of("med ~mer~ ~lika~ goda *nya* *villkor*") ==
        Runs{"struck: mer lika", "bold: nya villkor"});
  CHECK(runs_of("~mer~ *goda* villkor") == Runs{"struck: mer", "bold: goda"});
  CHECK(runs_of("inga märken").empty());
}

TEST_CASE("styled runs: a paragraph set alike all through is one whole run") {
  CHECK(runs_of("*Att* *växa*") == Runs{"bold whole: Att växa"});
  CHECK(runs_of("*Att* *växa* .") == Runs{"bold whole: Att växa"});
}

TEST_CASE("styled runs: a tracked change ends a run") {
  Document document = document_of(DocumentKind::ovrigt, "med *nya* *villkor* *här*");
  document.changes = {{.span = {8, 15}}};
  const std::vector<StyledRun> runs = styled_runs(document, document.paragraphs[0]);
  REQUIRE(runs.size() == 3);
  CHECK(document.text.slice(runs[1].span) == "villkor");
  CHECK(change_at(document, runs[1].span.begin) == &document.changes[0]);
  CHECK(change_at(document, runs[2].span.begin) == nullptr);
}
