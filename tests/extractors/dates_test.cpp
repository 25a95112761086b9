#include "extractors/dates.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

const RuleBook& rules() {
  static const RuleBook book = RuleBook::built_in();
  return book;
}

std::vector<Finding> dates_of(std::string_view lines) {
  return Dates(rules()).extract(document_of(DocumentKind::ovrigt, lines));
}

/// "2019-06-11 = den 11 juni 2019" and its issues, for each date.
std::vector<std::string> dates_in(std::string_view lines) {
  std::vector<std::string> dates;
  for (const Finding& finding : dates_of(lines)) {
    const auto& record = std::get<DateRecord>(finding.record);
    std::string date = iso_of(record.date) + " = " + record.raw;
    for (const std::string& issue : finding.issues) date.append(" ! ").append(issue);
    dates.push_back(date);
  }
  return dates;
}

using Printed = std::vector<std::string>;

}  // namespace

TEST_CASE("dates: every full date of the running text, without its hour") {
  CHECK(dates_in("Nämnden kallas tisdagen den 11 juni 2019 kl. 17:00 i Almvik") ==
        Printed{"2019-06-11 = tisdagen den 11 juni 2019"});
  CHECK(dates_in("Datum 2019-06-11") == Printed{"2019-06-11 = 2019-06-11"});
  CHECK(dates_in("utfall per 30 sept 2021 och den 11/6 2019") ==
        Printed{"2021-09-30 = 30 sept 2021", "2019-06-11 = 11/6 2019"});
  CHECK(dates_in("lagen trädde i kraft 1 januari 1999.") == Printed{"1999-01-01 = 1 januari 1999"});
}

TEST_CASE("dates: a day over a line end is one date") {
  CHECK(dates_in("beslutet fattades den 2\n  september 2019 av nämnden") ==
        Printed{"2019-09-02 = den 2 september 2019"});
}

TEST_CASE("dates: a day without a year keeps the year open and says so") {
  CHECK(dates_in("Den 9 november beslutade nämnden") ==
        Printed{" = Den 9 november ! year_missing"});
}

TEST_CASE("dates: an impossible day is kept and reported") {
  CHECK(dates_in("perioden 2019-01-01 – 2019-04-31") ==
        Printed{"2019-01-01 = 2019-01-01", "2019-04-31 = 2019-04-31 ! invalid_date"});
}

TEST_CASE("dates: a weekday that the calendar contradicts is reported") {
  CHECK(dates_in("måndagen den 11 juni 2019") ==
        Printed{"2019-06-11 = måndagen den 11 juni 2019 ! weekday_mismatch"});
}

TEST_CASE("dates: case numbers, laws, telephones, months and years are none") {
  CHECK(dates_in("Dnr SBN 2019-00070 1.2.4.1 enligt lagen (2001:453), 033-35 84 69, juni 2019, "
                 "2018-2020, 1/3 del, 11/6, Dnr 2019-12")
            .empty());
}

TEST_CASE("dates: instructions of a template are not the document's") {
  CHECK(dates_in("! Skriv datum som 2019-06-11").empty());
}

TEST_CASE("dates: a finding stands where the date is printed") {
  const std::vector<Finding> findings = dates_of("Möte 2019-06-11.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{6, 16});
  CHECK(findings[0].rule == "dates.iso");
}

TEST_CASE("dates: a day that the calendar has not is most often the end of its month") {
  const auto findings = dates_of("Perioden 2019-01-01 – 2019-04-31");
  REQUIRE(findings.size() == 2);
  CHECK(std::get<DateRecord>(findings[0].record).candidates.empty());
  CHECK(std::get<DateRecord>(findings[1].record).candidates == Printed{"2019-04-30"});
}

TEST_CASE(
    "dates: without a year, years that may be meant are told, by the weekday where one is named") {
  const auto candidates = [](std::string_view lines) {
    return std::get<DateRecord>(dates_of(lines).front().record).candidates;
  };
  CHECK(candidates("Den 9 november beslutade en enig nämnd.\nSvar väntas den 13 december 2021.") ==
        Printed{"2021-11-09", "2020-11-09"});
  CHECK(candidates("måndagen den 3 juni kl. 16:30\nNämnden möts den 11 juni 2019.") ==
        Printed{"2019-06-03"});
  CHECK(candidates("Den 9 november beslutade en enig nämnd.").empty());
}

TEST_CASE("dates: Maj before a surname is a first name") {
  CHECK(
      dates_in("3 Maj Andersson (S)\n4 Maj-Britt Ek\nden 5 Maj\n6 MAJ 2024\n7 maj Nämnden") ==
      Printed{" = den 5 Maj ! year_missing", "2024-05-06 = 6 MAJ 2024", " = 7 maj ! year_missing"});
}
