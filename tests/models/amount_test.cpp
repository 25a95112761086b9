#include "models/amount.h"

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

using namespace diarium;

TEST_CASE("parse_number: blanks, dots and apostrophes part thousands, a comma parts decimals") {
  const std::vector<std::pair<std::string, double>> numbers{
      {"0", 0},
      {"1 100 000", 1100000},
      {"1\u00A0100\u00A0000", 1100000},
      {"29\u2009690\u202F473", 29690473},
      {"1.100.000", 1100000},
      {"12.500", 12500},
      {"1'250'000", 1250000},
      {"1,100,000", 1100000},
      {"20,5", 20.5},
      {"1 234,50", 1234.5},
      {"0,125", 0.125},
      {"0.125", 0.125},
      {"245,000", 245},
      {"-1 845", -1845},
      {"– 1 845", -1845},
      {"\u22121 845", -1845},
      {"(1 845)", -1845},
      {"+3", 3},
      {" 42 ", 42},
      {"123456", 123456},
  };
  for (const auto& [printed, value] : numbers) {
    INFO(printed);
    CHECK(parse_number(printed) == value);
  }
}

TEST_CASE("parse_number: anything but one number is refused") {
  for (const std::string printed : {"", "-", "kr", "12 kr", "1 2", "1 10 000", "12 0000",
                                    "1 000 00", "2019-06-11", "1,2,3", "4:7", "()", "(a)"}) {
    INFO(printed);
    CHECK_FALSE(parse_number(printed));
  }
}

TEST_CASE("parse_number: a row of digits that no sum has is no number, and never zero") {
  CHECK(parse_number("999 999 999 999 999") == 999999999999999);
  CHECK_FALSE(parse_number("9999999999999999"));
  CHECK_FALSE(parse_number(std::string(400, '9')));
  CHECK_FALSE(parse_amount(std::string(400, '9') + " kr"));
}

TEST_CASE("parse_amount: units of money come out in whole kronor") {
  const std::vector<std::pair<std::string, Amount>> amounts{
      {"14 153 429 kr", {14153429, "SEK"}},
      {"500:-", {500, "SEK"}},
      {"12 kronor", {12, "SEK"}},
      {"375 tkr", {375000, "SEK"}},
      {"375 Tkr", {375000, "SEK"}},
      {"1,2 mnkr", {1200000, "SEK"}},
      {"4,35 Mkr", {4350000, "SEK"}},
      {"20 miljoner kronor", {20000000, "SEK"}},
      {"1,5 miljarder kronor", {1500000000, "SEK"}},
      {"-250 tkr", {-250000, "SEK"}},
      {"16 %", {16, "%"}},
      {"0,7 procent", {0.7, "%"}},
      {"45%", {45, "%"}},
      {"1 814", {1814, ""}},
  };
  for (const auto& [printed, amount] : amounts) {
    INFO(printed);
    CHECK(parse_amount(printed) == amount);
  }
}

TEST_CASE(
    "parse_amount: a comma before three digits of whole kronor parts thousands, and is told") {
  CHECK(parse_amount("310,000 kr") == Amount{310000, "SEK", true});
  CHECK(parse_amount("2,150 mnkr") == Amount{2150000, "SEK", false});
  CHECK(parse_amount("0,125 kr") == Amount{0.13, "SEK", false});
}

TEST_CASE("parse_amount: an unknown unit or further words are refused") {
  for (const std::string printed : {"", "kr", "12 st", "12 kr per dag", "ca 12 kr", "12 krukor"}) {
    INFO(printed);
    CHECK_FALSE(parse_amount(printed));
  }
}
