#include "pipeline/run/sha256.h"

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("sha256: the known digest of abc, from memory and from a file") {
  const std::string known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(sha256_of("abc") == known);
  const TemporaryFolder folder;
  CHECK(*sha256_of_file(folder.write("a.pdf", "abc")) == known);
}

TEST_CASE("sha256: what is no regular file is unreadable") {
  const TemporaryFolder folder;
  CHECK(sha256_of_file(folder.path()).error().code == ErrorCode::unreadable);
  CHECK(sha256_of_file(folder.path() / "gone.pdf").error().code == ErrorCode::unreadable);
  std::filesystem::create_symlink(folder.write("a.pdf", "abc"), folder.path() / "link.pdf");
  CHECK(sha256_of_file(folder.path() / "link.pdf").error().code == ErrorCode::unreadable);
}
