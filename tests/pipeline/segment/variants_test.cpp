#include "pipeline/segment/variants.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "ord" + std::to_string(i) + " ";
  return text;
}

}  // namespace

TEST_CASE("variants: a copy with a few other words repeats the first one") {
  const std::string text = words(0, 400);
  const auto repeats =
      near_repeats({word_runs_of(text), word_runs_of(words(1000, 1400)),
                    word_runs_of(text + "och några ord till"), word_runs_of("nya " + text)});
  CHECK(repeats == std::vector<std::optional<std::size_t>>{std::nullopt, std::nullopt, 0, 0});
}

TEST_CASE("variants: a part of a paper is no variant, and short papers are never compared") {
  const auto repeats =
      near_repeats({word_runs_of(words(0, 400)), word_runs_of(words(0, 120)),
                    word_runs_of("Med vänlig hälsning"), word_runs_of("Med vänlig hälsning")});
  CHECK(repeats == std::vector<std::optional<std::size_t>>(4, std::nullopt));
}
