#include "models/unicode.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("to_nfc: letters and their marks become one, an orphan ring after å goes") {
  CHECK(to_nfc("A\u030Alands") == "Ålands");
  CHECK(to_nfc("ocksa\u030A\u030A") == "också");
  CHECK(to_nfc("på\u030A") == "på");
  CHECK(to_nfc("½ m²") == "½ m²");
  CHECK(to_nfc("a\xFF"
               "b") == "a\uFFFDb");
  CHECK(to_nfc("").empty());
}

TEST_CASE("is_utf8: broken bytes are found") {
  CHECK(is_utf8("Åker"));
  CHECK_FALSE(is_utf8("\xC5"));
  CHECK_FALSE(is_utf8("\xE5ker"));
}

TEST_CASE("to_lower, to_upper and fold_diacritics: å ä ö stay letters unless folded") {
  CHECK(to_lower("ÅRSMÖTE") == "årsmöte");
  CHECK(to_upper("KäN 3") == "KÄN 3");
  CHECK(fold_diacritics("ÅRSMÖTE på Café") == "arsmote pa cafe");
}

TEST_CASE("code_points and to_utf8 are each other's reverse") {
  CHECK(to_utf8(code_points("§ 7 – ”Åby”")) == "§ 7 – ”Åby”");
  CHECK(code_points("å").size() == 1);
}

TEST_CASE("is_...: what kind a letter is") {
  CHECK(is_letter(U'ö'));
  CHECK_FALSE(is_letter(U'§'));
  CHECK(is_upper(U'Å'));
  CHECK(is_lower(U'å'));
  CHECK(is_digit(U'7'));
  CHECK_FALSE(is_digit(U'²'));
  CHECK(is_blank(0x202F));
  CHECK(is_blank(0x00A0));
  CHECK_FALSE(is_blank(U'-'));
}

TEST_CASE("squeeze_blanks and trim: blanks of every kind") {
  CHECK(squeeze_blanks("  1\u00A0100 \t000\n") == "1 100 000");
  CHECK(trim("\u2009 kr \u00A0") == "kr");
  CHECK(trim(" \n ").empty());
  CHECK(trim("\u2009").empty());
  CHECK(trim("å \xA0 ") == "å \xA0");  // broken bytes are no blank
}

TEST_CASE("first_point and last_point: of an empty text there are none") {
  CHECK(first_point("Åby") == U'Å');
  CHECK(last_point("Årö") == U'ö');
  CHECK(first_point("") == 0);
  CHECK(last_point("") == 0);
}

TEST_CASE("similarity: one wrong letter in five is 0.8") {
  CHECK(similarity("Almvi", "Almvj") == Approx(0.8));
  CHECK(similarity("", "") == 1.0);
  CHECK(similarity("", "å") == 0.0);
}

TEST_CASE("edit_distance: also over more than 64 letters") {
  const std::u32string a(100, U'a');
  std::u32string b = a;
  b[3] = U'b';
  b[80] = U'b';
  b.push_back(U'c');
  CHECK(edit_distance(a, b) == 3);
  CHECK(edit_distance(b, a) == 3);
  CHECK(edit_distance(a, U"") == 100);
  CHECK(edit_distance(U"nämnd", U"nämnden") == 2);
}

TEST_CASE("unicode: the number that a text begins with") {
  CHECK(number_in("42") == 42);
  CHECK(number_in("007a") == 7);
  for (const char* none : {"", "a1", "99999999999999"}) CHECK(number_in(none) == 0);
}
