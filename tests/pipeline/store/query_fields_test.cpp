#include "pipeline/store/query_fields.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("query fields: go by Swedish and English names") {
  CHECK(field_named("nämnd") == "body");
  CHECK(field_named("Nämnd") == "body");
  CHECK(field_named("body") == "body");
  CHECK(field_named("belopp") == "amount");
  CHECK_FALSE(field_named("färg").has_value());
}

TEST_CASE("query fields: values are read as a clerk writes them") {
  const std::vector<std::array<std::string, 3>> cases{
      {"typ", "Alternativt förslag", "alternativt_forslag"},
      {"typ", "e-post", "e_post"},
      {"del", "struket", "deleted"},
      {"slag", "Tabell", "table"},
      {"status", "föreslagen", "proposed"},
      {"status", "decided", "decided"},
      {"år", "2019..2022", "2019..2022"},
      {"år", "..2022", "..2022"},
      {"datum", "den 22 november 2021", "2021-11-22"},
      {"datum", ">= 2021-11", ">=2021-11"},
      {"datum", "<22 november 2021", "<2021-11-22"},
      {"belopp", "1 100 000", "1100000"},
      {"belopp", ">1,5 mnkr", ">1500000"},
      {"ocr", "osäker", "uncertain"},
      {"saknas", "handlingar", "documents"},
      {"sammansatt", "nej", "no"},
      {"dnr", "KS 2019-00665", "KS 2019-00665"},
  };
  for (const auto& [field, value, meant] : cases) {
    CAPTURE(field, value);
    CHECK(canonical({field, value}).value == meant);
  }
}

TEST_CASE("query fields: what a field can't be is refused") {
  const std::vector<std::array<std::string, 2>> cases{
      {"färg", "röd"},   {"typ", "brev"},     {"status", "kanske"}, {"år", "19"},
      {"år", "2019.."},  {"datum", "i går"},  {"belopp", ">"},      {"belopp", ".."},
      {"ocr", "ibland"}, {"saknas", "kaffe"}, {"nämnd", ""},        {"from", ">2019"},
      {"år", "2019..x"}, {"belopp", "många"},
  };
  for (const auto& [field, value] : cases) {
    CAPTURE(field, value);
    if (value == "2019..") {
      CHECK(canonical({field, value}).value == "2019..");
    } else {
      CHECK_THROWS_AS(canonical({field, value}), QueryError);
    }
  }
}

TEST_CASE("query fields: a range has two ends, one or a value that is both") {
  CHECK(range_of("5").low == "5");
  CHECK(range_of("5").high == "5");
  CHECK(range_of(">5").low_open);
  CHECK(range_of(">=5").high.empty());
  CHECK(range_of("< 5").high == "5");
  CHECK(range_of("5..7").high == "7");
}

}  // namespace diarium
