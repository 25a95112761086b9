#include "extractors/rule_book_pattern.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace diarium;

TEST_CASE("rule pattern: macros are replaced, escapes and classes are left alone") {
  const MacroText macro = [](std::string_view name) { return std::string(name) + "!"; };
  CHECK(expand_macros("a%{b}c", macro) == "a(?:b!)c");
  CHECK(expand_macros(R"(\\_)", macro) == R"(\\_)");
  CHECK(expand_macros(R"([x\_])", macro) == R"([x \t\x{00A0}\x{2009}\x{202F}])");
  CHECK(expand_macros(R"(\_)", macro) == R"((?:[ \t\x{00A0}\x{2009}\x{202F}]+))");
  CHECK_THROWS_AS(expand_macros("%{b", macro), std::runtime_error);
}

TEST_CASE("rule pattern: a vocabulary is an alternation with the longest form first") {
  const std::vector<Term> terms = {{.name = "KS", .forms = {"KS", "KSAU"}, .fields = {}},
                                   {.name = "F!", .forms = {"F!", "x y"}, .fields = {}}};
  const std::string text = alternation_of(terms);
  CHECK(text.find("KSAU") < text.find("KS|"));
  CHECK(text.find(R"(F\!)") != std::string::npos);
  const auto pattern = compile_pattern(text);
  CHECK(re2::RE2::FullMatch("x\u00A0y", *pattern->expression));
}

TEST_CASE("rule pattern: named groups are known by number, edges apart") {
  const auto pattern = compile_pattern(R"(\<(?P<a>x)(y)\>)");
  CHECK(pattern->group_names.size() == 5);
  CHECK(pattern->begin_edges.size() == 1);
  CHECK(pattern->end_edges.size() == 1);
  CHECK_THROWS_AS(compile_pattern("(?<=x)y"), std::runtime_error);
}
