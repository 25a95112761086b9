#include "models/line_end.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("line end: what the end of a line does to a word") {
  struct Case {
    const char* word;
    const char* next;
    LineEnd end;
  };
  for (const Case& c :
       {Case{"kommun-", "styrelsen", LineEnd::divided},
        Case{"kommun\u00AD", "Styrelsen", LineEnd::divided},
        Case{"kommun\u2010", "styrelsen", LineEnd::divided},
        Case{"Lars-", "Åke", LineEnd::hyphenated}, Case{"2018-", "2020", LineEnd::hyphenated},
        Case{"hälso-", "och", LineEnd::blank}, Case{"fritids-", "eller", LineEnd::blank},
        Case{"beslutar", "att", LineEnd::blank}, Case{"-", "att", LineEnd::blank},
        Case{"kr:-", "per", LineEnd::blank}}) {
    CAPTURE(c.word, c.next);
    CHECK(line_end_of(c.word, c.next) == c.end);
  }
}
