// Prints the findings of a file as extracted, to be looked at beside the rendered pages:
//   dump_findings FILE [KIND]
// One line a finding: page, document, rule, record as JSON, issues.
#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

#include "extractors/extractor.h"
#include "models/json.h"
#include "pipeline/layout/lay_out.h"
#include "pipeline/read/read.h"
#include "pipeline/segment/segment.h"

namespace {

using diarium::Document;
using diarium::Finding;
using diarium::Page;

std::vector<Page> pages_of(diarium::FileReader& file) {
  std::vector<Page> pages;
  for (int number = 1; number <= file.page_count(); ++number) {
    if (auto sheet = file.read(number)) pages.push_back(diarium::lay_out(*std::move(sheet)));
  }
  return pages;
}

void print(const Document& document, const Finding& finding) {
  fmt::print("{:>3} {} {} {}", document.text.place_of(finding.span).page, document.id, finding.rule,
             json_of(finding.record));
  for (const std::string& issue : finding.issues) fmt::print(" !{}", issue);
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty() || arguments.size() > 2) {
    fmt::print(stderr, "usage: dump_findings FILE [KIND]\n");
    return 64;
  }
  auto file = diarium::open_file(arguments[0], diarium::OcrChoice::never, {});
  if (!file) {
    fmt::print(stderr, "dump_findings: {}\n", file.error().message);
    return 1;
  }
  const diarium::RuleBook rules = diarium::RuleBook::built_in();
  const auto understanding = diarium::segment(pages_of(**file), "file", arguments[0], rules);
  const auto extractors = diarium::all_extractors(rules);
  for (const Document& document : understanding.documents) {
    for (const Finding& finding : diarium::findings_of(document, extractors)) {
      const bool wanted = arguments.size() == 1 || kind_of(finding.record) == arguments[1];
      if (wanted) print(document, finding);
    }
  }
  return 0;
}
