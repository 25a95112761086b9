#include "pipeline/run/understand_ahead.h"

#include <catch2/catch.hpp>

#include "pipeline/run/ingest.h"
#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("understand ahead: sources come in the order asked for, each with its own documents") {
  const TemporaryFolder folder;
  for (int n = 0; n < 8; ++n) {
    folder.write("arkiv/" + std::to_string(n) + ".pdf", pdf_of({memo_lines(n)}));
  }
  Archive archive = Archive::open(folder.path() / "a.db");
  const Understander understander(RuleBook::built_in());
  ingest({folder.path() / "arkiv"}, {}, archive, understander, {});
  std::vector<std::string> sources;
  for (const Source& source : archive.sources()) sources.push_back(source.id);
  REQUIRE(sources.size() == 8);
  UnderstandAhead ahead(archive, understander, sources);
  std::vector<std::string> seen;
  while (const auto next = ahead.next()) {
    seen.push_back(next->source);
    REQUIRE(next->understanding.documents.size() == 1);
    CHECK(next->understanding.documents[0].source == next->source);
    CHECK(next->pages.size() == 1);
  }
  CHECK(seen == sources);
}

TEST_CASE("understand ahead: what nobody waits for any more is no harm") {
  const TemporaryFolder folder;
  folder.write("arkiv/a.pdf", pdf_of({memo_lines(1)}));
  Archive archive = Archive::open(folder.path() / "a.db");
  const Understander understander(RuleBook::built_in());
  ingest({folder.path() / "arkiv"}, {}, archive, understander, {});
  const std::string source = archive.sources().front().id;
  UnderstandAhead ahead(archive, understander, {source, source, source});
  CHECK(ahead.next());
}
