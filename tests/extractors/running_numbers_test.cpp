#include "extractors/running_numbers.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace diarium;

namespace {

/// "10 ? 12" as read gives "10 11! 12": `!` set right, `?` unknown, `_` before a number after a
/// gap.
std::string ordered(std::string_view list, RunStart start = RunStart::at_one) {
  std::vector<std::optional<int>> read;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    const std::string word(list.substr(begin, end - begin));
    read.push_back(word == "?" ? std::nullopt : std::optional<int>(std::stoi(word)));
    begin = end + 1;
  }
  std::string shown;
  for (const RunningNumber& number : in_running_order(read, start)) {
    if (!shown.empty()) shown += ' ';
    if (number.follows_a_gap) shown += '_';
    shown += number.value ? std::to_string(*number.value) : "?";
    if (number.repaired) shown += '!';
  }
  return shown;
}

}  // namespace

TEST_CASE("running numbers: what counts on stays as it is") {
  CHECK(ordered("1 2 3 4") == "1 2 3 4");
  CHECK(ordered("1") == "1");
  CHECK(ordered("") == "");
}

TEST_CASE("running numbers: one that breaks the order is the one that fits") {
  CHECK(ordered("1 2 ? 4") == "1 2 3! 4");
  CHECK(ordered("? 2 3 4") == "1! 2 3 4");
  CHECK(ordered("1 2 31 4 5") == "1 2 3! 4 5");
  CHECK(ordered("1 2 3 4 5 6 7 8 9 10 1 12 3 14") == "1 2 3 4 5 6 7 8 9 10 11! 12 13! 14");
  CHECK(ordered("1 2 3 ? ? 6") == "1 2 3 4! 5! 6");
  CHECK(ordered("1 2 3 ?") == "1 2 3 4!");
}

TEST_CASE("running numbers: a gap that nothing fills is told, not mended") {
  CHECK(ordered("1 2 4 5") == "1 2 _4 5");
  CHECK(ordered("1 2 ? 5 6") == "1 2 ? _5 6");
  CHECK(ordered("7 8 9") == "_7 8 9");
  CHECK(ordered("? ?") == "? ?");
}

TEST_CASE("running numbers: a second list begins anew, a number within an item stays") {
  CHECK(ordered("1 2 3 1 2") == "1 2 3 1 2");
  CHECK(ordered("1 2 1 3 4") == "1 2 1 3 4");
}

TEST_CASE("running numbers: §§ begin anywhere, and the last is not guessed") {
  CHECK(ordered("61 62 68 64 65", RunStart::anywhere) == "61 62 63! 64 65");
  CHECK(ordered("61 62 36", RunStart::anywhere) == "61 62 36");
  CHECK(ordered("61 70 71", RunStart::anywhere) == "61 _70 71");
}
