#include "pipeline/read/line_art.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

constexpr Rect kPage{0, 0, 595, 842};

Outline rectangle(const Rect& box) {
  return {.points = {{box.left, box.top},
                     {box.right, box.top},
                     {box.right, box.bottom},
                     {box.left, box.bottom},
                     {box.left, box.top}},
          .closed = true,
          .curved = false};
}

}  // namespace

TEST_CASE("line art: a drawn line is a ruling as thick as its pen") {
  LineArt art;
  art.stroke({{.points = {{50, 100}, {250, 100}}, .closed = false, .curved = false}}, 0.5, kPage);
  REQUIRE(art.rulings.size() == 1);
  CHECK(art.rulings[0].box == Rect{50, 99.75, 250, 100.25});
  CHECK(art.areas.empty());
}

TEST_CASE("line art: a thin filled box is a ruling, a larger one an area") {
  LineArt art;
  art.fill({rectangle({50, 100, 250, 101})}, 1.0, kPage);
  art.fill({rectangle({50, 200, 250, 260})}, 0.2, kPage);
  REQUIRE(art.rulings.size() == 1);
  CHECK(art.rulings[0].box == Rect{50, 100, 250, 101});
  REQUIRE(art.areas.size() == 1);
  CHECK(art.areas[0] == Area{{50, 200, 250, 260}, true, 0.2});
}

TEST_CASE("line art: a drawn box gives its four sides and its outline") {
  LineArt art;
  art.stroke({rectangle({50, 200, 250, 260})}, 1.0, kPage);
  CHECK(art.rulings.size() == 4);
  REQUIRE(art.areas.size() == 1);
  CHECK_FALSE(art.areas[0].filled);
}

TEST_CASE("line art: a box with a hole is a frame, clipped to one side a rule") {
  const std::vector<Outline> border = {rectangle({50, 200, 250, 260}),
                                       rectangle({50.5, 200.5, 249.5, 259.5})};
  LineArt all;
  all.fill(border, 1.0, kPage);
  CHECK(all.rulings.size() == 4);
  REQUIRE(all.areas.size() == 1);
  CHECK_FALSE(all.areas[0].filled);

  LineArt top;
  top.fill({rectangle({50, 200.5, 250, 230}), rectangle({50, 200, 250, 230})}, 1.0,
           {50, 200, 250, 200.5});
  REQUIRE(top.rulings.size() == 1);
  CHECK(top.rulings[0].box == Rect{50, 200, 250, 200.5});
  CHECK(top.areas.empty());
}

TEST_CASE("line art: what lies outside the clip isn't there") {
  LineArt art;
  art.fill({rectangle({50, 900, 250, 901})}, 1.0, kPage);
  art.stroke({{.points = {{-50, 100}, {250, 100}}, .closed = false, .curved = false}}, 0.5, kPage);
  REQUIRE(art.rulings.size() == 1);
  CHECK(art.rulings[0].box.left == 0);
}

TEST_CASE("line art: slanting lines, dots and white hairlines are no rulings") {
  LineArt art;
  art.stroke({{.points = {{50, 100}, {250, 300}}, .closed = false, .curved = false}}, 0.5, kPage);
  art.fill({rectangle({50, 100, 51, 101})}, 1.0, kPage);
  art.fill({rectangle({50, 100, 250, 101})}, 0.0, kPage);
  CHECK(art.rulings.empty());
  CHECK(art.areas.empty());
}

TEST_CASE("line art: a page of a hundred thousand lines is cut") {
  LineArt art;
  const Outline line{.points = {{50, 100}, {250, 100}}, .closed = false, .curved = false};
  for (int i = 0; i < 100'000; ++i) art.stroke({line}, 0.5, kPage);
  CHECK(art.full());
  CHECK(art.rulings.size() == 20'000);
}

}  // namespace diarium
