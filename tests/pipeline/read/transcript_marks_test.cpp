#include "pipeline/read/transcript_marks.h"
#include "tests/growth.h"

#include <catch2/catch.hpp>
#include <string>

namespace diarium {
namespace {

/// "b:bold", "s:struck", "^:raised", "i:italic" between bars.
std::string shown(std::string_view text) {
  std::string result;
  for (const DocxRun& run : marked_runs(text, {})) {
    std::string mark;
    if (run.style.bold) mark += 'b';
    if (run.style.struck) mark += 's';
    if (run.style.italic) mark += 'i';
    if (run.style.superscript) mark += '^';
    if (run.note > 0) mark += std::to_string(run.note);
    result += (result.empty() ? "" : "|") + (mark.empty() ? "" : mark + ':') + run.text;
  }
  return result;
}

}  // namespace

TEST_CASE("transcript marks: bold, struck, italic and raised") {
  CHECK(shown("en **röd** stuga") == "en |b:röd| stuga");
  CHECK(shown("~~gul~~ **röd**") == "s:gul| |b:röd");
  CHECK(shown("*Torp* är små hus") == "i:Torp| är små hus");
  CHECK(shown("<b>12 500</b> kr") == "b:12 500| kr");
  CHECK(shown("yta i m<sup>2</sup>.") == "yta i m|^2:2|.");
  CHECK(shown("rad<br>rad") == "rad\nrad");
}

TEST_CASE("transcript marks: the markers of notes, however they were typed") {
  CHECK(shown("kommunen<sup>1</sup>.") == "kommunen|^1:1|.");
  CHECK(shown("kommunen¹².") == "kommunen|^12:12|.");
  CHECK(shown("kommunen[footnoteRef:3] växer") == "kommunen|^3:3| växer");
  CHECK(shown("kommunen[^4] växer") == "kommunen|^4:4| växer");
}

TEST_CASE("transcript marks: links show their text, escapes their sign") {
  CHECK(shown(R"([almvik.se/a\_b](http://almvik.se/a_b))") == "almvik.se/a_b");
  CHECK(shown(R"([almvik.se/a\\_b](almvik.se/a_b))") == "almvik.se/a_b");
  CHECK(shown("Torget 1, [Almvik](#) 123") == "Torget 1, |Almvik| 123");
  CHECK(shown(R"(1\. Inledning)") == "1. Inledning");
  CHECK(shown("![karta](karta.png)") == "karta");
}

TEST_CASE("transcript marks: what is no mark stays as it is") {
  for (const char* text :
       {"2 * 3 * 4", "**Obs: inget slut", "~~ inget slut", "<eva.ek@almvik.se>", "a < b > c",
        "[sic]", "(se [1])", "C:\\arkiv", "[1](utan slut", "5*", "# nummer"}) {
    CHECK(shown(text) == text);
  }
}

TEST_CASE("transcript marks: hostile marks cost no more than their length") {
  const auto reading = [](std::size_t size) {
    std::string text;
    while (text.size() < size) text += "**[<~~*![^";
    return [text] { CHECK_FALSE(marked_runs(text, {}).empty()); };
  };
  CHECK(test::growth_of(reading(100'000), reading(400'000)).ratio() <= 6);
}

}  // namespace diarium
