#include "pipeline/segment/heading_lines.h"

#include <catch2/catch.hpp>

#include "tests/growth.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

std::vector<std::string> headings(std::string_view lines) {
  const auto pages = pages_of(lines);
  auto passages = passages_in(pages);
  mark_headings(passages, pages, Outline(pages, shipped_rules()), shipped_rules());
  return texts_of(passages, ParagraphKind::heading);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("heading lines: a known heading set as plain text") {
  CHECK(headings("Sammanfattning\nTräden behövs i parken.") == Texts{"Sammanfattning"});
  CHECK(headings("Träden behövs i parken.\nSocialnämndens beslut:\nPlanen antas.") ==
        Texts{"Socialnämndens beslut:"});
}

TEST_CASE("heading lines: a heading glued to its text is cut off") {
  CHECK(headings("Sammanfattning\n  Träden behövs i parken, säger alla som bor där.") ==
        Texts{"Sammanfattning"});
}

TEST_CASE("heading lines: known words that end though the next had room head what follows") {
  CHECK(headings("Socialnämndens beslut\n  Redovisningen läggs till.") ==
        Texts{"Socialnämndens beslut"});
  const std::string text = "Ärendet avslutas efter en lång genomgång av allt som kom in.";
  CHECK(headings(text + "\n  Omröstning\n  Eva Ek (S) röstar ja.") == Texts{"Omröstning"});
  CHECK(headings("Det framgår av\n  sammanfattning\n  och bilagor.").empty());
}

TEST_CASE("heading lines: a larger line of known words heads even a short text") {
  const std::string glued = "Socialnämndens beslut\n  Redovisningen läggs till.";
  auto pages = pages_of(glued);
  pages[0].lines[0].size += 2;
  auto passages = passages_in(pages);
  mark_headings(passages, pages, Outline(pages, shipped_rules()), shipped_rules());
  CHECK(texts_of(passages, ParagraphKind::heading) == Texts{"Socialnämndens beslut"});
}

TEST_CASE("heading lines: label, title and opener glued together fall apart") {
  CHECK(headings("# ALTERNATIVT FÖRSLAG\n  Målbild för träd\n  Kommunstyrelsens beslut:") ==
        Texts{"ALTERNATIVT FÖRSLAG", "Målbild för träd", "Kommunstyrelsens beslut:"});
}

TEST_CASE("heading lines: the title of a § goes on in the next line where it had no room") {
  const std::string full(70, 'x');
  CHECK(headings("## § 12 Svar på motion om " + full + "\n  Fixhultsskolan\nText.") ==
        Texts{"§ 12 Svar på motion om " + full + " Fixhultsskolan"});
  CHECK(headings("## § 12 Svar på motion om krav på\n  parkeringstal\nText.") ==
        Texts{"§ 12 Svar på motion om krav på parkeringstal"});
}

TEST_CASE("heading lines: what stands under a short § is a heading of its own") {
  CHECK(headings("## § 12 Svar på motion\n  Beslut\nText.") ==
        Texts{"§ 12 Svar på motion", "Beslut"});
  CHECK(headings("## § 12\n  Svar på motion\nText.") == Texts{"§ 12", "Svar på motion"});
}

TEST_CASE("heading lines: a short bold line of its own is a heading, a bold sentence is none") {
  CHECK(headings("*Träd i staden*\nText.") == Texts{"Träd i staden"});
  CHECK(headings("*Vi vill ha fler träd.*\nText.").empty());
}

TEST_CASE("heading lines: words of a heading within a sentence are text") {
  CHECK(headings("Träden behövs, se vår långa och noggranna\n  sammanfattning\n  av läget i parken "
                 "som helhet.")
            .empty());
  CHECK(headings("12\nText.").empty());
}

TEST_CASE("heading lines: the label of a clause becomes its heading") {
  const auto pages = pages_of(
      "Att: Nämnden uppdrar åt förvaltningen att räkna.\n1) En till beslutssats:\nRäkna träden.");
  const auto passages = with_labels_cut_off(passages_in(pages), pages, shipped_rules());
  REQUIRE(passages.size() == 4);
  CHECK(passages[0].text == "Att:");
  CHECK(passages[0].kind == ParagraphKind::heading);
  CHECK(passages[1].text == "Nämnden uppdrar åt förvaltningen att räkna.");
  CHECK(passages[2].text == "1) En till beslutssats:");
  CHECK(passages[2].kind == ParagraphKind::heading);
  CHECK(passages[3].kind == ParagraphKind::body);
}

TEST_CASE("heading lines: a label of recipients is cut off them") {
  const auto pages = pages_of("Skickas till: Kommunfullmäktige; kommunchefen");
  const auto passages = with_labels_cut_off(passages_in(pages), pages, shipped_rules());
  REQUIRE(passages.size() == 2);
  CHECK(passages[0].text == "Skickas till:");
  CHECK(passages[0].kind == ParagraphKind::heading);
  CHECK(passages[1].text == "Kommunfullmäktige; kommunchefen");
}

TEST_CASE("heading lines: a page of one long block takes linear time") {
  const auto marking = [](int count) {
    std::string lines = "Ett stycke.";
    for (int i = 0; i < count; ++i) lines += "\n  Eva Ek går i parken.";
    const auto pages = pages_of(lines);
    return [pages, passages = passages_in(pages)]() mutable {
      mark_headings(passages, pages, Outline(pages, shipped_rules()), shipped_rules());
    };
  };
  CHECK(test::growth_of(marking(5000), marking(20000)).ratio() <= 6);
}
