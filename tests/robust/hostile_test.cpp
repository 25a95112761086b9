// What foreign files must not do: to the run, to themselves, to others.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <set>
#include <sstream>

#include "hostile_files.h"
#include "night.h"
#include "pipeline/run/discovery.h"
#include "processes.h"
#include "tests/source_folder.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void write_hostile(const TemporaryFolder& folder) {
  for (const HostileFile& file : hostile_files())
    folder.write("arkiv/hostile/" + file.name, file.bytes);
}

/// Lines of the export that belong to the good files: those that name a source among `sources`.
std::string lines_of(const std::string& everything, const std::vector<Source>& sources) {
  std::istringstream in(everything);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    const bool wanted = std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
      return line.find("\"source\":\"" + source.id) != std::string::npos;
    });
    if (wanted) out += line + '\n';
  }
  return out;
}

/// Every source has come to an end, with a reason where it is not whole. How many have not.
int check_ends(const Archive& archive) {
  int without_end = 0;
  for (const Source& source : archive.sources()) {
    CAPTURE(source.id, source.message);
    const bool whole = source.status == SourceStatus::indexed;
    const bool set_aside =
        source.status == SourceStatus::partial || source.status == SourceStatus::quarantined;
    const bool ended = whole || (set_aside && source.reason);
    CHECK(ended);
    if (!ended) ++without_end;
  }
  return without_end;
}

/// Whether a reading claims to be whole: no page lost, and none of them with a remark.
bool claims_to_be_whole(const Source& source, const Readings& readings) {
  return source.status == SourceStatus::indexed &&
         std::all_of(readings.pages.begin(), readings.pages.end(),
                     [](const Page& page) { return page.issues.empty(); });
}

/// Which ones there are: how often doesn't count, since letters printed over each other are one.
std::set<char> letters_of(const std::string& text) {
  std::set<char> letters(text.begin(), text.end());
  letters.erase(' ');
  letters.erase('\n');
  return letters;
}

/// Those of our own files of which the archive claims a whole reading that is not what they say.
std::vector<std::string> silently_wrong(const Archive& archive, const fs::path& folder) {
  std::vector<std::string> wrong;
  for (const HostileFile& file : hostile_files()) {
    const auto path = archive.find_path((folder / file.name).string());
    const auto source = path ? archive.find_source(path->source) : std::nullopt;
    if (!source) continue;  // the same bytes were told of by another name
    const Readings readings = archive.readings(source->id);
    if (!claims_to_be_whole(*source, readings)) continue;
    std::string text;
    for (const Page& page : readings.pages) text += text_of(page);
    if (!file.says || letters_of(text) != letters_of(*file.says))
      wrong.push_back(display_form(file.name));
  }
  return wrong;
}

std::vector<fs::path> every_nth(int n, const fs::path& folder) {
  std::vector<fs::path> files;
  int number = 0;
  discover(
      folder,
      [&](const FoundFile& file) {
        if (number++ % n == 0) files.push_back(file.path);
      },
      [](const Error&) {});
  return files;
}

}  // namespace

TEST_CASE("rows 1 and 2: hostile files of our own come to an end in time, with what is lost told") {
  const TemporaryFolder folder;
  write_hostile(folder);
  forget_peak();
  const auto start = Clock::now();
  const RunReport report = night({folder.path() / "arkiv"}, folder.path() / "a.db");
  const double seconds = seconds_since(start);
  CHECK(report.files() == static_cast<int>(hostile_files().size()));
  CHECK(report.left == 0);
  const Archive archive = Archive::open_read_only(folder.path() / "a.db");
  const int without_end = check_ends(archive);
  const auto wrong = silently_wrong(archive, absolute_place(folder.path() / "arkiv/hostile"));
  CHECK(wrong == std::vector<std::string>{});
  tell_row(2, fmt::format("of {} files of our own, {} indexed and {} partial: {} pages that claim "
                          "to be whole and are not",
                          hostile_files().size(), report.indexed, report.partial, wrong.size()));
  // A page may be tried twice, for 4 and 2 seconds of the processor, and 10 times that by the
  // clock.
  CHECK(seconds < 60.0 * static_cast<double>(hostile_files().size()));
  const long peak = peak_resident_kib();
  CHECK(peak < 200 * 1024);
  tell_row(1, fmt::format("{} files of our own in {:.0f} s: {} left, {} without an end and a "
                          "reason, supervisor {} MB",
                          hostile_files().size(), seconds, report.left, without_end, peak / 1024));
}

TEST_CASE("row 1: published hostile PDFs all come to an end with a reason") {
  const fs::path real = source_folder() / "../shared/real/hostile";
  if (!fs::exists(real)) {
    std::cout << "skipped: no " << real.string() << '\n';
    return;
  }
  const TemporaryFolder folder;
  const auto start = Clock::now();
  const RunReport report = night(every_nth(times(4, 1), real), folder.path() / "a.db");
  CHECK(report.left == 0);
  const int without_end = check_ends(Archive::open_read_only(folder.path() / "a.db"));
  tell_row(1,
           fmt::format("{} published files in {:.0f} s: {} indexed, {} partial, {} set aside, {} "
                       "without an end and a reason",
                       report.files(), seconds_since(start), report.indexed, report.partial,
                       report.quarantined, without_end));
}

TEST_CASE("row 3: good files beside hostile ones give the same records to the byte") {
  const TemporaryFolder alone;
  write_good(alone, 10);
  night({alone.path() / "arkiv"}, alone.path() / "a.db");
  const TemporaryFolder mixed;
  write_good(mixed, 10);
  write_hostile(mixed);
  night({mixed.path() / "arkiv"}, mixed.path() / "a.db");
  const auto good = Archive::open_read_only(alone.path() / "a.db").sources();
  const auto records = [&](const TemporaryFolder& folder) {
    std::string lines = lines_of(everything_in(folder.path() / "a.db"), good);
    const std::string name = absolute_place(folder.path()).string();
    for (std::size_t at = 0; (at = lines.find(name)) != std::string::npos;)
      lines.erase(at, name.size());
    return lines;
  };
  CHECK(records(alone).size() > 10'000);
  const bool same = records(alone) == records(mixed);
  CHECK(same);
  tell_row(3, fmt::format("records of {} files beside {} hostile ones are {} to the byte",
                          good.size(), hostile_files().size(), same ? "the same" : "not the same"));
}
