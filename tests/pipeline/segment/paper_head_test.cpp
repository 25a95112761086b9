#include "pipeline/segment/paper_head.h"

#include <catch2/catch.hpp>

#include "pipeline/segment/heading_lines.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

struct Written {
  std::vector<Page> pages;
  std::vector<Passage> passages;
  std::vector<PaperHead> heads;
};

Written written(std::string_view lines) {
  Written result;
  result.pages = pages_of(lines);
  result.passages = passages_in(result.pages);
  mark_headings(result.passages, result.pages, Outline(result.pages, shipped_rules()),
                shipped_rules());
  result.heads = paper_heads(result.passages, result.pages.size(), shipped_rules());
  return result;
}

}  // namespace

TEST_CASE("paper head: short lines above the first heading, one of them a day") {
  const Written letter = written("Almvik den 3 maj 2024\nTill nämnden\n# Ny park\nDen är tom.");
  REQUIRE(letter.heads.at(0).heading != nullptr);
  CHECK(letter.heads[0].heading->text == "Ny park");
  CHECK(letter.heads[0].above.size() == 2);
  CHECK(letter.heads[0].above[0].tells);
  CHECK_FALSE(letter.heads[0].above[1].tells);
  CHECK_FALSE(letter.heads[0].labelled_below);
}

TEST_CASE("paper head: running text above a heading is none") {
  CHECK(written("Parken är tom sedan länge.\n# Ny park\nText.").heads.at(0).heading == nullptr);
}

TEST_CASE("paper head: what a paper is may stand below its title") {
  CHECK(written("# Granskning av inköp\nRevisionsrapport\n\nText.").heads.at(0).labelled_below);
  CHECK(written("# Riktlinjer för gåvor\nFastställda i maj\n  Dnr KS 2019/377\n\nText.")
            .heads.at(0)
            .labelled_below);
  CHECK_FALSE(written("# Granskning av inköp\nVi har granskat.").heads.at(0).labelled_below);
}

TEST_CASE("paper head: a beginning reaches to the top of its page where a day stands there") {
  const Written letter =
      written("Text.\n---\nRåå den 3 maj 2024\n\nTill\n\nStyrelsen i Råå\n# Ny park\nDen är tom.");
  std::size_t title = 0;
  while (letter.passages[title].text != "Ny park") ++title;
  CHECK(letter.passages[from_top_of_page(letter.passages, title, shipped_rules())].text ==
        "Råå den 3 maj 2024");
}

TEST_CASE("paper head: a letterhead above the day that a paper begins at belongs to it") {
  const Written letter = written(
      "Text.\n---\nRåå kommun\n\nParkenheten\n\nStorgatan\n\nRåå den 3 maj 2024\n# Ny park\nTom.");
  const auto index_of = [&letter](std::string_view text) {
    std::size_t i = 0;
    while (letter.passages[i].text != text) ++i;
    return i;
  };
  CHECK(from_top_of_page(letter.passages, index_of("Råå den 3 maj 2024"), shipped_rules()) ==
        index_of("Råå kommun"));
}

TEST_CASE("paper head: a few letters above a beginning are no paper") {
  const Written page = written("Sv\n# Ny park\nDen är tom.");
  CHECK(is_scrap(page.passages, {0, 1}));
  CHECK(is_stack(page.passages[0]));
  CHECK_FALSE(is_stack(page.passages[2]));
}
