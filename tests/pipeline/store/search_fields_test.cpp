#include <algorithm>
#include <catch2/catch.hpp>

#include "pipeline/store/database.h"
#include "pipeline/store/search.h"
#include "sample_archive.h"

namespace diarium {
namespace {

std::vector<std::string> ids(const Archive& archive, std::string_view query) {
  std::vector<std::string> ids;
  for (const Hit& hit : search(archive, query).hits)
    ids.push_back(hit.id.substr(kSource.size() + 1));
  return ids;
}

}  // namespace

TEST_CASE("search: fields tell what a hit is and belongs to") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
      {"familjecentral kind:beslutssats", {"d1.beslutssats.1"}},
      {"kind:signature party:s", {"d1.signature.1"}},
      {"kind:signature party:V", {}},
      {"kind:signature person:ek", {"d1.signature.1"}},
      {"kind:vote person:\"Eva Ek\"", {"d1.vote.1"}},
      {"kind:yrkande person:berg party:M", {"d1.yrkande.1"}},
      {"kind:document dnr:2024-12", {"d1"}},
      {"kind:document dnr:\"Dnr SN 2024-00012 1.2.3\"", {"d1"}},
      {"kind:document dnr:KS-2024-12", {}},
      {"kind:document body:socialnämnden year:2024", {"d1"}},
      {"kind:document from:2024-03-05 to:2024-03", {"d1"}},
      {"kind:document from:2024-03-06", {}},
      {"kind:document type:protokoll", {}},
      {"kind:beslutssats status:proposed_official", {"d1.beslutssats.1"}},
      {"kind:beslutssats status:decided", {}},
      {"kind:vote kind:yrkande -party:v person:berg", {"d1.yrkande.1"}},
      {"kind:date", {"d1.date.1"}},
      {"kind:document -year:2024", {}},
  };
  for (const auto& [query, found] : cases) {
    CAPTURE(query);
    CHECK(ids(archive, query) == found);
  }
  CHECK(search(archive, "kind:vote", {.filters = {{"party", "M"}}}).total == 0);
  CHECK_THROWS_AS(search(archive, "vote", {.filters = {{"colour", "red"}}}), QueryError);
}

TEST_CASE("search: fields within OR and parentheses hold for their choice alone") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
      {"kind:vote OR (kind:yrkande party:m)", {"d1.vote.1", "d1.yrkande.1"}},
      {"(kind:vote OR (kind:yrkande party:v))", {"d1.vote.1"}},
      {"person:berg (kind:vote OR kind:yrkande)", {"d1.yrkande.1"}},
      {"kind:yrkande (kind:vote OR kind:document)", {}},
      {"familjecentral (kind:beslutssats OR kind:vote)", {"d1.beslutssats.1"}},
      {"(familjecentral kind:beslutssats) OR (berg kind:yrkande)",
       {"d1.beslutssats.1", "d1.yrkande.1"}},
      {"(familjecentral kind:vote) OR (berg kind:yrkande)", {"d1.yrkande.1"}},
      {"berg -(kind:yrkande avslag) kind:yrkande", {}},
      {"berg -(kind:yrkande familjecentral) kind:yrkande", {"d1.yrkande.1"}},
      {"kind:date OR kind:vote", {"d1.vote.1", "d1.date.1"}},
  };
  for (const auto& [query, found] : cases) {
    CAPTURE(query);
    std::vector<std::string> hits = ids(archive, query);
    std::vector<std::string> wanted = found;
    std::sort(hits.begin(), hits.end());
    std::sort(wanted.begin(), wanted.end());
    CHECK(hits == wanted);
  }
}

TEST_CASE("search: questions without words are answered from the records") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
      {"nämnd:socialnämnden år:2023..2025 status:föreslagen verb:inrätta", {"d1.beslutssats.1"}},
      {"verb:ESTABLISH", {"d1.beslutssats.1"}},
      {"verb:avslå", {}},
      {"kind:document undertecknad:ek", {"d1"}},
      {"kind:document undertecknad:berg", {}},
      {"kind:signature namn:ek", {"d1.signature.1"}},
      {"kind:table belopp:>20", {}},  // a percentage is no amount
      {"kind:beslutssats belopp:>=1200000", {"d1.beslutssats.1"}},
      {"kind:beslutssats belopp:<1200000", {}},
      {"kind:document belopp:\"1,2 mnkr\"", {"d1"}},
      {"saknas:handlingar", {}},
      {"kind:document saknas:underskrift", {}},
      {"kind:document -saknas:datum", {"d1"}},
      {"kind:document ocr:nej", {"d1"}},
      {"kind:document ocr:ja", {}},
      {"del:struket", {"d1.amendment.1"}},
      {"datum:2024-03 kind:vote", {"d1.vote.1"}},
      {"datum:>2024-03-05 kind:vote", {}},
      {"datum:..2024-03-05 kind:vote", {"d1.vote.1"}},
  };
  for (const auto& [query, found] : cases) {
    CAPTURE(query);
    CHECK(ids(archive, query) == found);
  }
}

TEST_CASE("search: a table is found by an amount in its cells") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  run_statement(archive.database(), "UPDATE table_record_cells SET value = 2e6, unit = 'SEK'");
  CHECK(ids(archive, "kind:table belopp:>1000000").size() == 1);
  CHECK(ids(archive, "kind:table belopp:>2000000").empty());
  CHECK(ids(archive, "kind:table belopp:>=2000000").size() == 1);
}

TEST_CASE("search: a body is found by any of the names that it had in time") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const SearchOptions options{
      .renamed_bodies = {std::vector<std::string>{"Omsorgsnämnden", "Socialnämnden"}}};
  CHECK(search(archive, "kind:document nämnd:omsorgsnämnden", options).total == 1);
  CHECK(search(archive, "kind:document nämnd:omsorgsnämnden").total == 0);
  CHECK(search(archive, "kind:document (nämnd:omsorgsnämnden OR år:1999)", options).total == 1);
  CHECK(search(archive, "kind:document -nämnd:omsorgsnämnden", options).total == 0);
  CHECK(search(archive, "kind:document nämnd:kulturnämnden", options).total == 0);
  for (const char* query :
       {"kind:document nämnd:omsorgsnämnden", "kind:document nämnd:socialnämnden",
        "kind:document (nämnd:omsorgsnämnden OR år:1999)"}) {
    CAPTURE(query);
    const auto names = search(archive, query, options).names_in_time;
    REQUIRE(names.size() == 2);
    CHECK(names[0].name == "Omsorgsnämnden");
    CHECK(names[0].first_date.empty());
    CHECK(names[1].name == "Socialnämnden");
    CHECK(names[1].last_date == "2024-03-05");
  }
  CHECK(search(archive, "kind:document nämnd:kulturnämnden", options).names_in_time.empty());
}

}  // namespace diarium
