#include "extractors/own_paragraphs.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("own paragraphs: those that count on are the minutes' own") {
  const OwnParagraphs own(std::vector<PrintedParagraph>{
      {"KS", 112}, {"TN", 87}, {"Au", 201}, {"KS", 113}, {"Au", 204}, {"KS", 114}});
  CHECK(own.among_others());
  CHECK(own.has("Ks"));
  CHECK(own.has(""));
  CHECK_FALSE(own.has("TN"));
  CHECK_FALSE(own.has("Au"));
}

TEST_CASE("own paragraphs: in an extract the last body's") {
  const OwnParagraphs own(std::vector<PrintedParagraph>{{"Au", 133}, {"Ks", 98}});
  CHECK(own.has("Ks"));
  CHECK_FALSE(own.has("Au"));
}

TEST_CASE("own paragraphs: where one kind is printed, it is") {
  const OwnParagraphs own(std::vector<PrintedParagraph>{{"", 1}, {"", 2}});
  CHECK_FALSE(own.among_others());
  CHECK(own.has(""));
  CHECK(own.has("KS"));
  const OwnParagraphs none(std::vector<PrintedParagraph>{});
  CHECK(none.has("KS"));
}
