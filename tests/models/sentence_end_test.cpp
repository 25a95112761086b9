#include "models/sentence_end.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("sentence end: what closes a sentence and what leaves it open") {
  for (const char* closed :
       {"Motionen avslås.", "besluta:", "Varför? ", "”Fler träd”", "[se bilaga]"}) {
    CAPTURE(closed);
    CHECK(ends_sentence(closed));
  }
  for (const char* open : {"", "Nämnden beslutar att", "hälso-", "godkänna,", "(bilaga)"}) {
    CAPTURE(open);
    CHECK_FALSE(ends_sentence(open));
  }
}
