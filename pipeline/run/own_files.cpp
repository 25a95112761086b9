#include "pipeline/run/own_files.h"

#include <algorithm>
#include <string_view>

#include "pipeline/run/discovery.h"

namespace diarium {
namespace {

/// Whether `path` is `start`, or goes on behind it with one of `signs`.
bool is_or_goes_on(std::string_view path, std::string_view start, std::string_view signs) {
  if (!path.starts_with(start)) return false;
  return path.size() == start.size() || signs.find(path[start.size()]) != std::string_view::npos;
}

}  // namespace

OwnFiles::OwnFiles(const Configuration& configuration) {
  for (const auto& file :
       {configuration.database, configuration.status_file, configuration.metrics_file}) {
    if (!file.empty()) files_.push_back(absolute_place(file).string());
  }
  if (!configuration.report_folder.empty())
    reports_ = absolute_place(configuration.report_folder).string();
}

bool OwnFiles::contains(const std::filesystem::path& path) const {
  const std::string_view name = path.native();
  if (!reports_.empty() && is_or_goes_on(name, reports_, "/")) return true;
  return std::any_of(files_.begin(), files_.end(), [name](const std::string& file) {
    // What lies in a folder of that name is none of ours.
    return is_or_goes_on(name, file, "-.") && name.find('/', file.size()) == std::string_view::npos;
  });
}

}  // namespace diarium
