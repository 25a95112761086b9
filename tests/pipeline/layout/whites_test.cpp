#include "pipeline/layout/whites.h"

#include <catch2/catch.hpp>

namespace diarium::layout {
namespace {

Row row_over(double left, double right) {
  return {.fragments = {{.tokens = {}, .box = {left, 0, right, 10}}}, .box = {}};
}

}  // namespace

TEST_CASE("whites: rows that overlap cover one stretch of the width") {
  Intervals covered = covered_with({}, row_over(100, 150));
  covered = covered_with(covered, row_over(300, 350));
  covered = covered_with(covered, row_over(140, 180));
  CHECK(covered == Intervals{{100, 180}, {300, 350}});
}

TEST_CASE("whites: a blank between words parts no columns") {
  const Intervals covered{{100, 180}, {190, 250}, {300, 350}};
  CHECK(whites_of(covered, 10) == Intervals{{250, 300}});
  CHECK(whites_of(covered, 5) == Intervals{{180, 190}, {250, 300}});
}

}  // namespace diarium::layout
