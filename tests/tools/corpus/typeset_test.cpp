#include "tools/corpus/typeset.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tools/corpus/source_text.h"

using namespace diarium;
using namespace diarium::corpus;

namespace {

const std::string kStyles =
    ".style name=plain body=\"Liberation Serif\" size=12 heads=\"Liberation Sans\"\n\n"
    ".furniture name=paged\nright all | Sida #n(#N)\nfoot all | #unit || Box 120\\\\562 80 "
    "Almvik\n";

const std::string kOpening =
    ".sheet style=plain furniture=paged unit=Socialnämnden\n"
    ".document kind=tjansteskrivelse body=Socialnämnden\n\n";

TypesetFile set(const std::string& text) {
  return typeset(kOpening + text, style_book_of(kStyles));
}

template <typename T>
std::vector<T> records(const TypesetFile& file) {
  std::vector<T> found;
  for (const TruthRecord& record : file.truth.records) {
    if (const T* one = std::get_if<T>(&record.record)) found.push_back(*one);
  }
  return found;
}

std::string paragraphs(int count) {
  std::string text;
  for (int at = 0; at < count; ++at) {
    text += "Nämnden ser över avgifterna för måltider i äldreomsorgen under det kommande året.\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("typeset: a page is read from its head over text and notes to its foot") {
  const TypesetFile file = set("# Avgifter\n\nTaxan{fn|1} höjs.\n\n.note marker=1\nBeslut 2019.\n");
  REQUIRE(file.truth.pages.size() == 1);
  CHECK(printed_lines(file.truth.pages[0], {Zone::head, Zone::body, Zone::notes, Zone::foot}) ==
        std::vector<std::string>{"Sida 1(1)", "Avgifter", "Taxan1 höjs.", "1 Beslut 2019.",
                                 "Socialnämnden", "Box 120", "562 80 Almvik"});
  CHECK(file.truth.documents.at(0).title == "Avgifter");
  const auto notes = records<Footnote>(file);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].anchor == "Taxan");
  CHECK(notes[0].anchor_sentence == "Taxan höjs.");
  CHECK(notes[0].text == "Beslut 2019.");
}

TEST_CASE("typeset: a lowered sign is no word of its own, a raised one is") {
  const TypesetFile file = set("Utsläppen av CO{low|2} mäts på 40 m^^2^^.\n");
  CHECK(printed_lines(file.truth.pages.at(0), {Zone::body}) ==
        std::vector<std::string>{"Utsläppen av CO2 mäts på 40 m2."});
  const Setting& words = file.truth.pages[0].lines[static_cast<std::size_t>(Zone::body)].at(0);
  REQUIRE(words.size() == 9);
  CHECK(words[2].text == "CO2");
  CHECK(words[7].text == "2");
  CHECK(words[7].style.superscript);
}

TEST_CASE("typeset: every word stands on its page, and lines don't overlap") {
  const TypesetFile file = set(paragraphs(40));
  REQUIRE(file.truth.pages.size() == 2);
  for (const TruthPage& page : file.truth.pages) {
    double bottom = 0;
    for (const Setting& line : page.lines[static_cast<std::size_t>(Zone::body)]) {
      for (const SetWord& word : line) {
        CHECK(word.box.left >= 89);
        CHECK(word.box.right <= kA4Width - 74);
        CHECK(word.box.bottom <= kA4Height - 85);
      }
      CHECK(line[0].box.top > bottom - 4);
      bottom = line[0].box.bottom;
    }
  }
  CHECK(printed_lines(file.truth.pages[1], {Zone::head}) == std::vector<std::string>{"Sida 2(2)"});
}

TEST_CASE("typeset: a note stands on the page of its marker") {
  const TypesetFile file = set(
      paragraphs(23) + "Det sista{fn|1} stycket.\n\n.note marker=1\nEn not som behöver plats.\n");
  const auto notes = records<Footnote>(file);
  REQUIRE(notes.size() == 1);
  const auto note = std::ranges::find_if(file.truth.records, [](const TruthRecord& record) {
    return std::holds_alternative<Footnote>(record.record);
  });
  CHECK(note->page == notes[0].anchor_page);
}

TEST_CASE("typeset: a table over a page break is one table of two pages, with its sums checked") {
  std::string rows = ".table rules=grid widths=50,25 align=lr units=,tkr total=1\nPost | Tkr\n";
  for (int row = 0; row < 40; ++row) rows += "Kostnad | 1 000\n";
  const auto tables = records<TableRecord>(set(rows + "Summa | 40 000\n"));
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].pages == std::vector<int>{1, 2});
  CHECK(tables[0].cells.size() == 84);
  CHECK(tables[0].cells[3].value == 1000);
  CHECK(tables[0].cells[3].unit == "tkr");
  REQUIRE(tables[0].checks.size() == 1);
  CHECK(tables[0].checks[0].holds);
}

TEST_CASE("typeset: a beslutssats has its decider, its actions and no joiner") {
  const auto clauses = records<Beslutssats>(
      set(".under decision decider=Kommunfullmäktige via=Kommunstyrelsen status=recommended\n"
          "## Förslag till beslut\n\n"
          ".sats actions=\"uppdra @Socialchefen; översända >Kommunstyrelsen\"\n"
          "- att uppdra åt Socialchefen att spara {a|1,2 mnkr}, samt\n"));
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0].text == "att uppdra åt Socialchefen att spara 1,2 mnkr");
  CHECK(clauses[0].verbatim == "att uppdra åt Socialchefen att spara 1,2 mnkr, samt");
  CHECK(clauses[0].decider == "Kommunfullmäktige");
  CHECK(clauses[0].via == std::vector<std::string>{"Kommunstyrelsen"});
  CHECK(clauses[0].status == DecisionStatus::recommended);
  REQUIRE(clauses[0].actions.size() == 2);
  CHECK(clauses[0].actions[0].code == "INSTRUCT");
  CHECK(clauses[0].actions[0].assignee == "Socialchefen");
  CHECK(clauses[0].actions[1].recipient == "Kommunstyrelsen");
  CHECK(clauses[0].amounts == std::vector<std::string>{"1,2 mnkr"});
}

TEST_CASE("typeset: struck and inserted side by side are one replacement") {
  const auto amendments = records<Amendment>(
      set("Taxan höjs ~~två~~ {ins|tre} gånger och {ins|därefter} inte ~~alls~~.\n"));
  REQUIRE(amendments.size() == 3);
  CHECK(amendments[0].operation == "replace");
  CHECK(amendments[0].old_text == "två");
  CHECK(amendments[0].new_text == "tre");
  CHECK(amendments[1].operation == "insert");
  CHECK(amendments[2].operation == "delete");
}

TEST_CASE("typeset: the contents name the page on which a heading came to stand") {
  const TypesetFile file =
      set("# Rapport\n\n.contents levels=2\n\n.page\n\n## 1 Inledning\n\nText.\n\n.page\n\n## 2 "
          "Slut\n\nText.\n");
  const auto lines = printed_lines(file.truth.pages[0], {Zone::body});
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].starts_with("1 Inledning ..."));
  CHECK(lines[1].ends_with(". 2"));
  CHECK(lines[2].ends_with(". 3"));
}

TEST_CASE("typeset: what a source gets wrong is named by its line") {
  CHECK_THROWS_WITH(set("Höjs{fn|1}.\n"), Catch::Contains("line 4") && Catch::Contains("marker"));
  CHECK_THROWS_AS(set("{d|någon gång}\n"), SourceError);
  CHECK_THROWS_AS(set(".sats actions=anta\nAnta.\n"), SourceError);
  CHECK_THROWS_AS(typeset(".document kind=saga\n\nDet var en gång.\n", style_book_of(kStyles)),
                  SourceError);
}
