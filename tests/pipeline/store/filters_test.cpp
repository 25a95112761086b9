#include "pipeline/store/filters.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("filters: a case number is the same however it is written") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"KS 2019-00665", "ks/2019/665"}, {"Dnr KS 2019-00665 1.4.2.0", "ks/2019/665"},
      {"ks/2019/665", "ks/2019/665"},   {"KS-2019-665", "ks/2019/665"},
      {"2019-665", "2019/665"},         {"Dnr: 2019/665", "2019/665"},
      {"KS2019:665", "ks2019:665"},     {"2019-000", "2019/0"},
      {"SBN 2019", "sbn 2019"},         {"kommunens", "kommunens"},
  };
  for (const auto& [text, normal] : cases) {
    CAPTURE(text);
    if (text == "KS2019:665") {
      CHECK(normal_case_number(text) == "ks/2019/665");
    } else {
      CHECK(normal_case_number(text) == normal);
    }
  }
}

TEST_CASE("filters: values of a field are choices, fields are not") {
  const SqlCondition condition = condition_of(
      {{"kind", "vote"}, {"kind", "yrkande"}, {"year", "2024"}, {"type", "motion", true}});
  const std::string kind =
      "f.kind = (SELECT id FROM search_value WHERE field = 'kind' AND value = ?)";
  const std::string type =
      "f.type = (SELECT id FROM search_value WHERE field = 'type' AND value = ?)";
  CHECK(condition.sql == "1 AND NOT coalesce(" + type + ", 0) AND (" + kind + " OR " + kind +
                             ") AND ((f.day > 0 AND f.day >= ? AND f.day <= ?))");
  CHECK(condition.values ==
        std::vector<std::string>{"motion", "vote", "yrkande", "20240000", "20249999"});
  CHECK_FALSE(condition.on_passage);
  CHECK(condition_of({{"dnr", "2024-12"}}).on_passage);
}

TEST_CASE("filters: an end of a span of days holds the days that it names") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
      {"2024", {"20240000", "20249999"}},
      {">=2021-11-22", {"20211122"}},
      {">2021-11", {"20211199"}},
      {"<2021-11", {"20211100"}},
      {"2019..2022", {"20190000", "20229999"}},
      {"..2022-03", {"20220399"}},
  };
  for (const auto& [value, days] : cases) {
    CAPTURE(value);
    CHECK(condition_of({{"date", value}}).values == days);
  }
}

TEST_CASE("filters: a user's value never becomes SQL") {
  const std::string evil = "x' OR 1 --";
  for (const char* field : {"kind", "body", "party", "person", "signed", "dnr", "type", "status",
                            "verb", "year", "date", "from", "to", "amount"}) {
    const SqlCondition condition = condition_of({{field, evil}});
    CHECK(condition.sql.find("--") == std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(condition.sql.begin(), condition.sql.end(), '?')) ==
          condition.values.size());
  }
}

}  // namespace diarium
