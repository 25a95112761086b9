#include "extractors/attachments.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> attachments_of(std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  return Attachments(book).extract(document_of(DocumentKind::tjansteskrivelse, lines));
}

}  // namespace

TEST_CASE("attachments: what stands under Beslutsunderlag, without its number") {
  const auto findings = attachments_of(
      "#basis Beslutsunderlag\n1. Bilaga Budgetuppföljning.\n2. Karta\n#recipients Skickas till\n"
      "1. Akten");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].record == Record(Attachment{"1", "Bilaga Budgetuppföljning.", {}}));
  CHECK(findings[1].record == Record(Attachment{"2", "Karta", {}}));
  CHECK(findings[0].rule == "attachments.item");
}

TEST_CASE("attachments: introductions, instructions and the word for none are no items") {
  CHECK(attachments_of("#basis Beslutsunderlag\nFöljande handlingar finns i ärendet:\n"
                       "! Ange alla handlingar\nInga bilagor")
            .empty());
}

TEST_CASE("attachments: a labelled line of a letter names one, where there is no list") {
  const auto findings = attachments_of("Synpunkter lämnas i maj.\nBilaga: Förslag till program");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].record == Record(Attachment{"", "Förslag till program", {}}));
  CHECK(attachments_of(
            "#basis Beslutsunderlag\n1. Karta\n#other Övrigt\nBilaga: Förslag till program")
            .size() == 1);
}
