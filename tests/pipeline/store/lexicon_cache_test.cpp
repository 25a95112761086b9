#include "pipeline/store/lexicon_cache.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "pipeline/store/lexicon.h"
#include "sample_archive.h"

namespace diarium {
namespace {

void write_dictionary(const TemporaryFolder& folder, const std::string& words) {
  std::ofstream(folder / "sv.aff") << "SET UTF-8\n";
  std::ofstream(folder / "sv.dic") << words;
}

}  // namespace

TEST_CASE("lexicon cache: is made once, and anew for another dictionary") {
  const TemporaryFolder folder;
  const std::string dictionary = (folder / "sv").string();
  write_dictionary(folder, "1\nskog\n");
  CHECK_FALSE(LexiconCache(dictionary, folder / "cache").is_mapped());
  const LexiconCache second(dictionary, folder / "cache");
  CHECK(second.is_mapped());
  CHECK(Lexicon(second.image()).find("skog").word);
  write_dictionary(folder, "1\nskola\n");
  const LexiconCache third(dictionary, folder / "cache");
  CHECK_FALSE(third.is_mapped());
  CHECK(Lexicon(third.image()).find("skola").word);
}

TEST_CASE("lexicon cache: what the package has made is taken as it is") {
  const TemporaryFolder folder;
  const std::string dictionary = (folder / "sv").string();
  write_dictionary(folder, "1\nskog\n");
  CHECK_FALSE(LexiconCache(dictionary, folder / "installed", {}).is_mapped());
  CHECK(LexiconCache(dictionary, folder / "own", folder / "installed").is_mapped());
  CHECK_FALSE(std::filesystem::exists(folder / "own"));
  write_dictionary(folder, "1\nskola\n");  // the dictionary has been brought up to date since
  CHECK_FALSE(LexiconCache(dictionary, folder / "own", folder / "installed").is_mapped());
  CHECK(LexiconCache(dictionary, folder / "own", folder / "installed").is_mapped());
}

TEST_CASE(
    "lexicon cache: a broken file is made anew, and where none can be written there is none") {
  const TemporaryFolder folder;
  const std::string dictionary = (folder / "sv").string();
  write_dictionary(folder, "1\nskog\n");
  CHECK_FALSE(LexiconCache(dictionary, folder / "cache").image().empty());
  for (const auto& file : std::filesystem::directory_iterator(folder / "cache")) {
    std::filesystem::resize_file(file.path(), 20);
  }
  CHECK_FALSE(LexiconCache(dictionary, folder / "cache").is_mapped());
  CHECK(LexiconCache(dictionary, folder / "cache").is_mapped());
  CHECK_FALSE(LexiconCache(dictionary, folder / "sv.aff").is_mapped());  // a file, no folder
  CHECK_FALSE(LexiconCache(dictionary, {}).is_mapped());
  CHECK_THROWS_AS(LexiconCache("/no/such/dictionary", {}), std::runtime_error);
}

}  // namespace diarium
