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
  CHECK(condition.sql ==
        "1 AND NOT coalesce(d.document_kind = ?, 0) AND (p.kind = ? OR p.kind = ?)"
        " AND (substr(coalesce(d.date, d.meeting_date), 1, 4) = ?)");
  CHECK(condition.values == std::vector<std::string>{"motion", "vote", "yrkande", "2024"});
}

TEST_CASE("filters: a user's value never becomes SQL") {
  const std::string evil = "x' OR 1 --";
  for (const char* field :
       {"kind", "body", "party", "person", "dnr", "type", "status", "year", "from", "to"}) {
    const SqlCondition condition = condition_of({{field, evil}});
    CHECK(condition.sql.find("--") == std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(condition.sql.begin(), condition.sql.end(), '?')) ==
          condition.values.size());
  }
}

}  // namespace diarium
