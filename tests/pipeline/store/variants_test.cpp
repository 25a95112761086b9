#include "pipeline/store/variants.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/store/contents.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {
namespace {

std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "ord" + std::to_string(i) + " ";
  return text;
}

/// A paper in a source of its own; returns its id.
std::string put_paper(Archive& archive, char digit, const std::string& text, int year) {
  const std::string source = archive.add_source(std::string(64, digit), 1);
  Document document;
  document.id = source + ".d1";
  document.source = source;
  if (year > 0) document.date = Date{.year = year, .month = 1, .day = 2};
  add_paragraph(document, 1, text);
  archive.put_understanding(source, "u", {page_of(1, {"ord"})},
                            {.documents = {document},
                             .findings = {{}},
                             .furniture = {},
                             .marks = {marks_of(word_runs_of(document.text.view()))}});
  return document.id;
}

}  // namespace

TEST_CASE(
    "variants: a paper in another file is a variant of the earliest that is nearly the same") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  const std::string late = put_paper(archive, 'a', words(0, 400) + "sedan", 2022);
  const std::string early = put_paper(archive, 'b', "Först " + words(0, 400), 2021);
  const std::string undated = put_paper(archive, 'c', words(0, 200) + "x " + words(200, 400), 0);
  const std::string other = put_paper(archive, 'd', words(1000, 1400), 2020);
  const std::string part = put_paper(archive, 'e', words(0, 150), 2020);
  Database& database = archive.database();
  CHECK(variant_of(database, early).empty());
  CHECK(variant_of(database, late) == early);
  CHECK(variant_of(database, undated) == early);
  CHECK(variant_of(database, other).empty());
  CHECK(variant_of(database, part).empty());
  CHECK(contents_of(archive, std::string(16, 'a')).documents.at(0).document.variant_of == early);
  SQLite::Statement view(database.connection(), "SELECT variant_of FROM v_document WHERE id = ?");
  view.bind(1, late);
  REQUIRE(view.executeStep());
  CHECK(view.getColumn(0).getString() == early);
  // What is gone is no variant of anything.
  archive.remove_source(std::string(16, 'b'));
  CHECK(variant_of(database, late).empty());
  CHECK(variant_of(database, undated) == late);
}

}  // namespace diarium
