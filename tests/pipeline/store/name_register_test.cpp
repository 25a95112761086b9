#include "pipeline/store/name_register.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/store/database.h"
#include "pipeline/store/forget.h"
#include "pipeline/store/search.h"
#include "sample_archive.h"

namespace diarium {
namespace {

/// A paper of its own source, with these records in it.
void put_paper(Archive& archive, char digit, const std::string& body,
               const std::vector<Record>& records) {
  const std::string source = archive.add_source(std::string(64, digit), 1);
  Document document;
  document.id = source + ".d1";
  document.source = source;
  document.body = body;
  document.date = Date{.year = 2000 + (digit - 'a'), .month = 5, .day = 4};
  document.case_numbers = {{.authority = "ALN", .year = 2020, .serial = 7, .raw = "ALN 2020-7"}};
  const Span span = add_paragraph(document, 1, "Paragrafen justeras.");
  std::vector<Finding> findings;
  for (const Record& record : records) findings.push_back({.record = record, .span = span});
  archive.put_understanding(source, "u", {page_of(1, {"Paragrafen justeras."})},
                            {.documents = {document}, .findings = {findings}});
}

Signature signature(const std::string& name, const std::string& party,
                    const std::string& role = {}) {
  return {.name = name, .party = party, .role = role};
}

/// The rows of a query, columns joined by "|".
std::vector<std::string> rows(Archive& archive, const std::string& sql) {
  SQLite::Statement row(archive.database().connection(), sql);
  std::vector<std::string> all;
  while (row.executeStep()) {
    std::string text;
    for (int i = 0; i < row.getColumnCount(); ++i) {
      text += (i == 0 ? "" : "|") + row.getColumn(i).getString();
    }
    all.push_back(text);
  }
  return all;
}

const std::string kPersons =
    "SELECT name, party, spellings, documents, uses, candidates FROM v_person ORDER BY name, party";

}  // namespace

TEST_CASE("name register: certain spellings are one person, likely ones are told and not merged") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', "Arbetslivsnämnden",
            {signature("Lars-Gunnar Comén", "M", "Ordförande"), signature("Rolf Wetterlind", "S")});
  put_paper(archive, 'b', "Arbetslivsnämnden",
            {Attendance{.name = "Lars Gunnar Comén", .party = "m"},
             Attendance{.name = "Lars-Gunnar Comén", .party = "M"},
             Yrkande{.by = {"Rolf Wetteriind (S)", "S-gruppen"}, .text = "bifall"}});
  CHECK(rows(archive, kPersons) ==
        std::vector<std::string>{
            "Lars-Gunnar Comén|M|Lars-Gunnar Comén; Lars Gunnar Comén|2|3|",
            "Rolf Wetteriind|S|Rolf Wetteriind|1|1|Rolf Wetterlind (S): letter",
            "Rolf Wetterlind|S|Rolf Wetterlind|1|1|Rolf Wetteriind (S): letter"});
  CHECK(rows(archive,
             "SELECT roles, bodies, first_date, last_date FROM v_person WHERE party = 'M'") ==
        std::vector<std::string>{"Ordförande|Arbetslivsnämnden|2000-05-04|2001-05-04"});
  CHECK(rows(archive,
             "SELECT spelling, same_party, same_body, same_years, same_document"
             " FROM v_name_candidate ORDER BY 1") ==
        std::vector<std::string>{"Rolf Wetteriind|1|1|0|0", "Rolf Wetterlind|1|1|0|0"});
}

TEST_CASE("name register: each use leads to the record that it stands in") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', "Arbetslivsnämnden",
            {signature("Eva Ek", "S"), signature("Eva Ek", "S")});
  CHECK(rows(archive, "SELECT record, uses FROM v_name_use WHERE field = 'person'") ==
        std::vector<std::string>{"aaaaaaaaaaaaaaaa.d1.signature.1|2"});
}

TEST_CASE("name register: a name without party is that of its only namesake in the document") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', {}, {signature("Eva Ek", "S"), Vote{.yes_names = {"Eva Ek"}}});
  put_paper(archive, 'b', {}, {Vote{.yes_names = {"Eva Ek"}}});
  put_paper(archive, 'c', {}, {signature("Eva Ek", "V")});
  CHECK(rows(archive, kPersons) ==
        std::vector<std::string>{
            "Eva Ek||Eva Ek|1|1|Eva Ek (S): party_missing; Eva Ek (V): party_missing",
            "Eva Ek|S|Eva Ek|1|2|Eva Ek: party_missing; Eva Ek (V): other_party",
            "Eva Ek|V|Eva Ek|1|1|Eva Ek: party_missing; Eva Ek (S): other_party"});
}

TEST_CASE("name register: a paper that is read anew leaves none of its old names behind") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', {}, {signature("Eva Ek", "S")});
  put_paper(archive, 'a', {}, {signature("Eva Ekman", "S")});
  CHECK(rows(archive, "SELECT name FROM v_person") == std::vector<std::string>{"Eva Ekman"});
  CHECK(rows(archive, "SELECT * FROM v_name_candidate").empty());
  settle_names(archive, {});
  CHECK(rows(archive, "SELECT key FROM name") == std::vector<std::string>{"eva ekman"});
  forget(archive, std::string(16, 'a'), Comeback::allowed);
  CHECK(rows(archive, "SELECT * FROM name").empty());
}

TEST_CASE("name register: bodies by their letters, in time, and by the settings") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', "Arbetslivsnämnden", {});
  put_paper(archive, 'b', "Arbetsmarknadsnämnden",
            {Beslutssats{.decider = "Arbetsmarknadsnamnden"}});
  settle_names(archive, {{"Arbetslivsnämnden", "Arbetsmarknadsnämnden", "Ingen"}});
  CHECK(rows(archive, "SELECT name, case_letters, candidates FROM v_body ORDER BY 1") ==
        std::vector<std::string>{
            "Arbetslivsnämnden|ALN|Arbetsmarknadsnämnden: renamed",
            "Arbetsmarknadsnamnden||Arbetsmarknadsnämnden: dots",
            "Arbetsmarknadsnämnden|ALN|Arbetslivsnämnden: renamed; Arbetsmarknadsnamnden: dots"});
  CHECK(rows(archive, "SELECT case_letters, body, first_date FROM v_body_in_time ORDER BY 3") ==
        std::vector<std::string>{"ALN|Arbetslivsnämnden|2000-05-04",
                                 "ALN|Arbetsmarknadsnämnden|2001-05-04"});
  settle_names(archive, {});
  CHECK(rows(archive, "SELECT * FROM v_name_candidate WHERE reason = 'renamed'").empty());
}

TEST_CASE("search: a person is found by all certain spellings, and likely ones are offered") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', {}, {signature("Lars-Gunnar Comén", "M")});
  put_paper(archive, 'b', {}, {signature("LARS GUNNAR COMÉN", "M")});
  put_paper(archive, 'c', {}, {signature("Lars-Gunnar Comen", "M"), signature("L. G. Comén", "M")});
  for (const char* const query : {"kind:signature person:\"Lars-Gunnar Comén\"",
                                  "kind:signature person:\"lars gunnar comén\"",
                                  "kind:signature signed:\"Lars- Gunnar Comén\""}) {
    CAPTURE(query);
    const SearchResult result = search(archive, query);
    CHECK(result.total == 2);
    CHECK(result.likely_names == std::vector<LikelyName>{{.spelling = "L. G. Comén",
                                                          .party = "M",
                                                          .like = "LARS GUNNAR COMÉN",
                                                          .reason = "initial"},
                                                         {.spelling = "Lars-Gunnar Comen",
                                                          .party = "M",
                                                          .like = "LARS GUNNAR COMÉN",
                                                          .reason = "dots"}});
  }
  CHECK(search(archive, "kind:signature person:comén").likely_names.size() == 1);
  CHECK(search(archive, "kind:signature -person:comén").likely_names.empty());
}

}  // namespace diarium
