#include "extractors/rule_book_file.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace diarium;

TEST_CASE("rule file: rules with examples and terms with further columns") {
  const WrittenFile file = parse_rule_file("x.toml", R"(
term = [{name = "avslå", forms = ["avslås"], code = "REJECT"}]
[rule.heading]
pattern = '''^Beslut$'''
confidence = 0.5
match = ["Beslut"]
reject = ["Beslutet"]
)");
  REQUIRE(file.terms.size() == 1);
  CHECK(file.terms[0].forms == std::vector<std::string>{"avslå", "avslås"});
  CHECK(file.terms[0].fields.at("code") == "REJECT");
  CHECK(file.rules.at("heading").pattern == "^Beslut$");
  CHECK(file.rules.at("heading").confidence == 0.5);
}

TEST_CASE("rule file: what is wrong in it is named") {
  const struct {
    const char* content;
    const char* reason;
  } kRows[] = {
      {"= 1", "line 1"},
      {"x = 1", "x: is neither [rule.NAME] nor [[term]]"},
      {"[rule.a]\nmatch = ['x']\nreject = ['y']", "a: has no pattern"},
      {"[rule.a]\npattern = 'x'", "a: needs match and reject examples"},
      {"[rule.a]\npattern = 'x'\nmatch = ['x']\nreject = ['y']\nconfidence = 2.0",
       "a: has a confidence outside 0..1"},
      {"[rule.a]\npattern = 'x'\ncolour = 'red'", "a: has an unknown key: colour"},
      {"[rule.a]\npattern = 1", "a: holds something else than a text"},
      {"[[term]]\nforms = ['x']", "every term needs one"},
      {"[[term]]\nname = 'x'\nforms = 'y'", "x: holds a single value where a list is due"},
      {"[term]\nname = 'x'", "must be written as [[term]]"},
  };
  for (const auto& row : kRows) {
    INFO(row.content);
    CHECK_THROWS_WITH(parse_rule_file("x.toml", row.content),
                      Catch::StartsWith("x.toml: ") && Catch::Contains(row.reason));
  }
}

TEST_CASE("rule file: an overlay replaces by name, adds, and removes") {
  WrittenFile base = parse_rule_file("x.toml",
                                     "term = [{name = 'a', n = '1'}, {name = 'b'}]\n"
                                     "[rule.r]\npattern = 'x'\nmatch = ['x']\nreject = ['y']");
  lay_over(base, parse_rule_file(
                     "x.toml",
                     "term = [{name = 'a', n = '2'}, {name = 'b', remove = true}, {name = 'c'}]\n"
                     "[rule.r]\nremove = true"));
  REQUIRE(base.terms.size() == 2);
  CHECK(base.terms[0].fields.at("n") == "2");
  CHECK(base.terms[1].name == "c");
  CHECK(base.rules.empty());
}
