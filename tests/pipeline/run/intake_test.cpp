#include "pipeline/run/intake.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "pipeline/store/forget.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

struct Example {
  TemporaryFolder folder;
  Archive archive = Archive::open(folder.path() / "a.db");

  [[nodiscard]] fs::path root() const { return absolute_place(folder.path() / "arkiv"); }

  /// One run over the folder, in which all that is to be read ends as if it had been.
  std::vector<Arrival> run(std::chrono::seconds settling = std::chrono::seconds(0)) {
    Intake intake(archive, {"r", "u", "s"}, settling, 0);
    std::vector<Arrival> arrivals;
    discover(
        root(),
        [&](const FoundFile& file) {
          const Decision decision = intake.take_in(file);
          arrivals.push_back(decision.arrival);
          if (decision.arrival == Arrival::to_read) end_well(decision.source);
        },
        [](const Error&) {});
    missing = intake.mark_missing(root());
    return arrivals;
  }

  void end_well(const std::string& source) {
    Page page;
    page.number = 1;
    archive.put_reading(source, "r", page);
    archive.put_understanding(source, "u", {page}, {});
    archive.finish_source(source, {.status = SourceStatus::indexed, .pages = 1});
  }

  int missing = 0;
};

using Arrivals = std::vector<Arrival>;

}  // namespace

TEST_CASE("intake: new, then unchanged; the same bytes elsewhere are a duplicate") {
  Example example;
  example.folder.write("arkiv/a.pdf", "A");
  CHECK(example.run() == Arrivals{Arrival::to_read});
  example.folder.write("arkiv/b.pdf", "A");
  CHECK(example.run() == Arrivals{Arrival::unchanged, Arrival::duplicate});
  CHECK(example.run() == Arrivals{Arrival::unchanged, Arrival::unchanged});
}

TEST_CASE("intake: a file that was moved or renamed takes its source along") {
  Example example;
  example.folder.write("arkiv/a.pdf", "A");
  example.run();
  fs::create_directories(example.root() / "2024");
  fs::rename(example.root() / "a.pdf", example.root() / "2024/protokoll.pdf");
  CHECK(example.run() == Arrivals{Arrival::moved});
  CHECK(example.missing == 0);
  CHECK_FALSE(example.archive.find_path((example.root() / "a.pdf").string()));
}

TEST_CASE("intake: a file that is gone is marked once, and what was read of it stays") {
  Example example;
  const auto file = example.folder.write("arkiv/a.pdf", "A");
  example.folder.write("arkiv/b.pdf", "B");
  example.run();
  fs::remove(file);
  example.run();
  CHECK(example.missing == 1);
  const auto entry = example.archive.find_path((example.root() / "a.pdf").string());
  REQUIRE(entry);
  CHECK(entry->status == PathStatus::missing);
  CHECK(example.archive.sources().size() == 2);
  example.run();
  CHECK(example.missing == 0);
  example.folder.write("arkiv/a.pdf", "A");
  CHECK(example.run().front() == Arrival::unchanged);
  CHECK(example.archive.find_path(entry->path)->status == PathStatus::unchanged);
}

TEST_CASE("intake: a file that may still be copied waits, one with a time to come does not") {
  Example example;
  const auto file = example.folder.write("arkiv/a.pdf", "A");
  CHECK(example.run(std::chrono::seconds(60)) == Arrivals{Arrival::waiting});
  fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::hours(24));
  CHECK(example.run(std::chrono::seconds(60)) == Arrivals{Arrival::to_read});
}

TEST_CASE("intake: other bytes under a known path are told as a change") {
  Example example;
  example.folder.write("arkiv/a.pdf", "A");
  example.run();
  example.folder.write("arkiv/a.pdf", "AB");
  Intake intake(example.archive, {"r", "u", "s"}, std::chrono::seconds(0), 0);
  discover(
      example.root(), [&](const FoundFile& file) { CHECK(intake.take_in(file).changed); },
      [](const Error&) {});
}

TEST_CASE("intake: what was forgotten is not brought back") {
  Example example;
  example.folder.write("arkiv/a.pdf", "A");
  example.run();
  forget(example.archive, example.archive.sources().front().id, Comeback::barred);
  CHECK(example.run() == Arrivals{Arrival::forgotten});
  CHECK(example.archive.sources().empty());
  CHECK_FALSE(example.archive.find_path((example.root() / "a.pdf").string()));
}
