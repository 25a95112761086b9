#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/run/ingest.h"
#include "pipeline/store/archive.h"
#include "tests/pipeline/run/temporary_archive.h"

namespace diarium {

/// How much of a test is done: the short form in CI, the long one with DIARIUM_SOAK set.
int times(int in_short, int in_long);

/// Prints "ROW 7 | what was found", for tools/robustness-report.
void tell_row(int row, const std::string& found);

/// Short limits, two workers.
Configuration settings_of_night();
/// The same without OCR: a run costs a tenth of a second.
Configuration settings_of_quick_night();

/// A run over files and folders as the command does it, in this process.
RunReport night(const std::vector<std::filesystem::path>& paths,
                const std::filesystem::path& database,
                const Configuration& configuration = settings_of_night());
/// What all nights understand by.
const Understander& understander_of_night();

/// All that the archive holds, as exported.
std::string everything_in(const std::filesystem::path& database);
/// Sources that are in the archive for good, as a reader sees them.
std::set<std::string> indexed_in(const std::filesystem::path& database);
/// What `verify` finds at fault, in words; nothing for a sound archive.
std::string faults_of(const std::filesystem::path& database);

/// Nothing for a file that can't be read.
std::optional<std::string> bytes_of_file(const std::filesystem::path& file);

/// Born-digital memos of three pages below arkiv/.
void write_good(const TemporaryFolder& folder, int count);
/// The canary, whose second page is a small scan, as a file of the archive.
void write_scan(const TemporaryFolder& folder);

}  // namespace diarium
