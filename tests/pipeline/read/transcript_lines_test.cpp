#include "pipeline/read/transcript_lines.h"

#include <catch2/catch.hpp>

namespace diarium {

using Lines = std::vector<std::string>;

TEST_CASE("transcript lines: bookmarks are dropped and glued bold lines parted") {
  CHECK(transcript_lines("[bookmark: Beslut]Anta planen.\nslut") == Lines{"Anta planen.", "slut"});
  CHECK(transcript_lines("**FÖRSLAG****Fler träd****Nämndens beslut:**") ==
        Lines{"**FÖRSLAG**", "", "**Fler träd**", "", "**Nämndens beslut:**"});
  CHECK(transcript_lines("ett\n\ftvå") == Lines{"ett", "", "\f", "två"});
  CHECK(transcript_lines("[bookmark: utan slut") == Lines{"[bookmark: utan slut"});
  CHECK(transcript_lines(std::string(8, '*')) == Lines{"********"});
}

TEST_CASE("transcript lines: headings have a blank behind their marks") {
  CHECK(marked_heading("## Bakgrund")->level == 2);
  CHECK(marked_heading("## **Bakgrund** ##")->text == "**Bakgrund**");
  CHECK_FALSE(marked_heading("#hashtag"));
  CHECK_FALSE(marked_heading("####### sju"));
  CHECK_FALSE(marked_heading("Bakgrund"));
  CHECK_FALSE(marked_heading("# #"));
}

TEST_CASE("transcript lines: list items by their markers") {
  CHECK(marked_item("- Att anta planen")->text == "Att anta planen");
  CHECK(marked_item("  - Att anta planen")->level == 1);
  CHECK(marked_item("12.\tPlan")->marker == "12.");
  CHECK(marked_item("2) Att")->marker == "2)");
  CHECK(marked_item("a) Att")->marker == "a)");
  CHECK(marked_item("● Plan")->marker == "●");
  for (const char* text :
       {"14 153 kr", "2019. Sedan dess", "-utveckla", "1.Plan", "-", "a. b", "Plan"}) {
    CHECK_FALSE(marked_item(text));
  }
}

TEST_CASE("transcript lines: notes on lines of their own and within a line") {
  CHECK(note_line("<sup>1</sup> SOU 2017:47")->text == "SOU 2017:47");
  CHECK(note_line("² SOU 2017:47")->number == 2);
  CHECK(note_line("[^3]: SOU 2017:47")->number == 3);
  CHECK_FALSE(note_line("[^3] säger mer"));
  CHECK_FALSE(note_line("1 SOU 2017:47"));
  CHECK_FALSE(note_line("”Citat”"));
  std::string line = "Planen[footnoteRef:1] gäller. [1:  Antagen 2020.]  [2:  Se bilaga.] ";
  const auto notes = take_inline_notes(line);
  REQUIRE(notes.size() == 2);
  CHECK(notes[1].text == "Se bilaga.");
  CHECK(line == "Planen[footnoteRef:1] gäller.");
  std::string none = "[1:16] är en fastighet, [12: saknar slut";
  CHECK(take_inline_notes(none).empty());
  CHECK(none == "[1:16] är en fastighet, [12: saknar slut");
}

TEST_CASE("transcript lines: rules and addresses") {
  CHECK(is_rule_line("---"));
  CHECK(is_rule_line("________"));
  CHECK_FALSE(is_rule_line("--"));
  CHECK_FALSE(is_rule_line("- Att"));
  CHECK(is_address("[http://almvik.se/a](http://almvik.se/a)"));
  CHECK(is_address("www.almvik.se"));
  CHECK_FALSE(is_address("Se www.almvik.se"));
}

}  // namespace diarium
