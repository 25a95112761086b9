#include "models/line_forms.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("line forms: a bold label names what follows on its line") {
  const Word label{.text = "justera:", .style = {.bold = true}};
  const Word stressed{.text = "inte", .style = {.bold = true}};
  const Word plain{.text = "Ek"};
  CHECK(is_label_with_value({&stressed, &label, &plain, &plain}));
  CHECK_FALSE(is_label_with_value({&stressed, &plain}));
  CHECK_FALSE(is_label_with_value({&label, &stressed}));
  CHECK_FALSE(is_label_with_value({&plain, &label, &plain}));
  CHECK_FALSE(is_label_with_value({}));
}

TEST_CASE("line forms: a case number in a line of its own is a label with its value") {
  const Word label{.text = "Dnr:"};
  const Word authority{.text = "KS"};
  const Word number{.text = "2024/31", .style = {.bold = true}};
  const Word title{.text = "Motion"};
  CHECK(is_label_with_value({&label, &authority, &number}));
  CHECK_FALSE(is_label_with_value({&label, &number, &title}));
  CHECK_FALSE(is_label_with_value({&number, &authority}));
  CHECK_FALSE(is_label_with_value({&label}));
}

TEST_CASE("line forms: what a recogniser makes of a list's numbers") {
  for (const char* const word : {"s-", "u.", "l", "|", "|.", "1O", "l3."}) {
    INFO(word);
    CHECK(may_be_misread_number(word));
  }
  for (const char* const word : {"a)", "-", "•", "Val", "", "Budget", "12345"}) {
    INFO(word);
    CHECK_FALSE(may_be_misread_number(word));
  }
}
