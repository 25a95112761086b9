#include "pipeline/read/paints.h"

#include <catch2/catch.hpp>

#include <chrono>

namespace diarium {
namespace {

constexpr Colour kBlack{0, 0, 0};
constexpr Colour kWhite{1, 1, 1};
constexpr Colour kYellow{1, 1, 0};
constexpr Rect kPage{0, 0, 595, 842};

Glyph letter_at(double x, double y, Colour colour = kBlack) {
  Glyph glyph;
  glyph.text = "a";
  glyph.origin = {x, y};
  glyph.direction = {1, 0};
  glyph.width = glyph.advance = 5;
  glyph.size = 10;
  glyph.colour = colour;
  return glyph;
}

std::vector<Outline> box(double left, double top, double right, double bottom) {
  return {{.points = {{left, top}, {right, top}, {right, bottom}, {left, bottom}}, .closed = true}};
}

// How the letter at (100, 100) is seen that was drawn before (or after) one fill.
Ink ink_with(const std::vector<Outline>& path, Colour fill, Colour letter, bool letter_first,
             Paint::Kind kind = Paint::Kind::box) {
  Paints paints;
  paints.fill(path, fill, kPage, kind, letter_first ? 1 : 0);
  return with_ink_judged({letter_at(100, 100, letter)}, paints.all)[0].ink;
}

}  // namespace

TEST_CASE("paints: a box painted over letters hides them, a dark one blackens them") {
  const auto over = box(90, 90, 200, 105);
  CHECK(ink_with(over, kBlack, kBlack, true) == Ink::blackened);
  CHECK(ink_with(over, kWhite, kBlack, true) == Ink::covered);
  CHECK(ink_with(over, kYellow, kBlack, true, Paint::Kind::shape) == Ink::seen);
  CHECK(ink_with(box(300, 90, 400, 105), kBlack, kBlack, true) == Ink::seen);
}

TEST_CASE("paints: letters on a ground are seen unless they have its colour") {
  const auto under = box(90, 90, 200, 105);
  CHECK(ink_with(under, kYellow, kBlack, false) == Ink::seen);
  CHECK(ink_with(under, kBlack, kWhite, false) == Ink::seen);
  CHECK(ink_with(under, kBlack, kBlack, false) == Ink::blackened);
  CHECK(ink_with(under, kWhite, kWhite, false) == Ink::covered);
  CHECK(with_ink_judged({letter_at(100, 100, kWhite)}, {})[0].ink == Ink::covered);
}

TEST_CASE("paints: a line through a word and a form that isn't followed hide nothing") {
  CHECK(ink_with(box(90, 95, 200, 97), kBlack, kBlack, true) == Ink::seen);
  const std::vector<Outline> wedge = {{.points = {{90, 90}, {200, 97}, {90, 105}}}};
  CHECK(ink_with(wedge, kBlack, kBlack, true) == Ink::seen);
  CHECK(ink_with(wedge, kBlack, kWhite, false) == Ink::seen);
  std::vector<Outline> frame = box(80, 80, 300, 120);
  frame.push_back(box(85, 85, 290, 115)[0]);
  CHECK(ink_with(frame, kBlack, kBlack, true) == Ink::seen);
}

TEST_CASE("paints: what is painted last is what is seen") {
  Paints paints;
  paints.fill(box(90, 90, 200, 105), kBlack, kPage, Paint::Kind::box, 0);
  paints.fill(box(90, 90, 200, 105), kWhite, kPage, Paint::Kind::box, 0);
  CHECK(with_ink_judged({letter_at(100, 100)}, paints.all)[0].ink == Ink::seen);
  paints.picture({0, 0, 595, 842}, Paint::Kind::picture, 1);
  CHECK(with_ink_judged({letter_at(100, 100)}, paints.all)[0].ink == Ink::covered);
}

TEST_CASE("paints: a broad stroke is a box") {
  Paints paints;
  paints.stroke({{.points = {{90, 97}, {200, 97}}}}, 14, kBlack, kPage, Paint::Kind::box, 1);
  CHECK(with_ink_judged({letter_at(100, 100)}, paints.all)[0].ink == Ink::blackened);
}

TEST_CASE("paints: thousands of boxes over thousands of letters take no time without end") {
  Paints paints;
  for (int i = 0; i < 30'000; ++i)
    paints.fill(box(0, 0, 595, 842), kWhite, kPage, Paint::Kind::box, 0);
  CHECK(paints.full());
  const std::vector<Glyph> glyphs(50'000, letter_at(100, 100));
  const auto start = std::chrono::steady_clock::now();
  CHECK(with_ink_judged(glyphs, paints.all).size() == glyphs.size());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

}  // namespace diarium
