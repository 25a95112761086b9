#include "pipeline/store/irregular_words.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <vector>

#include "pipeline/store/analyser.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

using Family = std::vector<std::string>;

std::vector<Family> families() {
  std::ifstream file(source_folder() / "tests/pipeline/store/word_families.txt");
  std::vector<Family> families;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    families.emplace_back(std::istream_iterator<std::string>(words),
                          std::istream_iterator<std::string>());
  }
  return families;
}

}  // namespace

TEST_CASE("irregular words: a word finds all of its forms") {
  Analyser analyser;
  if (analyser.dictionary().empty()) {
    std::cout << "skipped: no hunspell-sv\n";
    return;
  }
  std::size_t words = 0;
  for (const Family& family : families()) {
    const std::string entry = ' ' + analyser.stem(family.front()) + ' ';
    for (const std::string& form : family) {
      CAPTURE(form, entry);
      CHECK((' ' + std::string(analyser.tokens_of(form)) + ' ').find(entry) != std::string::npos);
    }
    ++words;
  }
  CHECK(words > 300);
}

TEST_CASE("irregular words: a form of two words is found by both, and asks for one") {
  Analyser analyser;
  if (analyser.dictionary().empty()) return;
  CHECK(analyser.tokens_of("händer") == "hand =händer händ");
  CHECK(analyser.stem("händer") == analyser.stem("hand"));
  CHECK(analyser.stem("steg") != analyser.stem("stiga"));
  CHECK(other_words_of("satt") == std::vector<std::string>{"sitta", "sätta"});
  CHECK(other_words_of("översteg") == std::vector<std::string>{"överstiga"});
  CHECK(other_words_of("beslut").empty());
}

TEST_CASE("irregular words: other words keep apart from them") {
  Analyser analyser;
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"förslagen", "föreslå"}, {"var", "vår"},       {"fåren", "få"},       {"skall", "skola"},
      {"val", "välja"},         {"slag", "slå"},      {"band", "binda"},     {"steg", "stiga"},
      {"bort", "böra"},         {"åt", "äta"},        {"allmän", "man"},     {"modern", "moder"},
      {"uppdrag", "uppdra"},    {"drog", "dra"},      {"avdragen", "avdra"}, {"lag", "lägga"},
      {"personer", "son"},      {"kalender", "land"},
  };
  for (const auto& [one, other] : pairs) {
    CAPTURE(one, other);
    CHECK(analyser.stem(one) != analyser.stem(other));
  }
}

TEST_CASE("irregular words: a form of a verb is no part of a compound") {
  CHECK(regular_form("såg", FormOf::word) == "se");
  CHECK(regular_form("såg", FormOf::part) == std::nullopt);
  CHECK(regular_form("städer", FormOf::part) == "stad");
  CHECK(regular_form("beslut", FormOf::word) == std::nullopt);
}

TEST_CASE("irregular words: plurals with another vowel end compounds") {
  CHECK(with_singular_ending("tjänstemän") == "tjänsteman");
  CHECK(with_singular_ending("nämndledamöter") == "nämndledamot");
  CHECK(with_singular_ending("skogsbränder") == "skogsbrand");
  CHECK(with_singular_ending("allmän") == "allmän");
  CHECK(with_singular_ending("bilaga") == "bilaga");
}

}  // namespace diarium
