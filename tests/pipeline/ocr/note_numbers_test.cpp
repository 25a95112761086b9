#include "pipeline/ocr/note_numbers.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

constexpr double kHeight = 1000;

/// A mark in the text, one a line.
RaisedNumber mark(int line, const std::string& digits, double confidence = 0.9) {
  const double y = 100.0 + 30 * line;
  return {.mark = {.box = {200, y - 20, 208, y - 8}, .baseline = y, .letters = 12},
          .digits = digits,
          .confidence = confidence};
}

RaisedNumber unread(int line, const std::string& raw) {
  RaisedNumber number = mark(line, "", 0.5);
  number.raw = raw;
  return number;
}

/// A number before a note at the foot.
RaisedNumber note(int line, const std::string& digits, double confidence = 0.9) {
  RaisedNumber number = mark(20 + line, digits, confidence);
  number.mark.opens = true;
  return number;
}

std::string digits_of(const std::vector<RaisedNumber>& numbers) {
  std::string digits;
  for (const RaisedNumber& number : numbers) digits += (digits.empty() ? "" : " ") + number.digits;
  return digits;
}

std::string ordered(std::vector<RaisedNumber> numbers) {
  return digits_of(in_running_order(std::move(numbers), kHeight));
}

}  // namespace

TEST_CASE("note numbers: what was read right stays, in reading order") {
  CHECK(ordered({note(0, "4"), note(1, "5"), mark(3, "5"), mark(1, "4")}) == "4 5 4 5");
}

TEST_CASE("note numbers: a misread mark gets the number that is missing, and says what was read") {
  const auto numbers = in_running_order(
      {mark(0, "1"), mark(1, "7"), mark(2, "3"), note(0, "1"), note(1, "2"), note(2, "3")},
      kHeight);
  CHECK(digits_of(numbers) == "1 2 3 1 2 3");
  CHECK(numbers[1].raw == "7");
  CHECK(numbers[1].confidence == Approx(0.5));
  CHECK(numbers[0].raw.empty());
}

TEST_CASE("note numbers: a mark that is no digit is one where a note asks for it") {
  CHECK(ordered({unread(0, "å"), note(0, "4")}) == "4 4");
  CHECK(ordered({mark(0, "1"), unread(1, "t"), mark(2, "3"), note(0, "1"), note(1, "2"),
                 note(2, "3")}) == "1 2 3 1 2 3");
  CHECK(ordered({unread(0, "å"), unread(1, "”"), note(0, "4")}) == "4 4");
  CHECK(ordered({unread(0, "å")}).empty());
}

TEST_CASE("note numbers: where a note was overlooked those below it keep their numbers") {
  CHECK(ordered({note(0, "12"), note(1, "13"), note(2, "15"), note(3, "16"), note(4, "17")}) ==
        "12 13 15 16 17");
  CHECK(ordered({note(0, "12"), note(1, "13"), note(2, "15"), note(3, "9"), note(4, "17")}) ==
        "12 13 15 16 17");
}

TEST_CASE("note numbers: a misread note gets the number after the one above it") {
  CHECK(ordered({mark(0, "8"), mark(1, "9"), mark(2, "10"), note(0, "8"), note(1, "3"),
                 note(2, "10")}) == "8 9 10 8 9 10");
}

TEST_CASE("note numbers: an illegible note stays where the others leave it its number") {
  CHECK(ordered({mark(0, "1"), note(0, "1", 0.4), note(1, "2"), note(2, "3")}) == "1 1 2 3");
  CHECK(ordered({note(0, "7", 0.4), note(1, "2"), note(2, "3")}) == "2 3");
}

TEST_CASE("note numbers: without a note only a clear digit is believed") {
  CHECK(ordered({mark(0, "2", 0.95), mark(1, "5", 0.6)}) == "2");
  CHECK(ordered({mark(0, "7", 0.95)}).empty());
}

TEST_CASE("note numbers: a clear number that fits no note is left as it is") {
  CHECK(ordered({mark(0, "9", 0.95), note(0, "1")}) == "9 1");
  CHECK(ordered({mark(0, "1"), mark(1, "9", 0.95), mark(2, "2"), note(0, "1"), note(1, "2")}) ==
        "1 9 2 1 2");
}

TEST_CASE("note numbers: marks on one line are read from the left") {
  RaisedNumber right = mark(0, "2");
  right.mark.box = {300, 78, 308, 90};
  right.mark.baseline -= 2;
  CHECK(ordered({right, mark(0, "1"), note(0, "1"), note(1, "2")}) == "1 2 1 2");
}
