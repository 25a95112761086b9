#include "extractors/signatures_blocks.h"

#include <catch2/catch.hpp>

#include "document_builder.h"

using namespace diarium;

namespace {

/// Kind and number of paragraphs of each block: "card 2".
std::vector<std::string> blocks_of(DocumentKind kind, const char* lines) {
  static const RuleBook rules = RuleBook::built_in();
  static const SignatureGrammar grammar(rules);
  const Document document = document_of(kind, lines);
  std::vector<std::string> blocks;
  for (const SignatureBlock& block : signature_blocks(document, grammar)) {
    constexpr const char* kNames[] = {"signature", "card", "attestation", "sign-off"};
    blocks.push_back(kNames[static_cast<int>(block.kind)] +
                     (" " + std::to_string(block.paragraphs.size())));
    if (block.group) blocks.back() += " " + block.group->text;
  }
  return blocks;
}

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("signature blocks: text ends a block, stamps and notes don't") {
  CHECK(blocks_of(
            DocumentKind::tjansteskrivelse,
            "^ Eva Ek\n^ Handläggare\nText\n| Nils Löw\n! Ta bort\n| Chef\nText\n| Per Sjö\n") ==
        Blocks{"card 2", "signature 2", "signature 1"});
}

TEST_CASE("signature blocks: a group's line above counts though it was taken for a heading") {
  CHECK(blocks_of(DocumentKind::initiativ,
                  "# Moderaterna i Almvik\n| Eva Ek\nText\n# Bakgrund\n| Nils Löw\n") ==
        Blocks{"signature 1 Moderaterna i Almvik", "signature 1"});
}

TEST_CASE("signature blocks: cards and roles that nobody marked") {
  CHECK(blocks_of(DocumentKind::tjansteskrivelse,
                  "Teknikkontoret\n  Eva Ek, utredare\n  0123-45 67 89\n# Ärende\n") ==
        Blocks{"card 1"});
  CHECK(blocks_of(DocumentKind::rapport, "# Slut\nEva Ek\n  Skogsingenjör\n") ==
        Blocks{"signature 1"});
  CHECK(blocks_of(DocumentKind::rapport, "# Slut\n| Eva Ek\nSkogsingenjör\nText\n") ==
        Blocks{"signature 2"});
  CHECK(
      blocks_of(DocumentKind::rapport, "# Slut\nVi frågade\n  Eva Ek\n  som är\n  Skogsingenjör\n")
          .empty());
}

TEST_CASE("signature blocks: attestations of minutes, sign-offs of e-mails") {
  CHECK(blocks_of(DocumentKind::protokoll,
                  "#attestation Justering\nSekreterare\n- Eva Ek\n#other Ärende\nNils Löw\n") ==
        Blocks{"attestation 2"});
  CHECK(blocks_of(DocumentKind::e_post, "Hej\nMed vänlig hälsning\nEva Ek\n# Ämne\nNils Löw\n") ==
        Blocks{"sign-off 2"});
  CHECK(blocks_of(DocumentKind::motion, "Med vänlig hälsning\nEva Ek\n").empty());
}
