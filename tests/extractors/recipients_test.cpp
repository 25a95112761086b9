#include "extractors/recipients.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Record> recipients_of(std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<Record> recipients;
  for (const Finding& finding :
       Recipients(book).extract(document_of(DocumentKind::tjansteskrivelse, lines))) {
    recipients.push_back(finding.record);
  }
  return recipients;
}

using Records = std::vector<Record>;

}  // namespace

TEST_CASE("recipients: to whom the decision goes") {
  CHECK(
      recipients_of("#recipients Beslutet expedieras till\n1. Kommunstyrelsen\n"
                    "2. Kultur- och fritidsnämnden") ==
      Records{Recipient{"Kommunstyrelsen", false}, Recipient{"Kultur- och fritidsnämnden", false}});
}

TEST_CASE("recipients: a plain list of lines is a list") {
  CHECK(recipients_of("#recipients Skickas till\nKommunstyrelsen\n  Akten") ==
        Records{Recipient{"Kommunstyrelsen", false}, Recipient{"Akten", false}});
}

TEST_CASE("recipients: a comma before a body parts two, any other none") {
  CHECK(recipients_of("#recipients Skickas till\nFörslagsställaren, kultur- och fritidsnämnden") ==
        Records{Recipient{"Förslagsställaren", false},
                Recipient{"kultur- och fritidsnämnden", false}});
  CHECK(recipients_of("#recipients Skickas till\nKansliet, registrator") ==
        Records{Recipient{"Kansliet, registrator", false}});
}

TEST_CASE("recipients: three or more between commas are as many, and so are two beside a body") {
  CHECK(recipients_of("#recipients Skickas till\nSökanden, kvalitetschefen, akten") ==
        Records{Recipient{"Sökanden", false}, Recipient{"kvalitetschefen", false},
                Recipient{"akten", false}});
  CHECK(recipients_of("#recipients Skickas till\nKommunstyrelsen, ekonomichefen") ==
        Records{Recipient{"Kommunstyrelsen", false}, Recipient{"ekonomichefen", false}});
}

TEST_CASE("recipients: semicolons part, commas of an address or a name don't") {
  CHECK(recipients_of("#recipients Skickas till\nKrisledningen; diariet") ==
        Records{Recipient{"Krisledningen", false}, Recipient{"diariet", false}});
  CHECK(recipients_of("#recipients Skickas till\nHamnbolaget, Box 4, 123 45 Almvik") ==
        Records{Recipient{"Hamnbolaget, Box 4, 123 45 Almvik", false}});
  CHECK(recipients_of("#recipients Skickas till\nKultur-, fritids- och ungdomsnämnden") ==
        Records{Recipient{"Kultur-, fritids- och ungdomsnämnden", false}});
}

TEST_CASE("recipients: who attests an extract at its foot is none") {
  CHECK(recipients_of("#recipients Skickas till\nAkten\nJusterandes sign Utdragsbestyrkande") ==
        Records{Recipient{"Akten", false}});
}

TEST_CASE("recipients: Ingen is an empty set, not an unknown one") {
  CHECK(recipients_of("#recipients Beslutet expedieras till\n1. Ingen") ==
        Records{Recipient{"", true}});
}

TEST_CASE("recipients: instructions of a template never count") {
  CHECK(recipients_of("#recipients Beslutet expedieras till\n1. Samtliga nämnder\n"
                      "! Ska beslutet inte skickas ange då: ”Ingen expediering”") ==
        Records{Recipient{"Samtliga nämnder", false}});
  CHECK(recipients_of("#matter Ärendet\nIngen").empty());
}
