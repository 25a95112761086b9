#include "pipeline/run/verify.h"

#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/run/run_lock.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/run_scope.h"

namespace diarium {
namespace {

void print_json(const Verification& result) {
  nlohmann::ordered_json out{{"sources", result.sources},
                             {"unsealed", result.unsealed},
                             {"originals", result.originals},
                             {"faults", nlohmann::ordered_json::array()}};
  for (const Fault& fault : result.faults) {
    out["faults"].push_back(
        {{"place", fault.place}, {"what", fault.what}, {"remedy", fault.remedy}});
  }
  std::cout << out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print(const Verification& result) {
  for (const Fault& fault : result.faults)
    fmt::print("{}: {}\n  -> {}\n", fault.place, fault.what, fault.remedy);
  fmt::print("{} files compared in the archive, {} on the disk: {} faults\n", result.sources,
             result.originals, result.faults.size());
  if (result.unsealed > 0)
    fmt::print("{} files are in work and were not compared; `diarium ingest` ends that\n",
               result.unsealed);
}

}  // namespace

int run_verify(const Arguments& arguments) {
  const RunLock lock(arguments.configuration.database);
  const Archive archive = Archive::open_to_check(arguments.configuration.database);
  const Verification result =
      verify(archive, {.sample = static_cast<std::size_t>(arguments.sample)}, stop_is_wanted);
  if (arguments.json) {
    print_json(result);
  } else {
    print(result);
  }
  return result.faults.empty() ? kAllWell : kSomeFailed;
}

}  // namespace diarium
