#include "pipeline/run/understand.h"

#include <catch2/catch.hpp>

#include "pipeline/layout/lay_out.h"
#include "pipeline/read/read.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

std::vector<Page> pages_of(const std::filesystem::path& file) {
  std::vector<Page> pages;
  const auto reader = open_file(file, OcrChoice::never, {});
  for (int number = 1; number <= (*reader)->page_count(); ++number) {
    pages.push_back(lay_out(std::move(*(*reader)->read(number))));
  }
  return pages;
}

}  // namespace

TEST_CASE("understand: pages of a memo become a document with its beslutssats") {
  const TemporaryFolder folder;
  const auto pages = pages_of(folder.write("a.pdf", pdf_of({memo_lines(7)})));
  const Understander understander(RuleBook::built_in());
  const Understanding understanding = understander.understand(pages, "0123456789abcdef", "a.pdf");
  REQUIRE(understanding.documents.size() == 1);
  REQUIRE(understanding.findings.size() == 1);
  int clauses = 0;
  for (const Finding& finding : understanding.findings[0]) {
    if (const auto* clause = std::get_if<Beslutssats>(&finding.record)) {
      ++clauses;
      CHECK(clause->text ==
            "Kommunstyrelsen godkänner uppföljning 7 och lägger den till handlingarna.");
      CHECK(clause->decider == "Kommunstyrelsen");
    }
  }
  CHECK(clauses == 1);
}

TEST_CASE("understand: the key names the rules in force") {
  const TemporaryFolder folder;
  Configuration configuration;
  const Understander shipped(rules_in_force(configuration));
  CHECK(Understander(rules_in_force(configuration)).key() == shipped.key());
  folder.write("parties.toml", "term = [{name = \"ALM\", forms = [\"Almvikspartiet\"]}]\n");
  configuration.rules = folder.path();
  CHECK(Understander(rules_in_force(configuration)).key() != shipped.key());
}
