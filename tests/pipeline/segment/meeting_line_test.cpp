#include "pipeline/segment/meeting_line.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("meeting line: the body, the day and what stands behind") {
  const auto line = meeting_line_of(
      "Kommunfullmäktige den 25 november 2024, ärende 6. Dnr KS 2024-00340", shipped_rules());
  REQUIRE(line);
  CHECK(line->body == "Kommunfullmäktige");
  CHECK(line->date == "25 november 2024");
  CHECK(line->rest == "ärende 6. Dnr KS 2024-00340");
}

TEST_CASE("meeting line: to whom, with the word for a meeting, with a plain day") {
  for (const char* text :
       {"Till kommunfullmäktige den 16 december 2024", "Kommunfullmäktiges sammanträde 2024-12-16",
        "Kommunfullmäktige 2024-12-16, ärende 14"}) {
    INFO(text);
    const auto line = meeting_line_of(text, shipped_rules());
    REQUIRE(line);
    CHECK(line->body == "Kommunfullmäktige");
  }
  const auto board = meeting_line_of("Vård- och omsorgsnämnden den 27 maj 2024", shipped_rules());
  REQUIRE(board);
  CHECK(board->body == "Vård- och omsorgsnämnden");
}

TEST_CASE("meeting line: what no body holds is none, nor is a sentence") {
  CHECK_FALSE(meeting_line_of("Almvik den 3 juni 2024", shipped_rules()));
  CHECK_FALSE(
      meeting_line_of("Kommunstyrelsen beslutade den 3 juni 2024 att vänta.", shipped_rules()));
}
