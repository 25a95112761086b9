#include "pipeline/store/lexicon.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "sample_archive.h"

namespace diarium {
namespace {

/// A dictionary of a few words, written as hunspell's is.
class SmallDictionary {
 public:
  SmallDictionary() {
    std::ofstream(folder_ / "sv.aff") << "SFX A Y 2\nSFX A 0 en [^e]\nSFX A 0 n e\n"
                                         "SFX z Y 1\nSFX z a 0/WXZ a\n";
    std::ofstream(folder_ / "sv.dic")
        << "7\nskog/AXY\nskola/zY\nås/AY\nEk/AXY\nfel/%A\ngata\ngatu/XZ\n";
  }
  [[nodiscard]] std::string path() const { return (folder_ / "sv").string(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("lexicon: forms come from words and their endings") {
  const Lexicon lexicon(SmallDictionary().path());
  CHECK(lexicon.find("skog").word);
  CHECK(lexicon.find("skog").first);
  CHECK(lexicon.find("skogen").word);
  CHECK(lexicon.find("skogen").last);
  CHECK_FALSE(lexicon.find("skogen").first);
  CHECK(lexicon.find("skogn").none());
  CHECK(lexicon.find("skol").first);
  CHECK_FALSE(lexicon.find("skol").word);
  CHECK(lexicon.base_of_first("skol") == "skola");
  CHECK(lexicon.base_of_first("skog") == "skog");
  CHECK(lexicon.base_of_first("gatu") == "gata");
  CHECK(lexicon.find("fel").none());
}

TEST_CASE("lexicon: a name stands alone") {
  const Lexicon lexicon(SmallDictionary().path());
  CHECK(lexicon.find("ek").word);
  CHECK_FALSE(lexicon.find("ek").first);
  CHECK_FALSE(lexicon.find("ek").last);
}

TEST_CASE("lexicon: a form is found without its dots") {
  const Lexicon lexicon(SmallDictionary().path());
  CHECK(lexicon.unfolded("as", {.word = true}) == "ås");
  CHECK(lexicon.unfolded("asen", {.last = true}) == "åsen");
  CHECK_FALSE(lexicon.unfolded("as", {.first = true}).has_value());
  CHECK(without_dots("åäöéx") == "aaoéx");
}

TEST_CASE("lexicon: a dictionary that is not there is an error") {
  CHECK_THROWS_AS(Lexicon("/no/such/dictionary"), std::runtime_error);
}

}  // namespace diarium
