#include "pipeline/publish/whole_file.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tests/pipeline/publish/sample_contents.h"

using namespace diarium;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t files_in(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

}  // namespace

TEST_CASE("whole file: replaces what stood there, in folders that it makes") {
  const EmptyFolder folder;
  const fs::path file = folder.path() / "a" / "b.txt";
  write_whole_file(file, [](std::ostream& out) { out << "first, and longer"; });
  write_whole_file(file, [](std::ostream& out) { out << "second"; });
  CHECK(content_of(file) == "second");
  CHECK(files_in(folder.path() / "a") == 1);
}

TEST_CASE("whole file: what fails half way leaves the old file and nothing else") {
  const EmptyFolder folder;
  const fs::path file = folder.path() / "b.txt";
  write_whole_file(file, [](std::ostream& out) { out << "old"; });
  const auto fail = [](std::ostream& out) {
    out << "half";
    throw std::runtime_error("no more");
  };
  CHECK_THROWS_AS(write_whole_file(file, fail), std::runtime_error);
  CHECK(content_of(file) == "old");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("whole file: a stream that went bad is an error that names the file") {
  const EmptyFolder folder;
  const fs::path file = folder.path() / "b.txt";
  const auto break_off = [](std::ostream& out) { out.setstate(std::ios::badbit); };
  CHECK_THROWS_WITH(write_whole_file(file, break_off), Catch::Contains("b.txt"));
  CHECK_FALSE(fs::exists(file));
}
