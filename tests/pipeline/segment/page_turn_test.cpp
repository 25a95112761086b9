#include "pipeline/segment/page_turn.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

/// What the turn to the last page says, the paper having begun on the page of index `first`.
double turn(std::string_view lines, std::size_t first = 0) {
  const std::vector<Page> pages = pages_of(lines);
  const std::vector<Furniture> furniture = find_furniture(pages, shipped_rules());
  return PageTurns(pages, furniture, shipped_rules()).weight(pages.size() - 1, first);
}

}  // namespace

TEST_CASE("page turn: the next label holds together, the first and a lower one part") {
  CHECK(turn("^ 1 (3)\nText.\n---\n^ 2 (3)\nText.") < 0);
  CHECK(turn("^ 1 (3)\nText.\n---\n^ 1 (2)\nText.") > 0);
  CHECK(turn("^ 5 (9)\nText.\n---\n^ 3 (12)\nText.") > 0);
}

TEST_CASE("page turn: behind the last page of a paper another one begins, whatever its number") {
  CHECK(turn("^ Sida 1 av 1\nText.\n---\n^ 11\nText.") > 0);
  CHECK(turn("^ 2 (2)\nText.\n---\n^ 3 (3)\nText.") <= 0);
}

TEST_CASE("page turn: an extract has the label of the page that it was taken from") {
  CHECK(turn("Text.\n---\n^ 7 (9)\nText.") > turn("Text.\n---\n^ 2 (9)\nText."));
  CHECK(turn("^ 6 (9)\nText.\n---\nText.\n---\n^ 8 (9)\nText.") < 0);
}

TEST_CASE("page turn: a number without total may be that of another paper") {
  CHECK(turn("Text.\n---\n^ Sid 2\nText.") < 0);
  CHECK(turn("Text.\n---\n^ Sid 9\nText.") == turn("Text.\n---\n^ Almvik\nText."));
}

TEST_CASE("page turn: heads that tell different days part") {
  CHECK(turn("^ Almvik 2024-05-02\nText.\n---\n^ Almvik 2024-06-04\nText.") > 0);
  CHECK(turn("^ Almvik den 2 maj 2024\nText.\n---\n^ Almvik 2024-05-02\nText.") == 0);
}

TEST_CASE("page turn: heads that share no word, or name other kinds of paper, part") {
  CHECK(turn("^ Almviks kommun\nText.\n---\n^ Nordrevision\nText.") > 0);
  CHECK(turn("^ Almviks kommun\nText.\n---\n^ Almviks kommun\nText.") == 0);
  CHECK(turn("^ Almviks kommun Kallelse\nText.\n---\n^ Almviks kommun Tjänsteskrivelse\nText.") >
        turn("^ Almviks kommun\nText.\n---\n^ Nordrevision\nText."));
  CHECK(turn("^ Almviks kommun Program\nText.\n---\n^ Almviks kommun Policy\nText.") == 0);
}

TEST_CASE("page turn: minutes are named in the head of their pages") {
  const std::vector<Page> pages =
      pages_of("^ Almviks kommun Protokoll\nText.\n---\n^ Almvik\nText.");
  const std::vector<Furniture> furniture = find_furniture(pages, shipped_rules());
  const PageTurns turns(pages, furniture, shipped_rules());
  CHECK(turns.heads_minutes(0));
  CHECK_FALSE(turns.heads_minutes(1));
}
