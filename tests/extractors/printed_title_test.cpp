#include "extractors/printed_title.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

PrintedTitle parts_of(std::string_view text) {
  static const RuleBook book = RuleBook::built_in();
  return take_apart(text, book);
}

}  // namespace

TEST_CASE("printed title: title, case number and what stands behind it") {
  const PrintedTitle parts =
      parts_of("Taxa för vatten Dnr SBN 2023-00041 1.2.4.1 Föredragande: Eva Ek");
  CHECK(parts.title == "Taxa för vatten");
  REQUIRE(parts.case_numbers.size() == 1);
  CHECK(parts.case_numbers[0].raw == "SBN 2023-00041 1.2.4.1");
  CHECK(parts.rest == "Föredragande: Eva Ek");
}

TEST_CASE("printed title: without a case number all is title") {
  CHECK(parts_of(" Allmänhetens  frågestund ").title == "Allmänhetens frågestund");
  CHECK(parts_of("").title.empty());
}

TEST_CASE("printed title: brackets and dashes around the number go with it") {
  const PrintedTitle parts = parts_of("Taxa (Dnr KS/2021:123)");
  CHECK(parts.title == "Taxa");
  CHECK(parts.rest.empty());
  CHECK(parts_of("Dnr 2023/14, 2023/15").case_numbers.size() == 2);
}
