#include "pipeline/layout/markers.h"

#include <catch2/catch.hpp>

namespace diarium::layout {

TEST_CASE("markers: bullets, numbers and letters with a sign mark list items") {
  for (const char* word :
       {"•", "-", "–", "●", "·", "1.", "12)", "a)", "(b)", "B.", "iv.", "1.2.", "2.1.3."}) {
    INFO(word);
    CHECK(is_list_marker(word));
  }
}

TEST_CASE("markers: words, years, amounts and paragraph signs mark no list item") {
  for (const char* word : {"2019.", "Att", "§", "1", "1.2", "kr.", "12,5", "ii", "...", "", "a"}) {
    INFO(word);
    CHECK_FALSE(is_list_marker(word));
  }
}

TEST_CASE("markers: only a sign alone is a bullet") {
  CHECK(is_bullet("•"));
  CHECK(is_bullet("–"));
  CHECK_FALSE(is_bullet("--"));
  CHECK_FALSE(is_bullet("o"));
}

TEST_CASE("markers: a note is marked by a small number or stars") {
  for (const char* word : {"1", "12", "3)", "*", "**", "†", "²"}) CHECK(is_note_marker(word));
  for (const char* word : {"2019", "a", "Not", "1.2", "", "-"}) CHECK_FALSE(is_note_marker(word));
}

TEST_CASE("markers: page labels are told from other short texts") {
  for (const char* text :
       {"Sida 3(41)", "Sid 2 av 5", "3 (41)", "- 4 -", "17", "Sidan 1", "1/12", "SIDA 2 (2)"}) {
    INFO(text);
    CHECK(is_page_label(text));
  }
  for (const char* text :
       {"Sida vid sida", "2019-06-11", "2024", "Datum", "0500-12 34 56", "§ 12", "", "Sida"}) {
    INFO(text);
    CHECK_FALSE(is_page_label(text));
  }
}

TEST_CASE("markers: three dots or more lead to a page number") {
  CHECK(is_leader("............"));
  CHECK(is_leader("…"));
  CHECK(is_leader("……"));
  CHECK(is_leader(".....,...="));
  CHECK_FALSE(is_leader(".."));
  CHECK_FALSE(is_leader("slut..."));
}

TEST_CASE("markers: OCR makes signs and letters of bullets") {
  CHECK(is_blurred_bullet("©"));
  CHECK(is_blurred_bullet("e"));
  CHECK_FALSE(is_blurred_bullet("a"));
  CHECK_FALSE(is_blurred_bullet("ee"));
}

TEST_CASE("markers: numbers may hold blanks, signs and per cent") {
  for (const char* text : {"3", "1 400", "-20,5", "16 %", "(1 845)", "2019-06-11"})
    CHECK(is_number(text));
  for (const char* text : {"3 st", "kr", "", "-", "A4"}) CHECK_FALSE(is_number(text));
}

TEST_CASE("markers: captions name what stands below or above them") {
  CHECK(caption_of("Tabell 2: Budget 2025") == Caption::table);
  CHECK(caption_of("Tabell 3.1") == Caption::table);
  CHECK(caption_of("Diagram 4. Befolkning") == Caption::figure);
  CHECK(caption_of("FIGUR 1") == Caption::figure);
  CHECK(caption_of("Tabell över budgeten") == Caption::none);
  CHECK(caption_of("Figur") == Caption::none);
  CHECK(caption_of("Budget 2025") == Caption::none);
}

}  // namespace diarium::layout
