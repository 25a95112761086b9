#include "pipeline/ocr/orientation.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"

using namespace diarium;

namespace {

int turns_of(const std::vector<PrintedLine>& lines, const ScanLook& look) {
  const Image grey = to_grey_image(drawn_page(lines, look));
  return quarter_turns_to_upright(Image(pixThresholdToBinary(grey.get(), 128)));
}

}  // namespace

TEST_CASE("orientation: ascenders and descenders tell how a page lay on the glass") {
  const std::vector<PrintedLine> lines{
      {.text = "Nämnden ger förvaltningen i uppdrag att följa upp målen för", .baseline = 60},
      {.text = "äldreomsorgen och återkomma i september med en rapport om", .baseline = 76},
      {.text = "arbetet, tillsammans med ett förslag till budget för kommande år", .baseline = 92},
      {.text = "och en bedömning av hur behovet av platser kan utvecklas.", .baseline = 108}};
  for (const int turns : {0, 1, 2, 3}) {
    INFO("quarter turns " << turns);
    CHECK(turns_of(lines, {.quarter_turns = turns}) == (4 - turns) % 4);
  }
}

TEST_CASE("orientation: a page that does not say is left as it is") {
  CHECK(turns_of({}, {}) == 0);
  CHECK(turns_of({{.text = "Bilaga 1"}}, {.quarter_turns = 2}) == 0);
}
