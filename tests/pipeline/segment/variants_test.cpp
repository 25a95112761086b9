#include "pipeline/segment/variants.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

Document document_with(std::string_view text) {
  Document document;
  document.text.append(text, {.page = 1, .box = {0, 0, 1, 1}});
  return document;
}

std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "ord" + std::to_string(i) + " ";
  return text;
}

}  // namespace

TEST_CASE("variants: a copy with a few other words repeats the first one") {
  const std::string text = words(0, 400);
  const auto repeats =
      near_repeats({document_with(text), document_with(words(1000, 1400)),
                    document_with(text + "och några ord till"), document_with("nya " + text)});
  CHECK(repeats == std::vector<std::optional<std::size_t>>{std::nullopt, std::nullopt, 0, 0});
}

TEST_CASE("variants: a part of a paper is no variant, and short papers are never compared") {
  const auto repeats =
      near_repeats({document_with(words(0, 400)), document_with(words(0, 120)),
                    document_with("Med vänlig hälsning"), document_with("Med vänlig hälsning")});
  CHECK(repeats == std::vector<std::optional<std::size_t>>(4, std::nullopt));
}
