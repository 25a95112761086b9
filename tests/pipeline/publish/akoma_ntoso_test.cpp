#include "pipeline/publish/akoma_ntoso.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <string>

#include "tests/pipeline/publish/sample_contents.h"

using namespace diarium;

namespace {

pugi::xml_document akn_of(const StoredDocument& document, std::span<const StoredRecord> records) {
  std::ostringstream out;
  write_akoma_ntoso(document, records, out);
  pugi::xml_document file;
  REQUIRE(file.load_string(out.str().c_str()));
  return file;
}

std::string text_at(const pugi::xml_document& file, const char* path) {
  return file.select_node(path).node().text().get();
}

}  // namespace

TEST_CASE("akoma ntoso: a clause is a container of its own, the rest paragraphs around it") {
  const SourceContents contents = scanned_memo();
  const pugi::xml_document file = akn_of(contents.documents.front(), contents.records);
  CHECK(text_at(file, "//mainBody/hcontainer[@name='beslutssats']/content/p") ==
        "Att godkänna planen");
  const pugi::xml_node clause = file.select_node("//mainBody/hcontainer").node();
  CHECK(std::string(clause.attribute("eId").value()) == "beslutssats.1");
  CHECK(std::string(clause.attribute("class").value()) == "proposed_official");
  CHECK(text_at(file, "//mainBody/p[1]") == "Förslag till beslut");
  CHECK(text_at(file, "//mainBody/p[2]") == "Eva Ek");
}

TEST_CASE("akoma ntoso: title, case number, date and signer are named") {
  const SourceContents contents = scanned_memo();
  const pugi::xml_document file = akn_of(contents.documents.front(), contents.records);
  CHECK(text_at(file, "//preface/p/docTitle") == "Plan för <Almvik> & Lindsäter");
  CHECK(text_at(file, "//preface/p/docNumber") == "SN 2024-00012");
  CHECK(std::string(file.select_node("//FRBRWork/FRBRdate/@date").attribute().value()) ==
        "2024-03-05");
  CHECK(text_at(file, "//conclusions/p/signature/person") == "Eva Ek");
}

TEST_CASE("akoma ntoso: every reference leads to something that is defined") {
  const SourceContents contents = scanned_memo();
  const pugi::xml_document file = akn_of(contents.documents.front(), contents.records);
  std::set<std::string> ids;
  for (const pugi::xpath_node& node : file.select_nodes("//*[@eId]")) {
    CHECK(ids.insert(node.node().attribute("eId").value()).second);
  }
  for (const pugi::xpath_node& node : file.select_nodes("//@source | //@refersTo")) {
    CHECK(ids.contains(std::string(node.attribute().value()).substr(1)));
  }
  CHECK(file.select_nodes("//identification/*/FRBRthis").size() == 3);
}

TEST_CASE("akoma ntoso: an impossible date is not passed on as one") {
  SourceContents contents = scanned_memo();
  contents.documents.front().document.date = Date{.year = 2019, .month = 4, .day = 31};
  const pugi::xml_document file = akn_of(contents.documents.front(), contents.records);
  const pugi::xml_node date = file.select_node("//FRBRWork/FRBRdate").node();
  CHECK(std::string(date.attribute("date").value()) == "0001-01-01");
  CHECK(std::string(date.attribute("name").value()) == "unknown");
}
