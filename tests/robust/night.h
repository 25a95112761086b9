#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/run/ingest.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// How much of a test is done: the short form in CI, the long one with DIARIUM_SOAK set.
int times(int in_short, int in_long);

/// Prints "ROW 7 | what was found", for tools/robustness-report.
void tell_row(int row, const std::string& found);

/// A run over a folder as the command does it, in this process, with short limits.
RunReport night(const std::filesystem::path& folder, const std::filesystem::path& database);
RunReport night_over(const std::vector<std::filesystem::path>& paths,
                     const std::filesystem::path& database);
Configuration settings_of_night();

/// All that the archive holds, as exported.
std::string everything_in(const std::filesystem::path& database);

}  // namespace diarium
