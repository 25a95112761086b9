#include "pipeline/store/lexicon.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "sample_archive.h"

namespace diarium {
namespace {

/// The lexicon of a dictionary of a few words, written as hunspell's is.
class SmallLexicon {
 public:
  SmallLexicon() {
    std::ofstream(folder_ / "sv.aff") << "SFX A Y 2\nSFX A 0 en [^e]\nSFX A 0 n e\n"
                                         "SFX z Y 1\nSFX z a 0/WXZ a\nSFX B Y 1\nSFX B a en a\n";
    std::ofstream(folder_ / "sv.dic")
        << "9\nskog/AXY\nskola/zY\nås/AY\nEk/AXY\nfel/%A\ngata\ngatu/XZ\navtal/A\navtala/B\n";
    image_ = build_lexicon((folder_ / "sv").string());
  }
  [[nodiscard]] Lexicon lexicon() const { return Lexicon(image_); }

 private:
  TemporaryFolder folder_;
  std::string image_;
};

}  // namespace

TEST_CASE("lexicon: forms come from words and their endings") {
  const SmallLexicon small;
  const Lexicon lexicon = small.lexicon();
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
  const SmallLexicon small;
  const Lexicon lexicon = small.lexicon();
  CHECK(lexicon.find("ek").word);
  CHECK_FALSE(lexicon.find("ek").first);
  CHECK_FALSE(lexicon.find("ek").last);
}

TEST_CASE("lexicon: a form is found without its dots") {
  const SmallLexicon small;
  const Lexicon lexicon = small.lexicon();
  CHECK(lexicon.unfolded("as", {.word = true}) == "ås");
  CHECK(lexicon.unfolded("asen", {.last = true}) == "åsen");
  CHECK(lexicon.unfolded("as", {.first = true}).empty());
  CHECK(without_dots("åäöéx") == "aaoéx");
}

TEST_CASE("lexicon: a form has the entry that it lengthens as its lemma") {
  const SmallLexicon small;
  const Lexicon lexicon = small.lexicon();
  CHECK(lexicon.lemma_of("avtalen") == "avtal");
  CHECK(lexicon.lemma_of("avtala") == "avtala");
  CHECK(lexicon.lemma_of("skol") == "skola");
  CHECK(lexicon.lemma_of("okänt") == "okänt");
}

TEST_CASE("lexicon: bytes that are no image are refused") {
  CHECK_FALSE(is_lexicon(""));
  CHECK_FALSE(is_lexicon(std::string(1'000, 'x')));
  CHECK_THROWS_AS(Lexicon("DIARLEX2"), std::runtime_error);
}

}  // namespace diarium
