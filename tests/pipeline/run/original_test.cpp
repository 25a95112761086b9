#include "pipeline/run/original.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("original: a regular file is opened and read whole") {
  const TemporaryFolder folder;
  const auto file = open_original(folder.write("a.pdf", "bytes"));
  REQUIRE(file);
  CHECK(bytes_of_original(*file, 5).value() == "bytes");
  CHECK(bytes_of_original(*file, 4).error().code == ErrorCode::too_large);
}

TEST_CASE("original: a symbolic link is not followed, wherever on the path it stands") {
  const TemporaryFolder folder;
  folder.write("real/a.pdf", "bytes");
  std::filesystem::create_symlink(folder.path() / "real", folder.path() / "folder_link");
  std::filesystem::create_symlink(folder.path() / "real/a.pdf", folder.path() / "file_link");
  for (const auto* const path : {"folder_link/a.pdf", "file_link"}) {
    const auto file = open_original(folder.path() / path);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::unreadable);
  }
}

TEST_CASE("original: pipes, folders and devices are refused without waiting") {
  const TemporaryFolder folder;
  ::mkfifo((folder.path() / "pipe").c_str(), 0600);
  CHECK_FALSE(open_original(folder.path() / "pipe"));
  CHECK_FALSE(open_original(folder.path()));
  CHECK_FALSE(open_original("/dev/zero"));
  CHECK_FALSE(open_original(folder.path() / "not there"));
}

TEST_CASE("original: a file without bytes is empty") {
  const TemporaryFolder folder;
  const auto file = open_original(folder.write("a.pdf", ""));
  REQUIRE(file);
  CHECK(bytes_of_original(*file, 5).error().code == ErrorCode::empty);
}
