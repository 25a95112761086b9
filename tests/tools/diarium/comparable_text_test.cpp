#include "tools/diarium/evaluation/comparable_text.h"

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

using namespace diarium;

TEST_CASE("comparable text: typesetting makes no difference") {
  const std::vector<std::pair<std::string, std::string>> alike{
      {"”Citat”  och\n“citat”", "\"Citat\" och \"citat\""},
      {"2018–2020", "2018-2020"},
      {"för-\nvaltningen", "förvaltningen"},
      {"hälso-\noch sjukvård", "hälso- och sjukvård"},
      {"• Punkt ett\n- Punkt två", "Punkt ett Punkt två"},
      {"samhället¹", "samhället1"},
      {"29\u00A0690\u202F473 kr", "29 690 473 kr"},
  };
  for (const auto& [printed, compared] : alike) CHECK(comparable_text(printed) == compared);
}

TEST_CASE("comparable text: a key is a clause without its wrapping") {
  const std::vector<std::pair<std::string, std::string>> keys{
      {"- Att godkänna planen, samt", "godkänna planen"},
      {"1. Att: Nämnden uppdrar åt Kansliet.", "nämnden uppdrar åt kansliet"},
      {"Attraktiva boenden", "attraktiva boenden"},
      {"2019-06-11", "2019-06-11"},
  };
  for (const auto& [printed, key] : keys) CHECK(comparable_key(printed) == key);
}
