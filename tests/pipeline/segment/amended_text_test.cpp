#include "pipeline/segment/amended_text.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

std::string old_words(const char* text, const char* context, const char* added) {
  return replaced_words(text, {.operation = "insert", .new_text = added, .context = context});
}

}  // namespace

TEST_CASE("amended text: what new words replace, by the words around them") {
  const char* const text =
      "Uppföljningen av planen kommer att ske var tredje år i enlighet med budgeten.\nAndra rader.";
  CHECK(old_words(text, "\"planen kommer att ske vartannat år i enlighet med...\"",
                  "vartannat år") == "var tredje år");
  CHECK(old_words(text, "\"...planen kommer att ske vartannat år ...\"", "vartannat år") ==
        "var tredje år");
  CHECK(old_words("Den ska ske var tredje år.\nSlut.", "”...ska ske vartannat år.”", "vartannat år")
            .empty());
  CHECK(old_words("Målen som kommer att ske var tredje år.\nSlut.",
                  "”...målen som kommer att ske vartannat år.”", "vartannat år")
            .empty());
  CHECK(old_words("och målen som kommer att ske var tredje år.\nSlut.",
                  "”...målen som kommer att ske vartannat år.”",
                  "vartannat år") == "var tredje år");
}

TEST_CASE("amended text: no place, or the new words already") {
  CHECK(old_words("En annan text.", "planen kommer att ske vartannat år", "vartannat år").empty());
  CHECK(old_words("planen kommer att ske vartannat år.", "planen kommer att ske vartannat år",
                  "vartannat år")
            .empty());
  CHECK(old_words("planen kommer att ske", "planen kommer att ske vartannat år", "vartannat år")
            .empty());
  CHECK(old_words("text", "", "").empty());
}
