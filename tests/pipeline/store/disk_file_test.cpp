#include "pipeline/store/disk_file.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "sample_archive.h"

namespace diarium {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file).rdbuf();
  return out.str();
}

std::ptrdiff_t files_in(const TemporaryFolder& folder) {
  return std::distance(std::filesystem::directory_iterator(folder / ""),
                       std::filesystem::directory_iterator());
}

}  // namespace

TEST_CASE("disk file: a file is replaced whole, and nothing stays aside") {
  const TemporaryFolder folder;
  write_whole_file(folder / "report.json", "old");
  write_whole_file(folder / "report.json", "new");
  CHECK(content_of(folder / "report.json") == "new");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("disk file: what a killed process left aside goes, what a living one writes stays") {
  const TemporaryFolder folder;
  const pid_t gone = ::fork();
  if (gone == 0) ::_exit(0);
  ::waitpid(gone, nullptr, 0);
  const std::string killed = std::to_string(gone);
  const std::string living = std::to_string(::getpid());
  for (const std::string& name :
       {"page.jsonl." + killed + ".part", "page.jsonl." + living + ".part",
        "film.iso." + killed + ".part", "page.jsonl." + killed, std::string("page.jsonl.x.part")}) {
    std::ofstream(folder / name) << "half";
  }
  remove_left_aside(folder / "", ".jsonl");
  CHECK(files_in(folder) == 4);
  CHECK_FALSE(std::filesystem::exists(folder / ("page.jsonl." + killed + ".part")));
  remove_left_aside(folder / "no such folder", ".jsonl");
}

TEST_CASE("disk file: what fails half way leaves the old file and nothing else") {
  const TemporaryFolder folder;
  write_whole_file(folder / "report.json", "old");
  const auto fail = [](std::ostream& out) {
    out << "half";
    throw std::runtime_error("no more");
  };
  CHECK_THROWS_WITH(write_whole_file(folder / "report.json", fail), "no more");
  CHECK(content_of(folder / "report.json") == "old");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("disk file: a stream that went bad is an error that names the file") {
  const TemporaryFolder folder;
  const auto break_off = [](std::ostream& out) { out.setstate(std::ios::badbit); };
  CHECK_THROWS_WITH(write_whole_file(folder / "report.json", break_off),
                    Catch::Matchers::Contains("report.json"));
  CHECK(files_in(folder) == 0);
}

TEST_CASE("disk file: what can't be written is named") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(write_whole_file(folder / "no/such/report.json", "x"),
                    Catch::Matchers::Contains("no/such/report.json"));
}

TEST_CASE("disk file: the sha256 of a file is that of its bytes") {
  const TemporaryFolder folder;
  write_whole_file(folder / "a", "abc");
  CHECK(sha256_of_own_file(folder / "a") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace diarium
