#include "pipeline/ocr/flow_forms.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {
namespace {

/// A mask of 200 by 100 pixels where `half_width` says how far each row reaches from its middle.
template <typename HalfWidth>
std::optional<ShapeKind> form_by(HalfWidth half_width) {
  const Image mask(pixCreate(200, 100, 1));
  for (int y = 0; y < 100; ++y) {
    const int half = static_cast<int>(half_width(y + 0.5));
    pixRasterop(mask.get(), 100 - half, y, 2 * half, 1, PIX_SET, nullptr, 0, 0);
  }
  return form_of(mask);
}

double from_edge(double y) {
  return std::min(y, 100 - y);
}

}  // namespace

TEST_CASE("flow forms: each form is told by its rows") {
  CHECK(form_by([](double) { return 100; }) == ShapeKind::rectangle);
  CHECK(form_by([](double y) { return 2 * from_edge(y); }) == ShapeKind::diamond);
  CHECK(form_by([](double y) { return 100 * std::sqrt(1 - std::pow(y / 50 - 1, 2)); }) ==
        ShapeKind::ellipse);
  CHECK(form_by([](double y) {
          const double up = std::max(0.0, 20 - from_edge(y));
          return 100 - 20 + std::sqrt(400 - up * up);
        }) == ShapeKind::rounded);
}

TEST_CASE("flow forms: what lies between boxes and lines has none") {
  CHECK_FALSE(form_by([](double y) { return y < 50 ? 40 : 100; }));
  CHECK_FALSE(form_by([](double y) { return y; }));
}

TEST_CASE("flow forms: letters are holes in a box, a bay in its side is none") {
  DrawnChart chart(200, 100);
  chart.fill({0, 0, 200, 100});
  const Image letters(pixCreate(200, 100, 1));
  pixRasterop(letters.get(), 50, 40, 100, 20, PIX_SET, nullptr, 0, 0);
  pixSubtract(chart.ink().get(), chart.ink().get(), letters.get());
  CHECK(form_of(chart.ink()) == ShapeKind::rectangle);
  pixRasterop(chart.ink().get(), 0, 20, 120, 60, PIX_CLR, nullptr, 0, 0);
  CHECK_FALSE(form_of(chart.ink()));
}

TEST_CASE("flow forms: a diamond whose tips were cut off is one still") {
  const Image whole(pixCreate(220, 220, 1));
  for (int y = 0; y < 200; ++y) {
    const int half = static_cast<int>(from_edge((y + 0.5) / 2) * 2);
    pixRasterop(whole.get(), 110 - half, 10 + y, 2 * half, 1, PIX_SET, nullptr, 0, 0);
  }
  const Image opened(pixOpenBrick(nullptr, whole.get(), 40, 40));
  Pix* blunt = nullptr;
  pixClipToForeground(opened.get(), &blunt, nullptr);
  const Image mask(blunt);
  const auto form = form_before_opening(mask, 40);
  REQUIRE(form);
  CHECK(form->kind == ShapeKind::diamond);
  CHECK(form->beyond_x == Approx(20).margin(2));
}

}  // namespace diarium
