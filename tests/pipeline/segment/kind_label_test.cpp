#include "pipeline/segment/kind_label.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("kind label: the first line names the kind of the paper") {
  struct Case {
    const char* line;
    DocumentKind kind;
    LabelForm form;
  };
  const std::vector<Case> cases{
      {"ALTERNATIVT FÖRSLAG", DocumentKind::alternativt_forslag, LabelForm::alone},
      {" Alternativt förslag:", DocumentKind::alternativt_forslag, LabelForm::alone},
      {"Ändringsförslag KC1", DocumentKind::andringsforslag, LabelForm::alone},
      {"Tilläggsyrkande", DocumentKind::tillaggsforslag, LabelForm::alone},
      {"K A L L E L S E", DocumentKind::kallelse, LabelForm::alone},
      {"Motion: Fler träd i parken", DocumentKind::motion, LabelForm::titled},
      {"Motion till kommunfullmäktige", DocumentKind::motion, LabelForm::alone},
      {"Motion om fler träd", DocumentKind::motion, LabelForm::related},
      {"Svar på motion om fler träd", DocumentKind::motionssvar, LabelForm::related},
      {"Initiativ – Yttrande över täkten", DocumentKind::initiativ, LabelForm::titled},
      {"Initiativärende till Kommunstyrelsens sammanträde 2024-11-25:", DocumentKind::initiativ,
       LabelForm::meeting},
      {"Bilaga 2", DocumentKind::bilaga, LabelForm::alone},
      {"Enkel fråga (S) om snöröjning", DocumentKind::interpellation, LabelForm::related},
      {"Skrivelse träd i parken", DocumentKind::tjansteskrivelse, LabelForm::prefix},
  };
  for (const Case& expected : cases) {
    INFO(expected.line);
    const auto label = kind_label_of(expected.line, shipped_rules());
    REQUIRE(label);
    CHECK(label->kind == expected.kind);
    CHECK(label->form == expected.form);
  }
}

TEST_CASE("kind label: a word that merely begins like a kind is none") {
  for (const char* line : {"Motionären anför", "Motionsspår i skogen", "Kallelsen skickas ut",
                           "Protokollets justering", ""}) {
    INFO(line);
    CHECK_FALSE(kind_label_of(line, shipped_rules()));
  }
}

TEST_CASE("kind label: a label for a meeting gives body and date") {
  const auto label = kind_label_of(
      "Alternativt förslag till Kommunstyrelsens sammanträde 2024-11-25:", shipped_rules());
  REQUIRE(label);
  CHECK(label->body == "Kommunstyrelsen");
  CHECK(label->date == "2024-11-25");
}

TEST_CASE("kind label: what follows the sign is the title") {
  CHECK(kind_label_of("Initiativärende: Ta fram en plan", shipped_rules())->title ==
        "Ta fram en plan");
  CHECK(kind_label_of("Bilaga 1: Karta", shipped_rules())->title == "Karta");
}

TEST_CASE("kind label: codes of agenda items") {
  CHECK(agenda_code_of("KC1: Socialt program", shipped_rules()) == "KC1");
  CHECK(agenda_code_of("Ändringsförslag PF12", shipped_rules()) == "PF12");
  CHECK(agenda_code_of("Budget 2025", shipped_rules()).empty());
}

TEST_CASE("kind label: kinds named among other words") {
  CHECK(kind_named_in("ALMVIKS KOMMUN SAMMANTRÄDESPROTOKOLL", shipped_rules())->form ==
        "Sammanträdesprotokoll");
  CHECK(kind_named_in("KS240930 V Alternativt förslag SP7", shipped_rules())->kind ==
        DocumentKind::alternativt_forslag);
  CHECK_FALSE(kind_named_in("Almviks kommun", shipped_rules()));
}

TEST_CASE("kind label: a word that counts alone says nothing at the start of a title") {
  const auto alone = kind_label_of("DELEGATIONSBESLUT", shipped_rules());
  REQUIRE(alone);
  CHECK(alone->kind == DocumentKind::delegationsbeslut);
  CHECK_FALSE(kind_label_of("Delegationsbeslut juni 2024", shipped_rules()));
}

TEST_CASE("kind label: behind the addressee and a colon stands the title") {
  const auto label =
      kind_label_of("Motion till kommunfullmäktige i Almvik: Fler träd", shipped_rules());
  REQUIRE(label);
  CHECK(label->title == "Fler träd");
  CHECK(label->form == LabelForm::titled);
}
