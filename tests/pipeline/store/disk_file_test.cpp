#include "pipeline/store/disk_file.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "sample_archive.h"

namespace diarium {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file).rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("disk file: a file is replaced whole, and nothing stays aside") {
  const TemporaryFolder folder;
  write_whole_file(folder / "report.json", "old");
  write_whole_file(folder / "report.json", "new");
  CHECK(content_of(folder / "report.json") == "new");
  CHECK_FALSE(std::filesystem::exists(folder / "report.json.part"));
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
