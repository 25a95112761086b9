#include "pipeline/layout/marks.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// The struck and the underlined words, in order.
struct Marked {
  std::string struck;
  std::string underlined;
};

Marked marked_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  const std::vector<Style> styles = marked_styles(page);
  Marked marked;
  for (std::size_t i = 0; i < styles.size(); ++i) {
    const std::string& text = page.words[page.tokens[i].word].text;
    if (styles[i].struck) marked.struck += text + " ";
    if (styles[i].underlined) marked.underlined += text + " ";
  }
  return marked;
}

}  // namespace

TEST_CASE("marks: a line through the small letters strikes the words under it") {
  Paper paper;
  const double start = paper.set(71, 100, "Nämnden beslutar");
  const double end = paper.set(start + 3, 100, "att avslå motionen");
  paper.set(end + 3, 100, "att bifalla motionen");
  paper.rule(start + 3, 96.6, end);
  const Marked marked = marked_on(paper);
  CHECK(marked.struck == "att avslå motionen ");
  CHECK(marked.underlined.empty());
}

TEST_CASE("marks: a line close below underlines") {
  Paper paper;
  const double end = paper.set(71, 100, "Beslutsunderlag");
  paper.rule(71, 101.8, end);
  CHECK(marked_on(paper).underlined == "Beslutsunderlag ");
  CHECK(marked_on(paper).struck.empty());
}

TEST_CASE("marks: a strike that leans with its scan, drawn thicker") {
  Paper paper;
  const double end = paper.set(71, 100, "att avslå motionen", {.confidence = 0.9});
  paper.lean(0.5);
  Sheet sheet = paper.sheet();
  const double drop = 0.00873 * (71 + end) / 2;
  sheet.rulings.push_back({{70, 96.2 + drop - 0.4, end + 1, 97.0 + drop + 0.4}});
  const std::vector<Style> styles = marked_styles(upright_of(sheet));
  CHECK(std::all_of(styles.begin(), styles.end(), [](const Style& style) { return style.struck; }));
}

TEST_CASE("marks: a word is struck when most of it is") {
  Paper paper;
  paper.set(71, 100, "motionen");
  paper.rule(71, 96.6, 71 + 15);
  CHECK(marked_on(paper).struck.empty());
}

TEST_CASE("marks: rules of the page, of tables and of boxes mark nothing") {
  Paper page_rule;
  page_rule.set(71, 100, "Almvik");
  page_rule.rule(71, 101.8, 520);
  CHECK(marked_on(page_rule).underlined.empty());

  Paper table;
  table.set(75, 100, "Förskolan i Almvik");
  table.grid({71, 190, 300}, {86, 101.8, 117});
  CHECK(marked_on(table).underlined.empty());

  Paper rows;
  rows.set(71, 100, "Förskola");
  rows.set(300, 100, "1 200");
  rows.rule(71, 101.8, 332);
  CHECK(marked_on(rows).underlined.empty());

  Paper bar;
  const double end = bar.set(71, 100, "hemlig");
  Sheet sheet = bar.sheet();
  sheet.rulings.push_back({{71, 93, end, 100}});
  CHECK_FALSE(marked_styles(upright_of(sheet)).front().struck);
}

TEST_CASE("marks: the page carries them on its words") {
  Paper paper;
  const double end = paper.set(71, 150, "att avslå motionen");
  paper.rule(71, 146.6, end);
  const Page page = paper.page();
  REQUIRE(page.words.size() == 3);
  CHECK(page.words[0].style.struck);
}

}  // namespace diarium::layout
