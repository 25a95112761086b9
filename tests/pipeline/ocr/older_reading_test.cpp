#include "pipeline/ocr/older_reading.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>
#include <sstream>

namespace diarium {
namespace {

std::vector<Word> words_of(const std::string& text, double confidence) {
  std::vector<Word> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back({.text = word, .confidence = confidence});
  return words;
}

bool is_word(const std::string& word) {
  static const std::vector<std::string> kKnown = {"kommunstyrelsen", "godkänner", "förslaget",
                                                  "till", "budget"};
  return std::find(kKnown.begin(), kKnown.end(), word) != kKnown.end();
}

const std::string kRight = "Kommunstyrelsen godkänner förslaget till budget. Dnr 2024-00012";
const std::string kWrong = "Kommunstyre1sen godkénner förslagel lill budget. Dnr 2024-00012";

}  // namespace

TEST_CASE("older reading: the reading with more words of the language stands") {
  CHECK(older_reading_stands(words_of(kRight, 1), words_of(kWrong, 0.7), is_word));
  CHECK_FALSE(older_reading_stands(words_of(kWrong, 1), words_of(kRight, 0.7), is_word));
  CHECK_FALSE(older_reading_stands(words_of(kRight, 1), words_of(kRight, 0.7), is_word));
}

TEST_CASE("older reading: a reading of our own that is sure of itself stands") {
  CHECK_FALSE(older_reading_stands(words_of(kRight, 1), words_of(kWrong, 0.97), is_word));
}

TEST_CASE("older reading: a layer of a few words, or of half the page, is no match") {
  CHECK_FALSE(older_reading_stands(words_of("budget", 1), words_of("budgel", 0.5), is_word));
  CHECK_FALSE(
      older_reading_stands(words_of(kRight, 1), words_of(kWrong + ' ' + kWrong, 0.5), is_word));
  CHECK_FALSE(older_reading_stands({}, {}, is_word));
}

TEST_CASE("older reading: Swedish words are known with their endings") {
  if (!std::filesystem::exists("/usr/share/hunspell/sv_SE.dic")) {
    std::cout << "skipped: no dictionary (package hunspell-sv)\n";
    return;
  }
  for (const char* const word : {"kommun", "kommunens", "nämnden", "beslutet"})
    CHECK(swedish_words()(word));
  for (const char* const word : {"komnrun", "nårnnden", "bes1utet"})
    CHECK_FALSE(swedish_words()(word));
}

TEST_CASE("older reading: a word without the signs around it") {
  CHECK(bare_word("(Kopia:") == "kopia");
  CHECK(bare_word("e-post,") == "e-post");
  CHECK(bare_word("–").empty());
}

}  // namespace diarium
