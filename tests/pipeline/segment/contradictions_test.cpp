#include "pipeline/segment/contradictions.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

Document meeting_of(int year, int month, int day) {
  Document document;
  document.body = "Socialnämnden";
  document.meeting_date = Date{.year = year, .month = month, .day = day};
  document.provenance["meeting_date"] = Provenance::stated;
  return document;
}

Finding named(int year, int month, int day) {
  return {.record = DateRecord{.date = {.year = year, .month = month, .day = day}}};
}

}  // namespace

TEST_CASE("contradictions: of two meetings a year apart the one far from all other days") {
  std::vector<Document> documents = {meeting_of(2024, 11, 22), meeting_of(2023, 11, 22)};
  find_contradictions(documents, {{named(2023, 12, 13)}, {}});
  CHECK(documents[0].issues == std::vector<std::string>{"date_suspect"});
  CHECK(documents[1].issues.empty());
}

TEST_CASE("contradictions: meetings of other days, bodies or by the agenda are none") {
  std::vector<Document> documents = {meeting_of(2024, 11, 22), meeting_of(2023, 11, 21),
                                     meeting_of(2023, 11, 22)};
  documents[2].body = "Kommunstyrelsen";
  find_contradictions(documents, {{}, {}, {}});
  for (const Document& document : documents) CHECK(document.issues.empty());
  documents[2].body = "Socialnämnden";
  documents[2].provenance["meeting_date"] = Provenance::agenda;
  find_contradictions(documents, {{}, {}, {}});
  CHECK(documents[0].issues.empty());
}

TEST_CASE("contradictions: an officer's telephone that most of his cards don't give") {
  const auto card = [](const char* telephone) {
    return std::string("^ Sida 1(1)\nNils Löw\n  Handläggare\n  ") + telephone +
           "\nDatum\n  2024-06-11\nInstans\n  Socialnämnden\n# Fler träd\nText.\n---\n";
  };
  auto documents = documents_in(card("033-35 33 98") + card("033 35 33 98") + card("035-35 33 98"));
  REQUIRE(documents.size() == 3);
  find_contradictions(documents, {{}, {}, {}});
  CHECK(documents[0].issues.empty());
  CHECK(documents[1].issues.empty());
  CHECK(documents[2].issues == std::vector<std::string>{"contact_conflict"});
}
