#include "extractors/beslutssatser_text.h"

#include <catch2/catch.hpp>

#include "extractors/rule_book.h"

using namespace diarium;

namespace {

const Rule& unit() {
  static const RuleBook book = RuleBook::built_in();
  return book.rule("footnotes.unit");
}

}  // namespace

TEST_CASE("clause text: struck words and markers of notes are left out") {
  Text text;
  text.append("Att", {.page = 1});
  text.append_gap(" ");
  text.append("gamla", {.page = 1, .style = {.struck = true}});
  text.append_gap(" ");
  text.append("målen", {.page = 1});
  text.append("1", {.page = 1, .style = {.superscript = true}});
  text.append_gap("\u00A0");
  text.append("utgår", {.page = 1, .style = {.struck = true}});
  text.append(".", {.page = 1});
  CHECK(clean_text(text, {0, text.size()}, unit()) == "Att målen.");
  CHECK(clean_text(text, {4, 9}, unit()).empty());
}

TEST_CASE("clause text: the power of a unit is no marker of a note") {
  Text text;
  text.append("1200", {.page = 1});
  text.append_gap(" ");
  text.append("m", {.page = 1});
  text.append("2", {.page = 1, .style = {.superscript = true}});
  text.append_gap(" ");
  text.append("park", {.page = 1});
  text.append("2", {.page = 1, .style = {.superscript = true}});
  CHECK(clean_text(text, {0, text.size()}, unit()) == "1200 m² park");
}

TEST_CASE("clause text: what ties clauses together is taken off") {
  for (const char* clause :
       {"att A, samt", "att A samt", "att A, och", "att A;", "att A,", "att A", " att A , "}) {
    INFO(clause);
    CHECK(without_joiner(clause) == "att A");
  }
  CHECK(without_joiner("A och B.") == "A och B.");
}

TEST_CASE("clause text: quotation marks around the whole are taken off") {
  CHECK(without_quotes("”Ingen ska vara hemlös.”") == "Ingen ska vara hemlös.");
  CHECK(without_quotes("\"A\".") == "A");
  CHECK(without_quotes("”A” och ”B”") == "”A” och ”B”");
  CHECK(without_quotes("”A") == "”A");
  CHECK(without_quotes("”") == "”");
  CHECK(begins_quoted(" »A"));
  CHECK_FALSE(begins_quoted("A”"));
  CHECK(ends_quoted("A”."));
  CHECK_FALSE(ends_quoted("A"));
}

TEST_CASE("clause text: a span is trimmed at both ends") {
  CHECK(trimmed("  ab ", {0, 5}) == Span{2, 4});
  CHECK(trimmed("    ", {1, 3}).empty());
}
