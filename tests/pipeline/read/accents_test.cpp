#include "pipeline/read/accents.h"

#include <catch2/catch.hpp>

#include <string>

namespace diarium {
namespace {

Glyph glyph_at(std::string text, double x) {
  return {.text = std::move(text),
          .origin = {x, 100},
          .direction = {1, 0},
          .width = 5,
          .advance = 5,
          .size = 10};
}

std::string joined(const std::vector<Glyph>& glyphs) {
  std::string all;
  for (const Glyph& glyph : glyphs) all += glyph.text;
  return all;
}

}  // namespace

TEST_CASE("accents: a sign drawn over a letter belongs to it, before or after") {
  CHECK(joined(with_accents_set({glyph_at("f", 0), glyph_at("¨", 5), glyph_at("o", 5),
                                 glyph_at("r", 10)})) == "fo\u0308r");
  CHECK(joined(with_accents_set({glyph_at("p", 0), glyph_at("a", 5), glyph_at("˚", 5)})) ==
        "pa\u030A");
}

TEST_CASE("accents: a sign beside a letter stays what it is") {
  CHECK(joined(with_accents_set({glyph_at("´", 0), glyph_at("a", 5)})) == "´a");
  CHECK(joined(with_accents_set({glyph_at("¨", 0)})) == "¨");
  CHECK(joined(with_accents_set({glyph_at("¨", 0), glyph_at("1", 0)})) == "¨1");
}

}  // namespace diarium
