#include "pipeline/ocr/stray_marks.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

Word word(const std::string& text, const Rect& box) {
  return {.text = text, .box = box};
}

std::vector<std::string> kept(const std::vector<Word>& words) {
  std::vector<std::string> texts;
  for (const Word& left : without_stray_marks(words, 595)) texts.push_back(left.text);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("stray marks: a ring read above a large word goes") {
  CHECK(kept({word("o", {130, 94, 135, 98}), word("Ansokan", {100, 100, 180, 116})}) ==
        Texts{"Ansokan"});
}

TEST_CASE(
    "stray marks: small letters within a large word are parts of it, a raised number is none") {
  Word title = word("ansökan", {100, 100, 180, 116});
  title.size = 18;
  Word dots = word("DE", {130, 101, 136, 103});
  dots.size = 5.5;
  Word number = word("1", {172, 100, 176, 106});
  number.size = 9;
  number.style.superscript = true;
  CHECK(kept({title, dots, number}) == Texts{"ansökan", "1"});
}

TEST_CASE("stray marks: a row of dots above large letters that was read as flat letters goes") {
  Word title = word("Ängelns", {63, 414.4, 133, 431});
  title.size = 22;
  Word dots = word("PN", {66, 411.8, 72, 414});
  dots.size = 8.9;
  Word label = word("Nr", {66, 403, 76, 409});
  label.size = 9;
  CHECK(kept({label, dots, title}) == Texts{"Nr", "Ängelns"});
}

TEST_CASE("stray marks: a line of dots to sign on that was read as letters is dots again") {
  std::vector<Word> words{
      word("Sekreterare", {60, 100, 120, 110}), word("eseoseossessrns", {160, 108, 250, 110}),
      word("nsnn", {250, 108, 300, 110}), word("Paragrafer", {310, 100, 360, 110}),
      word("Enoksson", {160, 112, 210, 122})};
  const std::vector<std::string> sure = kept(words);
  CHECK(sure[1] == "eseoseossessrns");  // a word whose box is wrong
  words[1].confidence = words[2].confidence = 0;
  CHECK(kept(words) == Texts{"Sekreterare", "......", "Paragrafer", "Enoksson"});
  CHECK(without_stray_marks(words, 595)[1].box == Rect{160, 108, 300, 110});
  CHECK(without_stray_marks(words, 595)[1].raw == "eseoseossessrns nsnn");
}

TEST_CASE("stray marks: what is guessed to stand on a line of dots is more of its dots") {
  std::vector<Word> words{
      word("Ordförande", {60, 100, 120, 110}),  word("eseoseossessrns", {160, 108, 250, 110}),
      word("rnnnn", {200, 98, 225, 114}),       word("Ek", {226, 98, 248, 110}),
      word("Paragrafer", {310, 100, 360, 110}), word("Lidström", {160, 112, 210, 122})};
  words[1].confidence = 0.1;
  words[2].confidence = 0.1;
  words[3].confidence = 0.9;
  CHECK(kept(words) == Texts{"Ordförande", "......", "Ek", "Paragrafer", "Lidström"});
  CHECK(without_stray_marks(words, 595)[1].raw == "eseoseossessrns rnnnn");
}

TEST_CASE("stray marks: dashes, numbers and words of their own stay") {
  // A dash between two words stands beside them.
  CHECK(kept({word("2019", {100, 100, 130, 112}), word("-", {133, 105, 138, 107}),
              word("2020", {141, 100, 170, 112})}) == Texts{"2019", "-", "2020"});
  // A row of text above another is as high as it.
  CHECK(kept({word("o", {130, 86, 137, 98}), word("Ansökan", {100, 100, 180, 116})}) ==
        Texts{"o", "Ansökan"});
}

TEST_CASE("stray marks: specks apart from words and the shadow of the paper's edge go") {
  Word speck = word("*", {507, 104, 508.4, 105.5});
  speck.size = 11;
  Word stop = word(".", {181, 110, 182, 111});
  stop.size = 11;
  Word edge = word("|", {0, 700, 1.9, 716});
  edge.size = 21;
  CHECK(kept({word("Ansökan", {100, 100, 180, 112}), stop, speck, edge}) == Texts{"Ansökan", "."});
}
