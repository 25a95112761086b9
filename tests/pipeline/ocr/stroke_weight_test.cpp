#include "pipeline/ocr/stroke_weight.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/stem_thickness.h"

using namespace diarium;

namespace {

/// A line of print and the words of it that are read.
struct ReadLine {
  PrintedLine line;
  std::vector<std::string> texts;
};

std::vector<ReadWord> words_of(const std::vector<ReadLine>& lines, const ScanLook& look) {
  std::vector<PrintedLine> printed;
  for (const ReadLine& line : lines) printed.push_back(line.line);
  const Image grey = to_grey_image(drawn_page(printed, look));
  const double x = look.dpi_x / kPointsPerInch;
  const double y = look.dpi_y / kPointsPerInch;
  std::vector<ReadWord> words;
  for (const auto& [line, texts] : lines) {
    for (const std::string& text : texts) {
      const Rect box = printed_box(line, text);
      const Rect pixels{box.left * x, box.top * y, box.right * x, box.bottom * y};
      words.push_back({.word = {.text = text,
                                .box = box,
                                .baseline = line.baseline,
                                .size = line.size,
                                .confidence = 0.9},
                       .pixels = pixels,
                       .pixels_size = line.size * y,
                       .stems = stem_thickness(grey, pixels, line.size * x)});
    }
  }
  return words;
}

std::string bold_words(const std::vector<ReadLine>& lines, const ScanLook& look = {}) {
  std::string bold;
  for (const ReadWord& word : with_bold_marked(words_of(lines, look))) {
    if (word.word.style.bold) bold += (bold.empty() ? "" : " ") + word.word.text;
  }
  return bold;
}

/// Two lines of text.
std::vector<ReadLine> text_in(const char* family) {
  return {{{.text = "Programmet anger hur kommunen ska få fram nya bostäder under året",
            .family = family},
           {"Programmet", "anger", "hur", "kommunen", "ska", "fram", "bostäder"}},
          {{.text = "och hur förvaltningen varje år redovisar arbetet för nämnden",
            .baseline = 70,
            .family = family},
           {"förvaltningen", "varje", "redovisar", "arbetet"}}};
}

std::string bold_words(const std::string& markup, const std::vector<std::string>& texts,
                       const char* family, const ScanLook& look = {}) {
  std::vector<ReadLine> lines = text_in(family);
  lines.push_back({{.text = markup, .baseline = 90, .family = family}, texts});
  return bold_words(lines, look);
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

TEST_CASE("stroke weight: inserted words are told from regular ones on a fax") {
  const ScanLook fax{.dpi_x = 204, .dpi_y = 98};
  CHECK(bold_words("Kommunen ska <b>aktivt köpa</b> mark nära tätorten",
                   {"Kommunen", "ska", "aktivt", "köpa", "mark", "nära", "tätorten"},
                   "Liberation Sans", fax) == "aktivt köpa");
}

TEST_CASE("stroke weight: a small word goes with the bold line that it stands in") {
  CHECK(bold_words("<b>Ansökan om bidrag</b> i <b>Almvik</b>",
                   {"Ansökan", "om", "bidrag", "i", "Almvik"},
                   "Liberation Serif") == "Ansökan om bidrag i Almvik");
}

TEST_CASE("stroke weight: a large heading in the regular face and small print are not bold") {
  std::vector<ReadLine> lines = text_in("Liberation Serif");
  lines.push_back(
      {{.text = "Ansökan om bidrag", .baseline = 100, .size = 20}, {"Ansökan", "om", "bidrag"}});
  lines.push_back(
      {{.text = "Postadress Telefon", .baseline = 130, .size = 8}, {"Postadress", "Telefon"}});
  CHECK(bold_words(lines).empty());
}

TEST_CASE("stroke weight: on a page whose bold headings are most of the print they are bold") {
  CHECK(bold_words({{{.text = "<b>Vägar till arbete i Almvik</b>", .size = 20},
                     {"Vägar", "till", "arbete", "Almvik"}},
                    {{.text = "<b>Postadress Besöksadress Telefon</b>", .baseline = 80},
                     {"Postadress", "Besöksadress", "Telefon"}},
                    {{.text = "Storgatan Lindsäter kommunen förvaltningen", .baseline = 100},
                     {"Storgatan", "Lindsäter", "kommunen", "förvaltningen"}}}) ==
        "Vägar till arbete Almvik Postadress Besöksadress Telefon");
}

TEST_CASE("stroke weight: what was read in dots or dirt says nothing about the page's faces") {
  std::vector<ReadWord> words = words_of(text_in("Liberation Serif"), {});
  for (int i = 0; i < 20; ++i) {
    ReadWord dirt = words.front();
    dirt.word.confidence = 0.2;
    dirt.word.text = "sesssessrs";
    dirt.stems /= 2;
    words.insert(words.begin(), dirt);
  }
  words = with_bold_marked(words);
  CHECK(std::none_of(words.begin(), words.end(),
                     [](const ReadWord& word) { return word.word.style.bold; }));
}

TEST_CASE("stroke weight: what a pen wrote is thick, but no bold type") {
  std::vector<ReadLine> lines = text_in("Liberation Serif");
  lines.push_back({{.text = "<b>Maja Lindgren</b>", .baseline = 100}, {"Maja", "Lindgren"}});
  std::vector<ReadWord> words = words_of(lines, {});
  for (ReadWord& word : words) {
    if (word.word.baseline == 100) word.word.confidence = 0.4;
  }
  words = with_bold_marked(words);
  CHECK_FALSE(words.back().word.style.bold);
}

TEST_CASE("stroke weight: a line of capitals is bold though its type was taken for larger") {
  std::vector<ReadLine> lines = text_in("Liberation Sans");
  lines.push_back({{.text = "<b>ALMVIKS KOMMUN</b>", .baseline = 90, .family = "Liberation Sans"},
                   {"ALMVIKS", "KOMMUN"}});
  std::vector<ReadWord> words = words_of(lines, {});
  for (ReadWord& word : words) {
    if (word.word.text == "ALMVIKS" || word.word.text == "KOMMUN") word.pixels_size *= 1.5;
  }
  words = with_bold_marked(words);
  CHECK(words.back().word.style.bold);
}

TEST_CASE("stroke weight: a page of a few words says nothing") {
  CHECK(bold_words({{{.text = "<b>Beslut</b>"}, {"Beslut"}}}).empty());
  CHECK(with_bold_marked({}).empty());
}
