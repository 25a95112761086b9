#include "night.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "pipeline/run/verify.h"
#include "pipeline/store/export.h"
#include "tests/source_folder.h"

namespace diarium {

namespace fs = std::filesystem;

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

Configuration settings_of_quick_night() {
  Configuration configuration = settings_of_night();
  configuration.ocr = OcrChoice::never;
  return configuration;
}

const Understander& understander_of_night() {
  static const Understander understander(RuleBook::built_in());
  return understander;
}

RunReport night(const std::vector<fs::path>& paths, const fs::path& database,
                const Configuration& configuration) {
  Archive archive = Archive::open(database);
  return ingest(paths, configuration, archive, understander_of_night(), {});
}

std::string everything_in(const fs::path& database) {
  std::ostringstream out;
  const Archive archive = Archive::open_read_only(database);
  export_jsonl(archive, out);
  return out.str();
}

std::set<std::string> indexed_in(const fs::path& database) {
  std::set<std::string> ids;
  if (!fs::exists(database)) return ids;
  try {
    const Archive archive = Archive::open_read_only(database);
    for (const Source& source : archive.sources(SourceStatus::indexed)) ids.insert(source.id);
  } catch (const std::exception&) {
    return ids;  // its schema isn't there yet: nothing was promised
  }
  return ids;
}

std::string faults_of(const fs::path& database) {
  if (!fs::exists(database)) return {};
  {
    const Archive ready = Archive::open(database);
  }  // a run that broke off may have been its first
  std::string words;
  for (const Fault& fault : verify(Archive::open_to_check(database), {}, {}).faults)
    words += fmt::format("{}: {}\n", fault.place, fault.what);
  return words;
}

std::optional<std::string> bytes_of_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void write_good(const TemporaryFolder& folder, int count) {
  for (int n = 1; n <= count; ++n) {
    folder.write(fmt::format("arkiv/{:03}.pdf", n),
                 pdf_of({memo_lines(n), memo_lines(1000 + n), memo_lines(2000 + n)}));
  }
}

void write_scan(const TemporaryFolder& folder) {
  folder.write("arkiv/scan.pdf",
               bytes_of_file(source_folder() / "pipeline/run/canary/canary.pdf").value());
}

}  // namespace diarium
