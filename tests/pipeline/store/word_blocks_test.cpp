#include "pipeline/store/word_blocks.h"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {
namespace {

using Words = std::vector<std::string>;

Words found(Database& database, std::size_t letters, std::u32string_view wanted, int most_bits) {
  Words words;
  find_in_blocks(database, letters, letters_in(wanted), most_bits,
                 [&words](std::string_view word) { words.emplace_back(word); });
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

TEST_CASE("word blocks: each edit of a word changes at most two bits") {
  const std::uint64_t bits = letters_in(U"skolskjuts");
  for (const std::u32string edited :
       {U"skolskjut", U"skolskjutss", U"skolskjats", U"skolksjuts", U"skålskjuts"}) {
    CHECK(std::popcount(bits ^ letters_in(edited)) <= 2);
  }
  CHECK(letters_in(U"aab") != letters_in(U"ab"));
}

TEST_CASE(
    "word blocks: words are found by the letters that they share, whole and by their length") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  Database& database = archive.database();
  put_in_blocks(database, 5, {"skola", "åsnan"});
  put_in_blocks(database, 5, {"skåla", "grind"});
  put_in_blocks(database, 6, {"skolan"});
  CHECK(found(database, 5, U"skola", 0) == Words{"skola"});
  CHECK(found(database, 5, U"skala", 2) == Words{"skola", "skåla"});
  CHECK(found(database, 5, U"asnan", 0) == Words{"åsnan"});
  CHECK(found(database, 6, U"skola", 2) == Words{"skolan"});
  CHECK(found(database, 7, U"skola", 64).empty());
}

TEST_CASE("word blocks: as many words as there are, put in one by one or at once") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  Database& database = archive.database();
  Words words;
  for (int i = 0; i < 1'000; ++i) words.push_back("ord" + std::to_string(1'000 + i));
  put_in_blocks(database, 7, words);
  CHECK(found(database, 7, U"", 64) == words);
  for (int i = 0; i < 300; ++i) {
    words.push_back("ord" + std::to_string(5'000 + i));
    put_in_blocks(database, 7, {words.back()});
  }
  CHECK(found(database, 7, U"", 64) == words);
}

}  // namespace diarium
