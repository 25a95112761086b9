#include "pipeline/ocr/lost_rings.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "models/unicode.h"
#include "pipeline/ocr/image.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 300 / 72.0;

/// A word that is printed so, read as `read`, each letter where its ink is.
ReadWord read_as(const std::string& printed, const std::string& read, const char* family,
                 const InkPieces& ink, const PrintedLine& line) {
  const Rect box = printed_box(line, printed);
  ReadWord word{.word = {.text = read, .box = box, .confidence = 0.95},
                .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                           box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
  std::vector<Rect> bodies;
  for (const std::size_t piece : ink.meeting(word.pixels)) {
    if (ink.boxes()[piece].height() > 0.4 * word.pixels.height())
      bodies.push_back(ink.boxes()[piece]);
  }
  std::sort(bodies.begin(), bodies.end(),
            [](const Rect& a, const Rect& b) { return a.left < b.left; });
  const std::u32string points = code_points(read);
  INFO(family);
  REQUIRE(bodies.size() == points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    word.letters.push_back({.text = to_utf8({points.data() + i, 1}),
                            .box = {bodies[i].left / kPixelsPerPoint, box.top,
                                    bodies[i].right / kPixelsPerPoint, box.bottom}});
  }
  return word;
}

Word mended(const std::string& printed, const std::string& read, const char* family) {
  const ScanLook look{.height = 90, .dpi_x = 300, .dpi_y = 300};
  const PrintedLine above{.text = "gjpqy,;", .baseline = 36, .size = 20, .family = family};
  const PrintedLine line{.text = printed, .baseline = 62, .size = 20, .family = family};
  const Image grey = to_grey_image(drawn_page({above, line}, look));
  const InkPieces ink(Image(pixThresholdToBinary(grey.get(), 160)));
  return with_lost_rings({read_as(printed, read, family, ink, line)}, ink).front().word;
}

}  // namespace

TEST_CASE("lost rings: a ring or dots over a large letter tell which it is") {
  const char* family = GENERATE("Liberation Serif", "Liberation Sans", "DejaVu Sans");
  INFO(family);
  for (const auto& [printed, read] :
       std::vector<std::pair<std::string, std::string>>{{"Målbild", "Malbild"},
                                                        {"Kvåsby", "Kvasby"},
                                                        {"Särö", "Saro"},
                                                        {"Öland", "Oland"},
                                                        {"Ängsö", "Angso"}}) {
    const Word word = mended(printed, read, family);
    CHECK(word.text == printed);
    CHECK(word.raw == read);
    CHECK(word.confidence < 0.95);
  }
}

TEST_CASE("lost rings: letters without marks, dots of an i and letters read right stay") {
  const char* family = GENERATE("Liberation Serif", "Liberation Sans", "DejaVu Sans");
  INFO(family);
  for (const std::string word : {"Malbild", "Sociala", "Ansokan", "Målbild", "bidrag"}) {
    CHECK(mended(word, word, family).text == word);
    CHECK(mended(word, word, family).raw.empty());
  }
}

TEST_CASE("lost rings: what is a word as it was read is not made into none") {
  CHECK(mended("Kopiå", "Kopia", "Liberation Sans").text == "Kopia");
}
