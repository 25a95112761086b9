#include "pipeline/read/typed_text.h"

#include <catch2/catch.hpp>

using namespace std::string_view_literals;

namespace diarium {

TEST_CASE("typed text: the letters of every encoding that archives were typed in") {
  CHECK(typed_text("Älvår på ön") == "Älvår på ön");
  CHECK(typed_text("\xEF\xBB\xBF"
                   "Ärende") == "Ärende");
  CHECK(typed_text("\xC4lv\xE5r p\xE5 \xF6n \x96 10 \x80") == "Älvår på ön – 10 €");
  CHECK(typed_text("\x8Elv\x86r p\x86 \x94n") == "Älvår på ön");
  CHECK(typed_text("\xFF\xFE\xC4\0l\0v\0"sv) == "Älv");
  CHECK(typed_text("\xFE\xFF\0\xC4\0l\0v"sv) == "Älv");
  CHECK(typed_text("p\xC3\xA5 och pa\xCC\x8A") == "på och på");
}

TEST_CASE("typed text: line ends of all systems are one") {
  CHECK(typed_text("ett\r\ntvå\rtre\n\x1A") == "ett\ntvå\ntre\n");
  CHECK(typed_text("sida 1\fsida 2") == "sida 1\fsida 2");
}

TEST_CASE("typed text: bytes of a program or a picture are none") {
  CHECK_FALSE(typed_text("GIF89a\0\0"sv));
  CHECK_FALSE(typed_text(std::string(100, '\x01')));
  CHECK(typed_text(std::string(999, 'a') + "\x01"));
}

}  // namespace diarium
