#include "pipeline/read/docx_shapes.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("docx shapes: forms are known by their names, any other is a box") {
  CHECK(form_of("flowChartDecision").shape == ShapeKind::diamond);
  CHECK(form_of("flowChartTerminator").shape == ShapeKind::rounded);
  CHECK(form_of("ellipse").shape == ShapeKind::ellipse);
  CHECK(form_of("wedgeRectCallout").kind == DocxForm::Kind::box);
  CHECK(form_of("bentConnector3").bends == 2);
  CHECK(form_of("leftArrow").kind == DocxForm::Kind::arrow_across);
  CHECK(form_of("leftArrow").head_at_start);
  CHECK_FALSE(form_of("leftArrow").head_at_end);
}

TEST_CASE("docx shapes: a connector bends where its shares say, else half way") {
  CHECK(connector_points(100, 40, 0, {}) == std::vector<Point>{{0, 0}, {100, 40}});
  CHECK(connector_points(100, 40, 1, {}) == std::vector<Point>{{0, 0}, {100, 0}, {100, 40}});
  CHECK(connector_points(100, 40, 2, {0.25}) ==
        std::vector<Point>{{0, 0}, {25, 0}, {25, 40}, {100, 40}});
  CHECK(connector_points(100, 40, 4, {}).size() == 6);
}

TEST_CASE("docx shapes: points are flipped, turned about the middle of their box, and placed") {
  const DocxFrame frame{.origin = {10, 20}, .x_scale = 2, .y_scale = 2};
  const std::vector<Point> line{{0, 0}, {100, 40}};
  CHECK(placed_points(line, {1, 1}, 100, 40, {}, frame) ==
        std::vector<Point>{{12, 22}, {212, 102}});
  CHECK(placed_points(line, {}, 100, 40, {.flipped_down = true}, {}) ==
        std::vector<Point>{{0, 40}, {100, 0}});
  const std::vector<Point> turned = placed_points(line, {}, 100, 40, {.degrees = 90}, {});
  CHECK(turned[0].x == Approx(70));
  CHECK(turned[0].y == Approx(-30));
}
