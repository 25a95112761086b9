#include "tools/diarium/operation/log_line.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("log line: key=value with quotes where they are needed") {
  CHECK(log_line(LogForm::keyvalue, "set_aside", {{"path", "a b.pdf"}, {"reason", "damaged"}}) ==
        R"(event=set_aside path="a b.pdf" reason=damaged)");
  CHECK(log_line(LogForm::keyvalue, "x", {{"path", R"(a"b\c)"}}) == R"(event=x path="a\"b\\c")");
}

TEST_CASE("log line: JSON keeps the order of its fields, and any bytes give valid JSON") {
  CHECK(log_line(LogForm::json, "set_aside", {{"path", "å"}, {"reason", "empty"}}) ==
        R"({"event":"set_aside","path":"å","reason":"empty"})");
  CHECK_NOTHROW(log_line(LogForm::json, "x", {{"path", "\xE5"}}));
}

TEST_CASE("log line: a name with a line break makes no line of its own") {
  for (const LogForm form : {LogForm::text, LogForm::keyvalue, LogForm::json}) {
    const std::string line = log_line(form, "x", {{"path", "a\nevent=finished"}});
    CHECK(line.find('\n') == std::string::npos);
  }
}
