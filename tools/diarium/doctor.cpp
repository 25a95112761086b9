#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/run/health.h"
#include "pipeline/run/version.h"
#include "tools/diarium/commands.h"

namespace diarium {

int run_doctor(const Arguments& arguments) {
  const std::vector<Examination> all = examine(arguments.configuration);
  if (arguments.json) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const Examination& one : all)
      out.push_back({{"what", one.what}, {"health", name_of(one.health)}, {"words", one.words}});
    std::cout << out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  } else {
    fmt::print("diarium {}\n", kVersion);
    for (const Examination& one : all)
      fmt::print("{:<8}{:<14}{}\n", name_of(one.health), one.what, one.words);
  }
  Health worst = Health::well;
  for (const Examination& one : all) worst = std::max(worst, one.health);
  if (worst == Health::broken) return kRunFailed;
  return worst == Health::weak ? kSomeFailed : kAllWell;
}

}  // namespace diarium
