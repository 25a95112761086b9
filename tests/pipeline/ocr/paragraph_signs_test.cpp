#include "pipeline/ocr/paragraph_signs.h"

#include <catch2/catch.hpp>
#include <string>

#include "typed_words.h"

using namespace diarium;

namespace {

std::string repaired(const std::string& page) {
  const std::vector<Word> words = words_of(page);
  const ParagraphSigns signs(words);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += (text.empty() ? "" : " ") + signs.sign_at(i).value_or(words[i].text);
  }
  return text;
}

}  // namespace

TEST_CASE("paragraph signs: a paragraph sign before a law or after a chapter") {
  CHECK(repaired("Enligt 29 kap. 9 $ skollagen") == "Enligt 29 kap. 9 § skollagen");
  CHECK(repaired("6 kap. 15 8 samma lag") == "6 kap. 15 § samma lag");
  CHECK(repaired("enligt 5 S kommunallagen") == "enligt 5 § kommunallagen");
  CHECK(repaired("$$ 12-14 direktjusteras") == "§§ 12-14 direktjusteras");
}

TEST_CASE("paragraph signs: a heading in running order begins with a paragraph sign") {
  CHECK(repaired("§ 41 Upprop\n8 42 Val av justerare\nS 43 Budget\n§ 44 Taxa") ==
        "§ 41 Upprop § 42 Val av justerare § 43 Budget § 44 Taxa");
}

TEST_CASE("paragraph signs: behind a day, a member, a body or a law a number is that of a §") {
  CHECK(repaired("antagna 2019-11-12, 8 131, samt") == "antagna 2019-11-12, § 131, samt");
  CHECK(repaired("antagen 2023-11-27,\n8 164.") == "antagen 2023-11-27, § 164.");
  CHECK(repaired("den 17 juni 2024, 8 14") == "den 17 juni 2024, § 14");
  CHECK(repaired("Eva Ek (C) 88 301-322, 324") == "Eva Ek (C) §§ 301-322, 324");
  CHECK(repaired("Bo Al (MP) 8 323") == "Bo Al (MP) § 323");
  CHECK(repaired("(KF 8 118/2021) enligt MBL S 19") == "(KF § 118/2021) enligt MBL § 19");
  for (const std::string page : {"Utfall KS 8 450", "Nämnden 8 12", "åren 2023, 8 ungdomar"}) {
    INFO(page);
    CHECK(repaired(page) == page);
  }
}

TEST_CASE(
    "paragraph signs: headings whose signs are all misread prove each other, or stand apart") {
  CHECK(repaired("8 311 Yttrande över motion\n8 312 Taxa för torghandel") ==
        "§ 311 Yttrande över motion § 312 Taxa för torghandel");
  CHECK(repaired("Budget\n\n8 311 Yttrande över motion") == "Budget § 311 Yttrande över motion");
  for (const std::string& page : std::vector<std::string>{
           "Budget\n8 450 Kronor", "Budget\n\n8 2024 Budget", "Budget\n\n8 450 kronor"}) {
    INFO(page);
    std::string same;
    for (const Word& word : words_of(page)) same += (same.empty() ? "" : " ") + word.text;
    CHECK(repaired(page) == same);
  }
}
