#include "pipeline/store/lexicon_image.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <stdexcept>

#include "sample_archive.h"

namespace diarium {

TEST_CASE("lexicon image: a dictionary that is not there is an error") {
  CHECK_THROWS_AS(build_lexicon("/no/such/dictionary"), std::runtime_error);
  CHECK(dictionary_hash("/no/such/dictionary") == 0);
}

TEST_CASE("lexicon image: another word makes another hash") {
  const TemporaryFolder folder;
  const std::string path = (folder / "sv").string();
  std::ofstream(path + ".aff") << "SET UTF-8\n";
  std::ofstream(path + ".dic") << "1\nskog\n";
  const std::uint64_t before = dictionary_hash(path);
  std::ofstream(path + ".dic") << "1\nskag\n";
  CHECK(before != 0);
  CHECK(dictionary_hash(path) != before);
}

TEST_CASE("lexicon image: letters lose their dots as a scanner loses them") {
  CHECK(without_dots("åäöéx") == "aaoéx");
}

}  // namespace diarium
