#include "pipeline/segment/text_flow.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

std::vector<std::string> texts(std::string_view lines) {
  std::vector<std::string> result;
  for (const Passage& passage : rejoined(passages_in(pages_of(lines))))
    result.push_back(passage.text);
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("text flow: a sentence goes on over a page break, a note and a figure") {
  CHECK(texts("Träden behövs för\n---\natt luften ska bli ren.") ==
        Texts{"Träden behövs för att luften ska bli ren."});
  CHECK(texts("Träden behövs därför\n& 1 En not.\n---\nför att luften ska bli ren.") ==
        Texts{"Träden behövs därför för att luften ska bli ren.", "1 En not."});
  CHECK(texts("Träden behövs därför\n[] Ett träd\nför luftens skull.") ==
        Texts{"Träden behövs därför för luftens skull.", "Ett träd"});
}

TEST_CASE("text flow: what ends or begins as a sentence stays apart") {
  CHECK(texts("Träden behövs.\n---\nluften är ren.").size() == 2);
  CHECK(texts("Träden behövs\n---\nLuften är ren.").size() == 2);
  CHECK(texts("Det gäller följande:\n---\nträden.").size() == 2);
  CHECK(texts("# Rubrik utan punkt\n---\nliten bokstav.").size() == 2);
}

TEST_CASE("text flow: within a page and column layout has the say") {
  CHECK(texts("Träden behövs\nför luften.").size() == 2);
}

TEST_CASE("text flow: clauses and items stay apart") {
  CHECK(texts("att godkänna planen, samt\n---\natt uppdra åt nämnden att räkna träd").size() == 2);
  CHECK(texts("- ett träd\n---\n- en buske").size() == 2);
}

TEST_CASE("text flow: an item goes on over the page break") {
  CHECK(texts("- ett träd vid\n---\nån i parken") == Texts{"- ett träd vid ån i parken"});
}

TEST_CASE("text flow: a note goes on in the next block of the foot") {
  CHECK(texts("Text.\n& 1 En lång not. Tillgänglig:\n& http://almvik.se/not") ==
        Texts{"Text.", "1 En lång not. Tillgänglig: http://almvik.se/not"});
}
