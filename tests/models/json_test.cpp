#include "models/json.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace diarium {
namespace {

Beslutssats sample_clause() {
  return {.n = 1,
          .text = "att bevilja 245 000 kr till Almviks kulturhus",
          .status = DecisionStatus::proposed_official,
          .decider = "Kommunfullmäktige",
          .via = {"Kommunstyrelsen"},
          .actions = {{.lemma = "bevilja", .code = "GRANT"}},
          .amounts = {"245 000 kr"}};
}

std::vector<Record> one_of_each() {
  const CaseNumber number{.authority = "KS", .year = 2024, .serial = 12, .raw = "KS 2024-00012"};
  return {
      sample_clause(),
      Signature{.name = "Eva Ek", .party = "S", .party_provenance = "stated"},
      TableRecord{
          .pages = {3, 4},
          .header_rows = 1,
          .cells = {{.text = ""}, {.row = 1, .text = "20,5", .value = 20.5, .unit = "%"}},
          .checks =
              {{.name = "column_sum", .column = 1, .holds = true, .expected = 7, .printed = 7}}},
      Footnote{.marker = "1", .text = "Se bilaga.", .anchor = "samråd", .anchor_page = 2},
      Amendment{.operation = "replace", .old_text = "skola", .new_text = "förskola"},
      AgendaItem{.number = "9", .title = "Budget", .case_number = number, .documents = {"a.d2"}},
      Attachment{.number = "2", .title = "Karta", .present = false},
      Recipient{.explicit_none = true},
      Reference{.reference_kind = "law", .raw = "7 kap. 3 § skollagen"},
      DateRecord{.date = {.year = 2019, .month = 4, .day = 31}, .raw = "2019-04-31"},
      DateRecord{.date = {.month = 11, .day = 9}, .raw = "den 9 november"},
      AmountRecord{.value = 1.25e6, .unit = "SEK", .raw = "1,25 mnkr"},
      EMail{.from = "Eva Ek", .sent = Date{.year = 2021, .month = 5, .day = 3}, .to = {"Bo Berg"}},
      FlowchartRecord{{.nodes = {{.id = "n1", .text = "Ansökan", .box = {1, 2, 3.5, 4}}},
                       .edges = {{.from = "n1", .to = "n1", .directed = true}}}},
      Vote{.item = "§ 42", .yes = 31, .no = 0, .yes_names = {"Eva Ek (S)"}},
      Yrkande{.by = {"Bo Berg (M)"}, .text = "avslag"},
      Reservation{.by = {"Bo Berg (M)"}},
      Attendance{.name = "Eva Ek", .party = "S", .group = "Beslutande"},
      MinutesParagraph{.number = "42", .title = "Budget", .case_numbers = {number}},
  };
}

}  // namespace

TEST_CASE("json: every kind of record comes back from its JSON") {
  for (const Record& record : one_of_each()) {
    CAPTURE(json_of(record));
    const Result<Record> read = record_of_json(kind_of(record), json_of(record));
    REQUIRE(read.has_value());
    CHECK(*read == record);
  }
}

TEST_CASE("json: what is absent is left out, what is explicitly none stays") {
  CHECK(json_of(Record(Recipient{.explicit_none = true})) == R"({"explicit_none":true})");
  CHECK(json_of(Record(Recipient{.name = "Revisorerna"})) ==
        R"({"name":"Revisorerna","explicit_none":false})");
  CHECK(json_of(Record(Yrkande{.text = "bifall"})) == R"({"by":[],"text":"bifall"})");
  CHECK(json_of(Record(Attachment{.title = "Karta"})) == R"({"title":"Karta"})");
}

TEST_CASE("json: a clause has the names of the export contract") {
  CHECK(
      json_of(Record(sample_clause())) ==
      R"({"n":1,"text":"att bevilja 245 000 kr till Almviks kulturhus","status":"proposed_official",)"
      R"("decider":"Kommunfullmäktige","via":["Kommunstyrelsen"],)"
      R"("actions":[{"lemma":"bevilja","code":"GRANT","negated":false}],"amounts":["245 000 kr"]})");
}

TEST_CASE("json: a document shows where its fields come from") {
  Document document;
  document.kind = DocumentKind::tjansteskrivelse;
  document.title = "Budget";
  document.date = Date{.year = 2024, .month = 6};
  document.case_numbers = {{.authority = "KS", .year = 2024, .serial = 12, .raw = "KS 2024-12"}};
  document.provenance = {{"date", Provenance::agenda}};
  CHECK(json_of(document) ==
        R"({"document_kind":"tjansteskrivelse","title":"Budget","date":"2024-06",)"
        R"("case_numbers":[{"raw":"KS 2024-12","normal":"KS/2024/12","authority":"KS","year":2024,)"
        R"("serial":12}],"parties":[],"provenance":{"date":"agenda"}})");
}

TEST_CASE("json: broken UTF-8 that a rule cut out is replaced, not thrown") {
  CHECK(json_of(Record(Yrkande{.text = "bif\xE5ll"})).find("\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("json: what is no record is refused") {
  const std::vector<std::pair<std::string, std::string>> refused{
      {"beslutssats", "{"},
      {"beslutssats", "[]"},
      {"beslutssats", "{}"},
      {"brev", "{}"},
      {"recipient", R"({"explicit_none":1})"},
      {"yrkande", R"({"by":{},"text":""})"},
      {"footnote", R"({"marker":"1","text":"x","anchor_page":99999999999})"},
      {"footnote", R"({"marker":"1","text":"x","anchor_page":1.5})"},
  };
  for (const auto& [kind, json] : refused) {
    CAPTURE(kind, json);
    const Result<Record> read = record_of_json(kind, json);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::damaged);
  }
}

TEST_CASE("json: the names of a kind's fields stand in the order of the contract") {
  CHECK(field_names("date") == std::vector<std::string>{"raw", "iso", "precision", "candidates"});
  CHECK(field_names("document").front() == "document_kind");
  CHECK(field_names("document").back() == "provenance");
  CHECK(field_names("brev").empty());
  for (const Record& record : one_of_each()) {
    const std::vector<std::string> names = field_names(kind_of(record));
    for (const auto& [name, value] : flat_members(json_of(record))) {
      CHECK(std::count(names.begin(), names.end(), name) == 1);
    }
  }
}

TEST_CASE("json: members become texts that fit in the cells of a table") {
  const auto members = flat_members(R"({"a":"å\n","b":["x","y"],"c":[],"d":1.5,"e":[{"f":true}]})");
  CHECK(members.at("a") == "å\n");
  CHECK(members.at("b") == "x; y");
  CHECK(members.at("c").empty());
  CHECK(members.at("d") == "1.5");
  CHECK(members.at("e") == R"([{"f":true}])");
  CHECK(quoted_json("\"å\"\n") == R"("\"å\"\n")");
  CHECK_THROWS_AS(flat_members("[]"), std::invalid_argument);
}

}  // namespace diarium
