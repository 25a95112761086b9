#include "models/date.h"

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

using namespace diarium;

TEST_CASE("parse_date: every way in which a clerk writes a day") {
  const std::vector<std::pair<std::string, std::string>> dates{
      {"2019-06-11", "2019-06-11"},
      {"2019–06–11", "2019-06-11"},
      {"den 11 juni 2019", "2019-06-11"},
      {"Den 3:e maj 2021", "2021-05-03"},
      {"11 juni 2019 kl. 17:00", "2019-06-11T17:00"},
      {"den 20 maj 2019 14:33", "2019-05-20T14:33"},
      {"tisdagen den 11 juni 2019 kl 17.30", "2019-06-11T17:30"},
      {"Tisdag 11 juni 2019, klockan 9", "2019-06-11T09:00"},
      {"2019-06-11 08:05", "2019-06-11T08:05"},
      {"2019-06-11T08:05:59", "2019-06-11T08:05"},
      {"11/6 2019", "2019-06-11"},
      {"11/6-19", "2019-06-11"},
      {"20190611", "2019-06-11"},
      {"190930", "2019-09-30"},
      {"870115", "1987-01-15"},
      {"30 sept 2021", "2021-09-30"},
      {"1 jan. 1999", "1999-01-01"},
      {"30\u00A0SEPTEMBER\u00A02021", "2021-09-30"},
      {"juni 2019", "2019-06"},
      {"2019-06", "2019-06"},
      {"2019", "2019"},
      {"2019-04-31", "2019-04-31"},
  };
  for (const auto& [printed, iso] : dates) {
    INFO(printed);
    const std::optional<Date> date = parse_date(printed);
    REQUIRE(date);
    CHECK(iso_of(*date) == iso);
  }
}

TEST_CASE("parse_date: a day without a year keeps the year open") {
  for (const std::string printed : {"den 9 november", "måndagen den 9 nov", "9/11"}) {
    INFO(printed);
    const std::optional<Date> date = parse_date(printed);
    REQUIRE(date);
    CHECK(date->year == 0);
    CHECK(date->month == 11);
    CHECK(date->day == 9);
    CHECK(date->valid());
    CHECK(iso_of(*date).empty());
  }
  CHECK(parse_date("tisdagen den 4 juni kl. 17.30") == Date{0, 6, 4, 17, 30});
}

TEST_CASE("parse_date: what is no date, or has words around it, is refused") {
  for (const std::string printed :
       {"", "juni", "den 9", "2019-13-01", "2019-06-32", "2019-6", "32 juni 2019", "11 jund 2019",
        "den 11 juni 2019 i Almvik", "033-35 84 69", "2001:453", "2019-00070", "17.30",
        "11/13 2019", "2019 kl 17:00", "juni 2019 17:00", "2018-2020", "den 11 juni 2019 kl 25",
        "11/6-"}) {
    INFO(printed);
    CHECK_FALSE(parse_date(printed));
  }
}

TEST_CASE("Date: the calendar decides what is valid") {
  CHECK(Date{2020, 2, 29}.valid());
  CHECK_FALSE(Date{2019, 2, 29}.valid());
  CHECK_FALSE(Date{2019, 4, 31}.valid());
  CHECK(Date{0, 2, 29}.valid());
  CHECK(Date{2019, 6, 0}.valid());
  CHECK(Date{2019, 0, 0}.valid());
  CHECK_FALSE(Date{}.valid());
  CHECK_FALSE(Date{2019, 13, 1}.valid());
  CHECK_FALSE(Date{2019, 6, 11, 24, 0}.valid());
}

TEST_CASE("Date: it is as precise as it is printed") {
  CHECK(Date{2019, 0, 0}.precision() == DatePrecision::year);
  CHECK(Date{2019, 6, 0}.precision() == DatePrecision::month);
  CHECK(Date{2019, 6, 11}.precision() == DatePrecision::day);
  CHECK(Date{2019, 6, 11, 17, 0}.precision() == DatePrecision::minute);
}

TEST_CASE("date_of_iso: reads what iso_of wrote, and nothing else") {
  for (const Date& date :
       {Date{2019, 0, 0}, Date{2019, 6, 0}, Date{2019, 4, 31}, Date{2019, 6, 11, 17, 5}}) {
    CHECK(date_of_iso(iso_of(date)) == date);
  }
  for (const std::string text :
       {"", "2019-6-11", "2019-06-11 17:05", "190611", "11 juni 2019", "2019-06T10:00"}) {
    INFO(text);
    CHECK_FALSE(date_of_iso(text));
  }
}

TEST_CASE("weekday_of: Monday is 1, and only a day of the calendar has one") {
  CHECK(weekday_of({2019, 6, 11}) == 2);
  CHECK(weekday_of({2021, 11, 22}) == 1);
  CHECK(weekday_of({2023, 1, 1}) == 7);
  CHECK(weekday_of({2019, 4, 31}) == 0);
  CHECK(weekday_of({0, 6, 11}) == 0);
  CHECK(weekday_of({2019, 6, 0}) == 0);
}

TEST_CASE("named_weekday: the weekday that a date begins with") {
  CHECK(named_weekday("tisdagen den 11 juni 2019") == 2);
  CHECK(named_weekday("Sönd. 4 juni") == 0);
  CHECK(named_weekday("lör. 4 juni") == 6);
  CHECK(named_weekday("den 11 juni 2019") == 0);
  CHECK(named_weekday("") == 0);
}
