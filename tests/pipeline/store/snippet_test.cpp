#include "pipeline/store/snippet.h"

#include <catch2/catch.hpp>

#include "models/unicode.h"

namespace diarium {

TEST_CASE("snippet: what matched is marked") {
  CHECK(snippet_of("Nämnden beviljar bidrag.", {{.word = 1}}) ==
        "Nämnden \x02"
        "beviljar\x03 bidrag.");
  CHECK(snippet_of("a b c d", {{.word = 1, .count = 2}, {.word = 2}}) ==
        "a \x02"
        "b c\x03 d");
  CHECK(snippet_of("rad ett\nrad två", {}) == "rad ett rad två");
  CHECK(snippet_of("", {{.word = 0}}).empty());
  CHECK(snippet_of("a", {{.word = 9}, {.word = 0, .count = 9}}) ==
        "\x02"
        "a\x03");
}

TEST_CASE("snippet: a long text is cut between words, around most matches") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "ord" + std::to_string(i) + " å ";
  const std::string snippet =
      snippet_of(text, {{.word = 2}, {.word = 600}, {.word = 602}, {.word = 604}}, 80);
  CHECK(snippet.find("\x02ord300\x03 å \x02ord301\x03 å \x02ord302\x03") != std::string::npos);
  CHECK(snippet.starts_with("…"));
  CHECK(snippet.ends_with("…"));
  CHECK(snippet.size() < 120);
  CHECK(is_utf8(snippet));
}

TEST_CASE("snippet: marks in the text itself are taken out") {
  CHECK(snippet_of("a\x02"
                   "b\x03 c",
                   {{.word = 2}}) ==
        "ab \x02"
        "c\x03");
}

TEST_CASE("snippet: every cut of a text leaves whole letters") {
  const std::string text = "åäö ÅÄÖ — “citat” ½ åäöåäöåäöåäö å";
  for (std::size_t letters = 1; letters < text.size(); ++letters) {
    for (std::size_t word = 0; word < 8; ++word) {
      CHECK(is_utf8(snippet_of(text, {{.word = word}}, letters)));
    }
  }
}

}  // namespace diarium
