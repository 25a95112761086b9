#include "pipeline/read/pdf_letters.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("pdf letters: ligatures, blanks and what prints nothing") {
  CHECK(text_of(U"\uFB01", {}) == "fi");
  CHECK(text_of(U"\u00A0", {}) == " ");
  CHECK(text_of(U"\u2060", {}).empty());
  CHECK(text_of(U"\u00AD", {}) == "-");
  CHECK(text_of(std::u32string(1, U'\0'), {}) == "\uFFFD");
  CHECK(text_of(U"å", {}) == "å");
}

TEST_CASE("pdf letters: a ligature whose letters are told with their bytes swapped") {
  // "7400 6900" for the "ti" of Carlito, as Ghostscript writes it
  CHECK(text_of(U"\u7400\u6900", {}) == "ti");
  CHECK(text_of(U"\u6600\u7400", {}) == "ft");
  CHECK(text_of(U"\u7400\uFFFD", {}) == "t\uFFFD");
  // One sign alone may be Chinese.
  CHECK(text_of(U"\u7400", {}) == "\u7400");
  CHECK(text_of(U"\u7400\u6901", {}) == "\u7400\u6901");
}

TEST_CASE("pdf letters: text strings are UTF-16 after a mark, else Latin") {
  CHECK(points_of_text_string("\xE5r") == U"år");
  CHECK(points_of_text_string(std::string("\xFE\xFF\0\xE5\xD8\x3D\xDC\x64", 8)) == U"å\U0001F464");
  CHECK(points_of_text_string("").empty());
}

}  // namespace diarium
