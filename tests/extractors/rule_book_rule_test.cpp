#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>

#include <filesystem>
#include <fstream>

#include "extractors/rule_book.h"
#include "tests/growth.h"

using namespace diarium;

namespace {

/// A book with one more rule, "t.rule".
RuleBook book_with(const std::string& pattern) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("diarium_rule_test_" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "t.toml")
      << "[rule.rule]\npattern = '''" << pattern << "'''\nmatch = ['x']\nreject = ['y']\n";
  RuleBook book = RuleBook::overlaid(folder);
  std::filesystem::remove_all(folder);
  return book;
}

std::vector<std::string> texts(const std::string& pattern, const std::string& text) {
  const RuleBook book = book_with(pattern);
  std::vector<std::string> found;
  for (const Match& match : book.rule("t.rule").matches(text)) {
    found.push_back(text.substr(match.span().begin, match.span().size()));
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("rule: word edges know Swedish letters and are no part of the match") {
  CHECK(texts(R"(\<år\>)", "får år åren (år) år") == Texts{"år", "år", "år"});
  CHECK(texts(R"(\<att\>)", "attö att, att.") == Texts{"att", "att"});
  CHECK(texts(R"(\<ärende)", "Ett ärende") == Texts{"ärende"});
}

TEST_CASE("rule: matches that share one blank or one bracket are all found") {
  CHECK(texts(R"(\<\pL\>)", "a b c d") == Texts{"a", "b", "c", "d"});
  CHECK(texts(R"(\<\(\pL\))", "(a)(b)(c)") == Texts{"(a)", "(b)", "(c)"});
  CHECK(texts(R"(\pL\>)", "å ä ö") == Texts{"å", "ä", "ö"});
}

TEST_CASE("rule: blanks of any kind are one macro") {
  CHECK(texts(R"(1\_kr)", "1 kr 1\u00A0kr 1\u202Fkr 1\tkr 1kr").size() == 4);
}

TEST_CASE("rule: an empty match moves on by one letter") {
  CHECK(texts("x*", "åxä") == Texts{"", "x", "", ""});
}

TEST_CASE("rule: whole wants the whole text, blanks at its ends aside") {
  const RuleBook book = book_with(R"(\<(?P<head>Beslut)(?P<colon>:)?\>)");
  const Rule& rule = book.rule("t.rule");
  const auto match = rule.whole("  Beslut: ");
  REQUIRE(match.has_value());
  CHECK(match->span() == Span{2, 9});
  CHECK((*match)["head"] == "Beslut");
  CHECK(match->span_of("head") == Span{2, 8});
  CHECK(match->span_of("nothing").empty());
  CHECK_FALSE(rule.whole("Beslut idag").has_value());
  CHECK_FALSE(rule.whole("(Beslut)").has_value());
  CHECK(rule.whole("Beslut")->span_of("colon").empty());
}

TEST_CASE("rule: the time grows with the text and not with its square") {
  const RuleBook book = book_with(R"(\<\(\pL+\))");
  const auto search = [&](std::size_t count) {
    std::string text;
    while (text.size() < count) text += "(å)(";
    return [&book, text] { CHECK_FALSE(book.rule("t.rule").matches(text).empty()); };
  };
  CHECK(test::growth_of(search(250'000), search(1'000'000)).ratio() <= 6);
}
