#include "pipeline/ocr/raised_marks.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/image.h"

using namespace diarium;

namespace {

std::vector<RaisedMark> marks_on(const std::string& markup, const char* family,
                                 const ScanLook& look = {.height = 80}, Print print = Print::fine) {
  const Raster raster = drawn_page({{.text = markup, .family = family}}, look);
  const Image grey = to_grey_image(raster);
  return find_raised_marks(InkPieces(Image(pixThresholdToBinary(grey.get(), 160))), print);
}

}  // namespace

TEST_CASE("raised marks: small raised digits beside words") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    for (const std::string& markup :
         std::vector<std::string>{"Nämnden har hört samhället" + raised("1") + " och dess kyrkor",
                                  "i hela kommunen." + raised("14"),
                                  "(enligt utredningen)" + raised("3") + ", som blev klar",
                                  "”så långt möjligt”" + raised("2")}) {
      INFO(markup);
      const auto marks = marks_on(markup, family);
      REQUIRE(marks.size() == 1);
      CHECK_FALSE(marks.front().opens);
      CHECK(marks.front().baseline == Approx(50 * 200 / 72.0).margin(2));
    }
  }
}

TEST_CASE("raised marks: small raised digits amid numbers, which are as high as capitals") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    CHECK(marks_on("är 4,2 · 10" + raised("6") + " kWh mot 3,9 · 10" + raised("6") + " kWh i fjol",
                   family)
              .size() == 2);
    CHECK(marks_on("av 1 930 000 m" + raised("2") + ". Det", family).size() == 1);
    CHECK(marks_on("medeltal 850 m" + raised("2") + ", 38 per elev", family).size() == 1);
  }
}

TEST_CASE("raised marks: on coarse print signs are sought amid letters only") {
  const ScanLook look{.height = 80};
  const std::string amid_digits = "av 1 930 000 m" + raised("2") + ". Det";
  CHECK(marks_on(amid_digits, "Liberation Serif", look, Print::coarse).empty());
  const std::string amid_letters = "har hört samhället" + raised("1") + " och dess kyrkor";
  CHECK(marks_on(amid_letters, "Liberation Serif", look, Print::coarse).size() == 1);
}

TEST_CASE("raised marks: a digit before a note opens it") {
  const auto marks = marks_on(raised("7") + " Statens offentliga utredningar", "Liberation Serif");
  REQUIRE(marks.size() == 1);
  CHECK(marks.front().opens);
}

TEST_CASE("raised marks: a number between the lines of the cell beside it is none") {
  for (const std::string number : {"112", "3114"}) {
    INFO(number);
    const Raster raster =
        drawn_page({{.text = number, .baseline = 56},
                    {.text = "2024-04-", .left = 90, .baseline = 50},
                    {.text = "03", .left = 90, .baseline = 63},
                    {.text = "Bygglov för ett garage", .left = 150, .baseline = 50},
                    {.text = "och ett mindre plank", .left = 150, .baseline = 63}},
                   {.height = 90});
    const Image grey = to_grey_image(raster);
    CHECK(find_raised_marks(InkPieces(Image(pixThresholdToBinary(grey.get(), 160))), Print::fine)
              .empty());
  }
}

TEST_CASE("raised marks: signs of plain text are none") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    for (const std::string& markup : std::vector<std::string>{
             "”Äldre Åsa’s é och à”, sa hon: 16 % av 20 °C - ja!",
             "• Att fastställa §§ 12–14 i dag?", "“Hon” kl. 18.30 (4 st) ½ 1:a; Öster/Väster",
             "FÖRSLAG TILL ÅRSREDOVISNING 2019", "juni 2024 följde Hjalmar till Billdal",
             "Å Ä Ö i E-post: namn@almvik.se"}) {
      INFO(markup);
      CHECK(marks_on(markup, family).empty());
    }
  }
}
