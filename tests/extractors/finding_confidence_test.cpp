#include "extractors/finding_confidence.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("confidence: a badly read word lowers it softly, printed text doesn't") {
  Text text;
  const Span sure = text.append("Bifall", {.page = 1});
  const Span unsure = text.append("avs1ag", {.page = 1, .confidence = 0.4});
  CHECK(finding_confidence(0.9, text, sure) == 0.9);
  CHECK(finding_confidence(0.9, text, unsure) == Approx(0.63));
}
