#include "pipeline/segment/boundaries.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

/// First and last pages of the documents.
std::vector<std::pair<int, int>> cut(std::string_view lines) {
  std::vector<std::pair<int, int>> found;
  for (const Document& document : documents_in(lines))
    found.emplace_back(document.first_page, document.last_page);
  return found;
}

using Cut = std::vector<std::pair<int, int>>;

constexpr const char* kSigned = "Eva Ek\n  Ordförande\n";

}  // namespace

TEST_CASE("boundaries: a page label that restarts begins a document, whatever stands there") {
  CHECK(cut("^ Sida 1(2)\nText.\n---\n^ Sida 2(2)\nText.\n---\n^ Sida 1(1)\nText.") ==
        Cut{{1, 2}, {3, 3}});
}

TEST_CASE("boundaries: a page label that goes on holds a document together") {
  CHECK(cut("^ 1 (3)\n# Plan\nText.\nEva Ek\n  Ordförande\n---\n^ 2 (3)\n# Motion om "
            "träd\nText.\n---\n^ 3 (3)\nText.") == Cut{{1, 3}});
}

TEST_CASE("boundaries: a page without label behind the last of its document") {
  CHECK(cut("^ Sida 1(1)\nText.\n---\nArbetsliv\n\nFrån: Eva Ek\n  Skickat: 2024-05-20\n  Till: "
            "Nils\n  Ämne: Träd\nHej\n---\n^ Sida 1(1)\nText.") == Cut{{1, 1}, {2, 2}, {3, 3}});
}

TEST_CASE("boundaries: a header card at the top of a page") {
  CHECK(cut("# Plan\nText.\n---\nEva Ek\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\n# "
            "Fler träd\nText.") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: rival proposals on one page") {
  const auto documents = documents_in(
      "# Ändringsförslag KC1\nText om träd.\nEva Ek (S)\n  Kommunalråd\n\n"
      "Alternativt förslag till Kommunstyrelsens sammanträde 2024-11-25:\n## KC1: Fler "
      "träd\nText.\nFör Vänsterpartiet i "
      "Kommunstyrelsen\nNils Löw och Bo Alm\n\nALTERNATIVT FÖRSLAG\n## Fler buskar\n## "
      "Kommunstyrelsens beslut\nAntas.\n"
      "För Centerpartiet,\nAnna Berg (C)\n\n# Initiativ – Fler bänkar\nText.");
  REQUIRE(documents.size() == 4);
  CHECK(documents[0].kind == DocumentKind::andringsforslag);
  CHECK(documents[1].title == "Fler träd");
  CHECK(documents[2].kind == DocumentKind::alternativt_forslag);
  CHECK(documents[3].kind == DocumentKind::initiativ);
  for (const Document& document : documents) CHECK(document.last_page == 1);
}

TEST_CASE("boundaries: papers to one meeting that begin with the same line, a page each") {
  const std::string paper =
      "Alternativt förslag till Kommunstyrelsens sammanträde 2024-11-25:\n## KC1: Fler träd\n"
      "Text.\nFör Vänsterpartiet i Kommunstyrelsen\nNils Löw och Bo Alm\n";
  CHECK(cut(paper + "---\n" + paper + "---\n" + paper) == Cut{{1, 1}, {2, 2}, {3, 3}});
}

TEST_CASE("boundaries: a titled label right after the signatures, though nothing shows a heading") {
  CHECK(cut("# Fler bänkar\nText.\nFör Centerpartiet,\nAnna Berg (C)\n---\nInitiativ – Fler "
            "träd\n\nText om träden i parken, som är få och står glest.\n") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: a question to the chairman on the page behind a signed motion") {
  CHECK(cut("# Fler bänkar\nText.\nFör Centerpartiet,\nAnna Berg (C)\n---\nInterpellation till "
            "kommunstyrelsens ordförande Eva Ek (S)\n\n# Vad händer med badet?\nInget har "
            "hänt.\n") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: a title as large as the last one, right after the signatures") {
  CHECK(documents_in(std::string("# Plan\nText.\n") + kSigned + "# En annan plan\nText.").size() ==
        2);
  CHECK(documents_in(std::string("# Plan\nText.\n") + kSigned + "## Mindre rubrik\nText.").size() ==
        1);
  CHECK(documents_in("# Plan\nText.\n# En annan plan\nText.").size() == 1);
}

TEST_CASE("boundaries: sections, § and groups after signatures begin nothing") {
  CHECK(
      documents_in(std::string("# Plan\nText.\n") + kSigned + "# Beslutsunderlag\nText.").size() ==
      1);
  CHECK(documents_in("## § 1 Val\nText.\nEva Ek (S)\n  Ordförande\n## § 2 Budget\nText.").size() ==
        1);
}

TEST_CASE("boundaries: a sentence, a list and a table hold together") {
  CHECK(cut("# Plan\nTräden behövs\n---\nmotion om träd i parken") == Cut{{1, 2}});
  CHECK(cut("# Plan\n1. Motion\n2. Kallelse\n---\n3. Protokoll\n4. Initiativ") == Cut{{1, 2}});
  CHECK(cut("# Plan\n| År | Antal |\n---\n| 2024 | 3 |") == Cut{{1, 2}});
}

TEST_CASE("boundaries: a word of a label within running text begins nothing") {
  CHECK(documents_in("# Plan\nText om saken.\nMotion\nText om motionen.").size() == 1);
  CHECK(documents_in("# Plan\nText.\nInitiativ från medborgarna är bra.").size() == 1);
}

TEST_CASE("boundaries: the head of an answered e-mail stays with the e-mail") {
  const char* head =
      "Från: Eva Ek\n  Skickat: 2024-05-20\n  Till: Nils\n  Ämne: Träd\nHej på dig.\n";
  CHECK(documents_in(std::string(head) + "-----Ursprungligt meddelande-----\n" + head).size() == 1);
}

TEST_CASE("boundaries: minutes that repeat their head on two pages are one") {
  CHECK(cut("## SAMMANTRÄDESPROTOKOLL\n## § 1 Val\nText.\n---\n## SAMMANTRÄDESPROTOKOLL\n## § 2 "
            "Budget\nText.") == Cut{{1, 2}});
}

TEST_CASE("boundaries: a card under lines that nobody knows belongs to the paper they open") {
  CHECK(documents_in("^ Sida 1(1)\nEva Ek\n  Trollkarl\n\nDatum\n  2024-06-11\nInstans\n  "
                     "Socialnämnden\n# Fler träd\nText.")
            .size() == 1);
}

TEST_CASE(
    "boundaries: a crest and a label that were misread are no paper above the one they head") {
  const std::string label = "^ Sida 1(1)\n# Plan\nText.\n---\n^ Sida 1(1)\n- 5) ALMVIKS KOMMUN\n";
  const std::string card = "Siv Alm\n  Handläggare\n  033-35 38 85\n# Fler träd\nText.";
  CHECK(cut(label + card) == Cut{{1, 1}, {2, 2}});
  CHECK(cut(label + "- Planen för träd och buskar vid de gamla vägarna i Almvik\n" + card).size() ==
        3);
}

TEST_CASE("boundaries: pages without text belong to the document before") {
  CHECK(cut("^ Sida 1(1)\nText.\n---\n\n---\n^ Sida 1(1)\nText.") == Cut{{1, 2}, {3, 3}});
}

TEST_CASE("boundaries: a card whose labels stand on the next page opens one paper") {
  CHECK(documents_in("# Plan\nText.\nEva Ek (S)\n\nSiv Alm\n  Handläggare\n  033-35 38 "
                     "85\n---\nDatum\n  2024-06-11\nInstans\n  Socialnämnden\n# Fler träd\nText.")
            .size() == 2);
}

TEST_CASE("boundaries: under an e-mail a case officer's card opens the next paper") {
  CHECK(
      documents_in("Från: Eva Ek\n  Skickat: 2024-05-20\n  Till: Nils\n  Ämne: Träd\nHej på dig, "
                   "här kommer planen.\nSiv Alm\n  Handläggare\n  033-35 38 85\n# Fler träd\nText.")
          .size() == 2);
}

TEST_CASE("boundaries: the title of a § may be that of a motion, at the top of a page as well") {
  CHECK(cut("^ Protokoll 1(2)\n# KF § 102\n## Beslut\nMotionen avslås.\n---\n^ Protokoll 2(2)\n# "
            "KF § "
            "103\n# Motion om belysning\n## Beslut\nMotionen bifalles.") == Cut{{1, 2}});
}

TEST_CASE("boundaries: a dissent behind a signed paper is a paper of its own") {
  const std::string memo = "# Ny park\nParken ligger öde sedan länge.\nEva Ek\n  Ordförande\n";
  for (const std::string heading :
       {"## Särskilt yttrande", "## Reservation", "## Protokollsanteckning"}) {
    INFO(heading);
    const std::string dissent = heading + "\nVi ser gärna fler träd.\nNils Löw (M)";
    CHECK(documents_in(memo + dissent).size() == 2);
    const auto documents = documents_in(memo + "---\n" + dissent);
    REQUIRE(documents.size() == 2);
    CHECK(documents[1].kind == DocumentKind::reservation);
  }
}

TEST_CASE("boundaries: a dissent in minutes is a part of them") {
  CHECK(documents_in("# Protokoll\n## § 42 Ny park\n## Beslut\nParken anläggs.\nEva Ek (S)\n"
                     "## Reservation\nNils Löw (M) reserverar sig.\n## § 43 Val\nText.")
            .size() == 1);
}

TEST_CASE("boundaries: a letterhead of several lines above the card is no paper of its own") {
  CHECK(documents_in("Almviks stad\n  Utbildningsförvaltningen\n  Avdelningen för ekonomi och "
                     "styrning av verksamheten\nHandläggare\n  Eva Ek\n  Telefon: 0500-12 34 "
                     "56\n# Tertialrapport\n## Beslutsförslag\nRapporten godkänns.")
            .size() == 1);
}

TEST_CASE("boundaries: unit and author in a column beside the label head the same paper") {
  CHECK(documents_in("< Almviks kommun | Diarienummer\n< Samhällsbyggnadsförvaltningen | SBN "
                     "2025/311\n< Karin Östh, planarkitekt på enheten för planer | "
                     "Till\nTJÄNSTESKRIVELSE\n# Ny plan\nText.")
            .size() == 1);
}

TEST_CASE("boundaries: a page with a title behind an e-mail begins a paper, an answer doesn't") {
  const std::string mail =
      "Från: Eva Ek\n  Skickat: 2024-05-20\n  Till: Nils\n  Ämne: Träd\nHej!\n";
  CHECK(documents_in(mail + "---\nAlmviks kommun\n# Revisionsberättelse\nVi har granskat året.")
            .size() == 2);
  CHECK(documents_in(mail + "---\nHär går e-brevet vidare om träd.").size() == 1);
}

TEST_CASE("boundaries: the whole head above a title belongs to it") {
  const std::string memo = "# Ny park\n## Beslut\nParken anläggs.\nEva Ek\n  Ordförande\n---\n";
  const auto papers =
      documents_in(memo +
                   "Almviks kommun\n  Skolnämnden\nORDFÖRANDEBESLUT\n  2024-05-03\n  BUN "
                   "2024-00077\n# Yttrande om tillsyn av skolan\n## Beslut\nDet antas.");
  REQUIRE(papers.size() == 2);
  CHECK(papers[1].first_page == 2);
  REQUIRE(papers[1].case_numbers.size() == 1);
  CHECK(papers[1].case_numbers[0].raw == "BUN 2024-00077");
}

TEST_CASE("boundaries: what follows on the page behind a signed paper is another one") {
  const std::string memo = "# Ny park\nParken ligger öde sedan länge.\nEva Ek\n  Ordförande\n---\n";
  CHECK(cut(memo + "Almviks kommun\n\n# Policy för träd\nTräd ska vårdas.") == Cut{{1, 1}, {2, 2}});
  CHECK(cut(memo + "## Beslutsunderlag\nPolicy för träd, antagen i maj.") == Cut{{1, 2}});
}

TEST_CASE("boundaries: page one of minutes is signed, and its §§ follow") {
  const std::string one = "# Protokoll\nBeslutande\n  Eva Ek (S)\n\nEva Ek\n  Ordförande\n---\n";
  CHECK(cut(one + "## § 1 Ny park\n## Beslut\nParken anläggs.") == Cut{{1, 2}});
  CHECK(cut(one + "Almviks kommun\n## § 1 Ny park\n## Beslut\nParken anläggs.") == Cut{{1, 2}});
}

TEST_CASE("boundaries: a § that heads a page where no minutes are under way begins an extract") {
  CHECK(cut("# Förslag om en rastgård\nHundarna behöver springa fritt.\n---\n^ "
            "Sammanträdesprotokoll 7 (9)\n## Au § 143/24\n# Svar på förslag\n## Beslut\nDet "
            "bifalles.") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: the name above the title of a dissent is its author's") {
  const auto papers = documents_in(
      "# Protokoll\n## § 34 Ny park\n## Beslut\nParken anläggs.\n---\nNils Löw (M)\n# Särskilt "
      "yttrande till § 34 Ny park\nVi ser gärna fler träd.\n");
  REQUIRE(papers.size() == 2);
  CHECK(papers[1].first_page == 2);
}

TEST_CASE("boundaries: below its signatures a letter names what lies behind it") {
  CHECK(cut("# Ny park\nParken ligger öde sedan länge.\nEva Ek\n  Ordförande\n\nBilaga: Rapport om "
            "parken\n---\nAlmviks kommun\n\n# Rapport om parken\nParken är tom.") ==
        Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: a day above the first heading of a page heads a paper") {
  const std::string memo =
      "# Ny park\nParken ligger öde sedan länge och växer igen, så att få "
      "går dit efter att det har blivit mörkt.\n---\n";
  CHECK(cut(memo +
            "Räddningsförbundet\nMISSIV\n  2021-10-04\n\nTill medlemmarna\n# Handlingsprogram "
            "på remiss\nSynpunkter lämnas i maj.") == Cut{{1, 1}, {2, 2}});
  CHECK(cut(memo + "## Ekonomi\nParken kostar tusen kronor om året.") == Cut{{1, 2}});
}

TEST_CASE("boundaries: a label right below the letterhead of a page begins a paper") {
  CHECK(cut("# Ny park\nParken ligger öde sedan länge och växer igen, så att få går dit efter att "
            "det har blivit mörkt.\n---\nAlmviks "
            "kommun\n  Omsorgsnämnden\n# SAMMANTRÄDESPROTOKOLL\n## § 9 Ny taxa\n## Beslut\nTaxan "
            "antas.") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: minutes whose pages repeat letterhead and day are one") {
  const std::string head = "Almviks kommun\n2024-05-03\n# Protokoll\n";
  CHECK(cut(head + "## § 1 Ny park\n## Beslut\nParken anläggs.\n---\n" + head +
            "## § 2 Ny taxa\n## Beslut\nTaxan antas.") == Cut{{1, 2}});
}

TEST_CASE("boundaries: a title with the kind of its paper below tops a page") {
  CHECK(cut("# Fler bänkar\nBänkarna i parken är få och slitna sedan länge.\n---\n# Granskning av "
            "inköp\nRevisionsrapport\n\nVi har granskat inköpen.") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: behind a certificate of signatures a page with a title begins a paper") {
  const std::string signed_by =
      "# Ny park\nDen anläggs i maj nästa år vid ån.\n---\n# Verifikat\n"
      "Signerades av Eva Ek den 3 maj med en kod.\n---\n";
  CHECK(cut(signed_by + "Almviks förbund\n# Beslut om ny taxa\nTaxan höjs.") ==
        Cut{{1, 1}, {2, 2}, {3, 3}});
  CHECK(cut(signed_by + "Signerades av Bo Al den 4 maj med en kod.") == Cut{{1, 1}, {2, 3}});
}

TEST_CASE("boundaries: the mark of an attachment tops another paper, but not its further pages") {
  const std::string minutes =
      "# Protokoll\n## § 1 Taxa\n## Beslut\nTaxan antas av nämnden enligt förslaget.\n---\n";
  const std::string reservation = "Bilaga A Dnr 312/83\n\n# RESERVATION\nVi reserverar oss.\n";
  CHECK(cut(minutes + reservation) == Cut{{1, 1}, {2, 2}});
  CHECK(cut(minutes + reservation + "---\nBilaga A Dnr 312/83\n\nMer text av samma slag.\n") ==
        Cut{{1, 1}, {2, 3}});
}

TEST_CASE("boundaries: an extract opens with whose minutes it is of") {
  CHECK(cut("# RESERVATION\nVi anser att rent vatten är en rättighet för alla i kommunen.\nEva Ek "
            "(C)\n---\nALMVIKS KOMMUN\n\nUtdrag ur protokoll, fört vid sammanträde med "
            "kommunfullmäktige\n\n## § 14\nText.") == Cut{{1, 1}, {2, 2}});
}

TEST_CASE("boundaries: minutes that are named in the head begin with who was there") {
  CHECK(cut("# Motion om vatten\nHushållen har sedan sommaren haft otjänligt vatten i brunnarna.\n"
            "Jag yrkar\natt vatten dras.\nEva Ek (C)\n---\n^ Almviks kommun Protokoll\n## Plats "
            "och tid\nRådhuset kl. 13\n## § 1 Upprop\nText.") == Cut{{1, 1}, {2, 2}});
}
