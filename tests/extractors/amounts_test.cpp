#include "extractors/amounts.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> amounts_of(std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  return Amounts(book).extract(document_of(DocumentKind::ovrigt, lines));
}

std::vector<AmountRecord> amounts_in(std::string_view lines) {
  std::vector<AmountRecord> amounts;
  for (const Finding& finding : amounts_of(lines)) {
    amounts.push_back(std::get<AmountRecord>(finding.record));
  }
  return amounts;
}

using Printed = std::vector<AmountRecord>;

}  // namespace

TEST_CASE("amounts: kronor, thousands and millions come out in whole kronor") {
  CHECK(amounts_in("Medlen är 29 690 473 kr.") == Printed{{29690473, "SEK", "29 690 473 kr"}});
  CHECK(amounts_in("budget 1,2 mnkr, utfall 375 tkr") ==
        Printed{{1200000, "SEK", "1,2 mnkr"}, {375000, "SEK", "375 tkr"}});
  CHECK(amounts_in("högst 4 miljoner kronor") == Printed{{4000000, "SEK", "4 miljoner kronor"}});
  CHECK(amounts_in("avgiften är 500:- per år") == Printed{{500, "SEK", "500:-"}});
  CHECK(amounts_in("lån om SEK 1 200 000 beviljas") == Printed{{1200000, "SEK", "SEK 1 200 000"}});
  CHECK(amounts_in("ett underskott på -1 845 tkr") == Printed{{-1845000, "SEK", "-1 845 tkr"}});
}

TEST_CASE("amounts: a year before an amount is not part of it") {
  CHECK(amounts_in("för 2019 300 000 kr") == Printed{{300000, "SEK", "300 000 kr"}});
}

TEST_CASE("amounts: a comma before three digits parts thousands, and is reported") {
  const std::vector<Finding> findings = amounts_of("bidrag med 310,000 kr");
  REQUIRE(findings.size() == 1);
  CHECK(std::get<AmountRecord>(findings[0].record).value == 310000);
  CHECK(findings[0].issues == std::vector<std::string>{"comma_thousands"});
}

TEST_CASE("amounts: bare numbers, shares, counts and kr within words are none") {
  CHECK(
      amounts_in("1814 deltagare, 16 %, 12 krav, Lunden 1:16, kl 17:00, 250 kronvittnen").empty());
}
