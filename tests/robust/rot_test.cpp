// Bits that flip in the archive.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <random>

#include "night.h"
#include "pipeline/run/verify.h"
#include "pipeline/store/database.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

void flip_a_bit(const fs::path& file, std::size_t bit) {
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekg(static_cast<std::streamoff>(bit / 8));
  const int byte = bytes.get();
  bytes.seekp(static_cast<std::streamoff>(bit / 8));
  bytes.put(static_cast<char>(byte ^ (1 << (bit % 8))));
}

}  // namespace

TEST_CASE("row 13: verify finds every flipped bit that changes a record") {
  const TemporaryFolder folder;
  write_good(folder, 8);
  const fs::path whole = folder.path() / "a.db";
  night({folder.path() / "arkiv"}, whole);
  { Archive::open(whole).database().execute("PRAGMA wal_checkpoint(TRUNCATE)"); }
  const std::string before = everything_in(whole);
  const fs::path copy = folder.path() / "copy.db";
  std::mt19937_64 random(11);
  int changing = 0;
  int found = 0;
  const int flips = times(40, 1000);
  for (int flip = 0; flip < flips; ++flip) {
    for (const char* const ending : {"-wal", "-shm"}) fs::remove(copy.string() + ending);
    fs::copy_file(whole, copy, fs::copy_options::overwrite_existing);
    flip_a_bit(copy, random() % (fs::file_size(whole) * 8));
    bool changed = true;
    try {
      changed = everything_in(copy) != before;
    } catch (const std::exception&) {
      changed = true;
    }
    bool told = true;
    try {
      told = !verify(Archive::open_to_check(copy), {}, {}).faults.empty();
    } catch (const std::exception&) {
      told = true;  // a damage that keeps it from being opened is told, too
    }
    if (changed) ++changing;
    if (changed && told) ++found;
  }
  CHECK(found == changing);
  tell_row(13, fmt::format("{} flips, {} changed an answer, {} of these told by verify", flips,
                           changing, found));
}
