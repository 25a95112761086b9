#include "pipeline/store/contents.h"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "sample_archive.h"

using namespace diarium;

TEST_CASE("contents: pages, documents and records of a source come back as they were stored") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const SourceContents contents = contents_of(archive, kSource);
  const SampleFile sample = sample_file(kSource);

  CHECK(contents.source.sha256 == kSha);
  REQUIRE(contents.paths.size() == 1);
  CHECK(contents.paths.front().display == "in/memo.pdf");
  REQUIRE(contents.pages.size() == 2);
  CHECK(text_of(contents.pages.front()) == text_of(sample.pages.front()));
  REQUIRE(contents.documents.size() == sample.understanding.documents.size());
  CHECK(contents.documents.front().document.title == sample.understanding.documents.front().title);
  CHECK(contents.documents.front().text == sample.understanding.documents.front().text.view());
  const std::vector<Finding>& findings = sample.understanding.findings.front();
  REQUIRE(contents.records.size() == findings.size());
  CHECK(contents.records.front().record == findings.front().record);
  CHECK(contents.records.front().span == findings.front().span);
  CHECK(contents.records.front().id == kSource + ".d1.beslutssats.1");
  CHECK(contents.records.front().page == 1);
}

TEST_CASE("contents: personal identity numbers leave the archive masked, unless asked for") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  archive.put_reading(kSource, "r1", page_of(1, {"Sökande 850709-9805", "Född 19850709 9805 i"}));
  CHECK(text_of(contents_of(archive, kSource).pages.front()) ==
        "Sökande ******-****\nFödd ******** **** i\n");
  archive.show_personal_numbers();
  CHECK(text_of(contents_of(archive, kSource).pages.front()) ==
        "Sökande 850709-9805\nFödd 19850709 9805 i\n");
}

TEST_CASE("contents: a source that is not there is refused") {
  const TemporaryFolder folder;
  const Archive archive = Archive::open(folder / "a.db");
  CHECK_THROWS_AS(contents_of(archive, kSource), std::invalid_argument);
}
