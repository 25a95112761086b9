#include <catch2/catch.hpp>

#include "tools/corpus/truth_keeper.h"

using namespace diarium;
using namespace diarium::corpus;

TEST_CASE("case numbers: the ways in which clerks write them") {
  struct Example {
    const char* printed;
    const char* normal;
    const char* classification;
  };
  for (const Example& example : {Example{"BUN 2024-00071 1.2.4.1", "BUN/2024/71", "1.2.4.1"},
                                 {"2024-00071 1.2.4.1", "2024/71", "1.2.4.1"},
                                 {"KS/2024:123", "KS/2024/123", ""},
                                 {"KS 2024/14", "KS/2024/14", ""},
                                 {"2024/KS 0123", "KS/2024/123", ""},
                                 {"2024/KS 0123 003", "KS/2024/123", "003"},
                                 {"KS-2024-00486", "KS/2024/486", ""},
                                 {"KU.2024.3", "KU/2024/3", ""},
                                 {"00322/2024", "2024/322", ""}}) {
    INFO(example.printed);
    const CaseNumber number = case_number_of(example.printed);
    CHECK(normal_form(number) == example.normal);
    CHECK(number.classification == example.classification);
    CHECK(number.raw == example.printed);
  }
}

TEST_CASE("sentences: the one around a note marker, also after its stop") {
  const RichText before =
      parse_rich("Först detta. Närvaron{fn|1} sjönk bl.a. i år 9. Sedan inget.");
  CHECK(sentence_at(before, before.marks[0].span.begin - 1) == "Närvaron sjönk bl.a. i år 9.");
  const RichText after = parse_rich("Först detta. Närvaron sjönk.{fn|2} Sedan inget.");
  CHECK(sentence_at(after, after.marks[0].span.begin - 1) == "Närvaron sjönk.");
}
