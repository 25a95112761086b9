#include "pipeline/segment/instructions.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

std::vector<Passage> marked(std::string_view lines) {
  const auto pages = pages_of(lines);
  return with_instructions(passages_in(pages), pages, shipped_rules());
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("instructions: a bracket of the template is cut off the clause it follows") {
  const auto passages = marked("Anta planen för träd. [Beslutet ska framgå i klartext\n  här.]");
  CHECK(texts_of(passages, ParagraphKind::body) == Texts{"Anta planen för träd."});
  CHECK(texts_of(passages, ParagraphKind::instruction) ==
        Texts{"[Beslutet ska framgå i klartext här.]"});
}

TEST_CASE("instructions: one bracket runs over several paragraphs and lists") {
  const auto passages = marked(
      "[Under denna rubrik beskrivs ärendet.\nEn checklista:\n- Lagstiftning\n- Samråd?]\nTräden "
      "behövs.");
  CHECK(texts_of(passages, ParagraphKind::instruction).size() == 4);
  CHECK(texts_of(passages, ParagraphKind::body) == Texts{"Träden behövs."});
}

TEST_CASE("instructions: text goes on behind the bracket") {
  const auto passages = marked("Före [Skriv text här] efter");
  CHECK(texts_of(passages, ParagraphKind::body) == Texts{"Före", "efter"});
  CHECK(texts_of(passages, ParagraphKind::instruction) == Texts{"[Skriv text här]"});
}

TEST_CASE("instructions: two brackets in one line") {
  const auto passages = marked("Före [Skriv text här] mitt [Ange även e-post] efter");
  CHECK(texts_of(passages, ParagraphKind::body) == Texts{"Före", "mitt", "efter"});
}

TEST_CASE(
    "instructions: on a scan one whose end was not read ends where text says nothing of one") {
  auto pages = pages_of(
      "[Beslutet ska framgå i klartext.\nTa aldrig bort denna rubrik.\nTräden behövs.\n[Skriv "
      "text här]");
  for (Word& word : pages[0].words) word.confidence = 0.9;
  const auto passages = with_instructions(passages_in(pages), pages, shipped_rules());
  CHECK(texts_of(passages, ParagraphKind::body) == Texts{"Träden behövs."});
  CHECK(texts_of(passages, ParagraphKind::instruction).size() == 3);
}

TEST_CASE("instructions: on a scan an upright stroke around a paragraph is its bracket") {
  auto pages = pages_of("| Under denna rubrik anges samverkan.\n  Ta bort rubriken.|\nTräd.");
  CHECK(texts_of(with_instructions(passages_in(pages), pages, shipped_rules()),
                 ParagraphKind::instruction)
            .empty());
  for (Word& word : pages[0].words) word.confidence = 0.9;
  CHECK(texts_of(with_instructions(passages_in(pages), pages, shipped_rules()),
                 ParagraphKind::body) == Texts{"Träd."});
}

TEST_CASE("instructions: other brackets are text") {
  for (const char* line : {"Se bilagan [1] för mera.", "Nämden [sic] beslutar.",
                           "[Ett öppet tecken utan slut. Under denna rubrik."}) {
    INFO(line);
    CHECK(texts_of(marked(line), ParagraphKind::instruction).empty());
  }
}
