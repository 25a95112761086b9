#include "pipeline/ocr/stroke_weight.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "models/unicode.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

/// The words of a line of plain text as they would be read.
std::vector<ReadWord> words_of(const PrintedLine& line, const std::vector<std::string>& texts) {
  std::vector<ReadWord> words;
  for (const std::string& text : texts) {
    const Rect box = printed_box(line, text);
    words.push_back({.word = {.text = text, .box = box, .baseline = line.baseline, .size = 12},
                     .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                                box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint},
                     .pixels_size = 12 * kPixelsPerPoint});
  }
  return words;
}

std::string bold_words(const std::string& markup, const std::vector<std::string>& texts,
                       const char* family) {
  const PrintedLine plain{
      .text = "Programmet anger hur kommunen ska få fram nya bostäder under året",
      .family = family};
  const PrintedLine second{.text = "och hur förvaltningen varje år redovisar arbetet för nämnden",
                           .baseline = 70,
                           .family = family};
  const PrintedLine marked{.text = markup, .baseline = 90, .family = family};
  const Image grey = to_grey_image(drawn_page({plain, second, marked}, {}));
  std::vector<ReadWord> words =
      words_of(plain, {"Programmet", "anger", "hur", "kommunen", "ska", "fram", "bostäder"});
  for (ReadWord& word : words_of(second, {"förvaltningen", "varje", "redovisar", "arbetet"}))
    words.push_back(std::move(word));
  for (ReadWord& word : words_of(marked, texts)) words.push_back(std::move(word));
  std::string bold;
  for (const ReadWord& word :
       with_bold_marked(words, Image(pixThresholdToBinary(grey.get(), 160)))) {
    if (word.word.style.bold) bold += (bold.empty() ? "" : " ") + word.word.text;
  }
  return bold;
}

}  // namespace

TEST_CASE("stroke weight: inserted words in bold stand out from those around them") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    CHECK(bold_words("Kommunen ska <b>aktivt köpa</b> mark nära tätorten",
                     {"Kommunen", "ska", "aktivt", "köpa", "mark", "nära", "tätorten"},
                     family) == "aktivt köpa");
  }
}

TEST_CASE("stroke weight: italic and capital letters are not bold") {
  for (const char* family : {"Liberation Serif", "Liberation Sans"}) {
    INFO(family);
    CHECK(bold_words("KOMMUNEN ska <i>aktivt köpa</i> mark",
                     {"KOMMUNEN", "ska", "aktivt", "köpa", "mark"}, family)
              .empty());
  }
}

TEST_CASE("stroke weight: a capital I alone is no bold word, amid bold ones it is") {
  CHECK(bold_words("I Almvik ska alla barn ha tillit",
                   {"I", "Almvik", "ska", "alla", "barn", "ha", "tillit"}, "Caladea")
            .empty());
  CHECK(bold_words("<b>I Almvik</b> ska alla barn ha tillit",
                   {"I", "Almvik", "ska", "alla", "barn", "ha", "tillit"},
                   "Liberation Serif") == "I Almvik");
}

TEST_CASE("stroke weight: a page of a few words says nothing") {
  const PrintedLine line{.text = "<b>Beslut</b>"};
  const Image grey = to_grey_image(drawn_page({line}, {}));
  const auto words =
      with_bold_marked(words_of(line, {"Beslut"}), Image(pixThresholdToBinary(grey.get(), 160)));
  CHECK_FALSE(words.front().word.style.bold);
  CHECK(with_bold_marked({}, nullptr).empty());
}
