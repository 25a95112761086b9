#include "tools/corpus/rich_text.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace diarium::corpus;

TEST_CASE("rich text: styles and marks leave the text") {
  const RichText text = parse_rich("Nämnden **antar** {d=2024-03-12|den 12 mars} planen");
  CHECK(text.text == "Nämnden antar den 12 mars planen");
  CHECK(text.style_at(text.text.find("antar")).bold);
  CHECK_FALSE(text.style_at(0).bold);
  REQUIRE(text.marks.size() == 1);
  CHECK(text.marks[0].kind == "d");
  CHECK(text.marks[0].value == "2024-03-12");
  CHECK(text.slice(text.marks[0].span) == "den 12 mars");
}

TEST_CASE("rich text: marks nest") {
  const RichText text = parse_rich("{decision|beslut {d|2024-01-29}, {par|§ 11}}");
  REQUIRE(text.marks.size() == 3);
  CHECK(text.slice(text.marks[2].span) == "beslut 2024-01-29, § 11");
}

TEST_CASE("rich text: what is inserted is bold, or underlined where that is its value") {
  const RichText text = parse_rich("{ins|helt} eller {ins=underlined|delvis}");
  CHECK(text.style_at(0) == diarium::Style{.bold = true});
  CHECK(text.style_at(text.text.find("delvis")) == diarium::Style{.underlined = true});
}

TEST_CASE("rich text: what is clean has no deletions and no note markers") {
  const RichText text = parse_rich("stöd till ~~alla~~ {ins|behövande} barn{fn|1}\nunder året");
  const diarium::Span whole{0, text.text.size()};
  CHECK(clean_text(text, whole) == "stöd till behövande barn under året");
  CHECK(printed_text(text, whole) == "stöd till alla behövande barn under året");
  CHECK(text.style_at(text.text.find("alla")).struck);
  CHECK(text.style_at(text.text.find("behövande")).bold);
  CHECK(text.style_at(text.text.find('1')).superscript);
}

TEST_CASE("rich text: a backslash takes the meaning away, soft hyphens aren't text") {
  CHECK(parse_rich("\\{x\\}").text == "{x}");
  const RichText text = parse_rich("skolskjuts\\-samordnare");
  CHECK(text.text == "skolskjuts\u00ADsamordnare");
  CHECK(printed_text(text, {0, text.text.size()}) == "skolskjutssamordnare");
}

TEST_CASE("rich text: a mark that never ends is refused") {
  CHECK_THROWS_AS(parse_rich("{d|2024"), std::invalid_argument);
  CHECK_THROWS_AS(parse_rich("{d 2024}"), std::invalid_argument);
}
