#include "night.h"

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "pipeline/store/export.h"

namespace diarium {

int times(int in_short, int in_long) {
  return std::getenv("DIARIUM_SOAK") != nullptr ? in_long : in_short;  // NOLINT
}

void tell_row(int row, const std::string& found) {
  std::cout << "ROW " << row << " | " << found << std::endl;
}

Configuration settings_of_night() {
  Configuration configuration;
  configuration.jobs = 2;
  configuration.pages_per_task = 4;
  configuration.page_seconds = 4;
  configuration.memory_mb = 1024;
  configuration.low_disk_mb = 0;
  return configuration;
}

RunReport night_over(const std::vector<std::filesystem::path>& paths,
                     const std::filesystem::path& database) {
  static const Understander understander(RuleBook::built_in());
  Archive archive = Archive::open(database);
  return ingest(paths, settings_of_night(), archive, understander, {});
}

RunReport night(const std::filesystem::path& folder, const std::filesystem::path& database) {
  return night_over({folder}, database);
}

std::string everything_in(const std::filesystem::path& database) {
  std::ostringstream out;
  const Archive archive = Archive::open_read_only(database);
  export_jsonl(archive, out);
  return out.str();
}

}  // namespace diarium
