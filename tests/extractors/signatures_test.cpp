#include "extractors/signatures.h"

#include <catch2/catch.hpp>

#include "document_builder.h"
#include "tests/growth.h"

using namespace diarium;

namespace {

std::vector<Finding> findings_in(const Document& document) {
  static const RuleBook rules = RuleBook::built_in();
  static const Signatures extractor(rules);
  return extractor.extract(document);
}

/// "Eva Ek|S|stated|Ledamot|Socialnämnden|För S|signer"
std::vector<std::string> signatures_in(const Document& document) {
  std::vector<std::string> printed;
  for (const Finding& finding : findings_in(document)) {
    const auto& s = std::get<Signature>(finding.record);
    printed.push_back(s.name + '|' + s.party + '|' + s.party_provenance + '|' + s.role + '|' +
                      s.body + '|' + s.group + '|' + s.role_kind);
  }
  return printed;
}

std::vector<std::string> signatures_in(DocumentKind kind, const char* lines) {
  return signatures_in(document_of(kind, lines));
}

using Lines = std::vector<std::string>;
constexpr auto kMemo = DocumentKind::tjansteskrivelse;
constexpr auto kMember = DocumentKind::alternativt_forslag;

}  // namespace

TEST_CASE("signatures: officials sign with their role and without a party") {
  const Lines expected{"Lars-Åke Berg|||Ordförande|||signer", "Dag Ek|||Förvaltningschef|||signer"};
  CHECK(signatures_in(kMemo, "| Lars-Åke Berg\n  Ordförande\n| Dag Ek\n  Förvaltningschef\n") ==
        expected);
  CHECK(signatures_in(kMemo, "| Lars-Åke Berg\tDag Ek\n  Ordförande\tFörvaltningschef\n") ==
        expected);
  CHECK(signatures_in(kMemo, "| Lars-Åke Berg\tDag Ek\n| Ordförande\tFörvaltningschef\n") ==
        expected);
  CHECK(signatures_in(kMemo, "| Lars-Åke Berg, Ordförande\n| Dag Ek / Förvaltningschef\n") ==
        expected);
}

TEST_CASE("signatures: initials behind a name are no party") {
  CHECK(signatures_in(kMemo, "| Lars Hjort (LH)\n") == Lines{"Lars Hjort||||||signer"});
  CHECK(signatures_in(kMemo, "| Maria Palm (MP)\n") == Lines{"Maria Palm|MP|stated||||signer"});
}

TEST_CASE("signatures: who signs off an e-mail, though its short lines look like headings") {
  CHECK(signatures_in(DocumentKind::e_post,
                      "Vi söker bidrag.\n# Med vänliga hälsningar\n# ALMVIKS KOMMUN\n# Nils "
                      "Löw\nNils Löw\n  Ordförande i Föreningen Norr\n") ==
        Lines{"Nils Löw|||Ordförande i Föreningen Norr|||signer"});
}

TEST_CASE("signatures: a role may name its body") {
  CHECK(signatures_in(DocumentKind::kallelse, "| Lars-Åke Berg\n  Socialnämndens Ordförande\n") ==
        Lines{"Lars-Åke Berg|||Socialnämndens Ordförande|Socialnämnden||signer"});
  CHECK(signatures_in(kMember, "| Eva Ek (S)\n  Ledamot, kommunstyrelsen\n") ==
        Lines{"Eva Ek|S|stated|Ledamot, kommunstyrelsen|Kommunstyrelsen||signer"});
  CHECK(signatures_in(kMember, "| Eva Ek (S)\n  Kommunalråd\n") ==
        Lines{"Eva Ek|S|stated|Kommunalråd|||signer"});
}

TEST_CASE("signatures: a party below a name is that person's, above names it is theirs") {
  CHECK(signatures_in(DocumentKind::motion, "| Eva Ek\n  Miljöpartiet de gröna\n") ==
        Lines{"Eva Ek|MP|stated||||signer"});
  CHECK(signatures_in(DocumentKind::motion, "| Eva Ek\n  Ledamot\n  Centerpartiet\n") ==
        Lines{"Eva Ek|C|stated|Ledamot|||signer"});
  CHECK(
      signatures_in(kMember, "| Moderaterna\n  Eva Ek\n  Centerpartiet\n  Nils Löw\n") ==
      Lines{"Eva Ek|M|heading|||Moderaterna|signer", "Nils Löw|C|heading|||Centerpartiet|signer"});
}

TEST_CASE("signatures: parties below names that stand beside each other are each one's own") {
  CHECK(signatures_in(DocumentKind::reservation,
                      "| Eva-Lotta Ek\tNils Löw\n  Centerpartiet\tModeraterna\n") ==
        Lines{"Eva-Lotta Ek|C|stated||||signer", "Nils Löw|M|stated||||signer"});
  CHECK(signatures_in(DocumentKind::reservation, "| Bo Ek\tNils Löw\n  (c)\t(m)\n") ==
        Lines{"Bo Ek|C|stated||||signer", "Nils Löw|M|stated||||signer"});
}

TEST_CASE("signatures: a group line gives its party and its body to the names below") {
  CHECK(signatures_in(kMember, "| För Vänsterpartiet i Kommunstyrelsen\n| Eva Ek och Nils Löw\n") ==
        Lines{"Eva Ek|V|heading||Kommunstyrelsen|För Vänsterpartiet i Kommunstyrelsen|signer",
              "Nils Löw|V|heading||Kommunstyrelsen|För Vänsterpartiet i Kommunstyrelsen|signer"});
  CHECK(
      signatures_in(kMember,
                    "| Moderaterna\n| Eva Ek\n| Nils Löw\n| Kristdemokraterna\n| Per Sjö Dahl\n") ==
      Lines{"Eva Ek|M|heading|||Moderaterna|signer", "Nils Löw|M|heading|||Moderaterna|signer",
            "Per Sjö Dahl|KD|heading|||Kristdemokraterna|signer"});
  CHECK(signatures_in(kMember, "| För Sverigedemokraterna,\n| Eva Ek (SD)\n") ==
        Lines{"Eva Ek|SD|stated|||För Sverigedemokraterna|signer"});
  CHECK(signatures_in(kMember, "# Allianspartierna i Almvik\n| Eva Ek (KD)\n| Nils Löw (M)\n") ==
        Lines{"Eva Ek|KD|stated|||Allianspartierna i Almvik|signer",
              "Nils Löw|M|stated|||Allianspartierna i Almvik|signer"});
}

TEST_CASE("signatures: header cards name case officers, not signers") {
  CHECK(signatures_in(kMemo, "^ Per-Olof Gran\n^ Handläggare\n^ 0123-45 67 89\nText.\n") ==
        Lines{"Per-Olof Gran|||Handläggare|||case_officer"});
}

TEST_CASE("signatures: minutes are attested, the role stands first") {
  CHECK(signatures_in(DocumentKind::protokoll,
                      "#attestation Underskrifter\nSekreterare ............ Paragrafer\nÅsa "
                      "Öman\nOrdförande ........\n"
                      "Eva Ek (S)\nJusterande .......\nNils Löw (M)\tPer Sjö (C)\n") ==
        Lines{"Åsa Öman|||Sekreterare|||attester", "Eva Ek|S|stated|Ordförande|||attester",
              "Nils Löw|M|stated|Justerande|||attester", "Per Sjö|C|stated|Justerande|||attester"});
  CHECK(signatures_in(DocumentKind::protokoll,
                      "#attestation Underskrifter\nSekreterare ....... Åsa Öman\nOrdförande "
                      "......... Eva Ek (S)\n") ==
        Lines{"Åsa Öman|||Sekreterare|||attester", "Eva Ek|S|stated|Ordförande|||attester"});
}

TEST_CASE("signatures: a line to sign on that looks like a heading gives its role") {
  CHECK(signatures_in(DocumentKind::protokoll,
                      "#attestation Underskrifter\n# Justerande .......\n| Nils Löw (M)\tPer Sjö "
                      "(C)\n") ==
        Lines{"Nils Löw|M|stated|Justerande|||attester", "Per Sjö|C|stated|Justerande|||attester"});
}

TEST_CASE("signatures: those present at a meeting and those who reserve themselves don't attest") {
  CHECK(
      signatures_in(DocumentKind::protokoll,
                    "#attendance Beslutande\n| Eva Ek (S)\n| Nils Löw (M)\n#attestation Justering\n"
                    "| Åsa Öman\n  Sekreterare\n| Eva Ek\n  Ordförande\n") ==
      Lines{"Åsa Öman|||Sekreterare|||attester", "Eva Ek|||Ordförande|||attester"});
}

TEST_CASE("signatures: an e-mail is signed below its greeting, cards below are contacts") {
  CHECK(
      signatures_in(DocumentKind::e_post,
                    "Vi söker bidrag för Eva Ek.\nMed vänliga hälsningar\nNils Löw\nOrdförande i "
                    "Stiftelsen Lyktan/\n"
                    "Per Sjö\nOmbudsman\nTelefon 0123-45 67 89\nper.sjo@almvik.example\n") ==
      Lines{"Nils Löw|||Ordförande i Stiftelsen Lyktan|||signer", "Per Sjö|||Ombudsman|||contact"});
  CHECK(signatures_in(
            DocumentKind::e_post,
            "| Vänligen\n| Nils Löw\nNils Löw Ordförande i Stiftelsen Lyktan /\n| Per Sjö\n") ==
        Lines{"Nils Löw|||Ordförande i Stiftelsen Lyktan|||signer", "Per Sjö||||||contact"});
  CHECK(signatures_in(DocumentKind::e_post, "Mvh Nils Löw\n") == Lines{"Nils Löw||||||signer"});
}

TEST_CASE("signatures: what a scanner makes of a scribble is no name and hides none") {
  const auto scanned = [](const char* lines) {
    return signatures_in(document_of(kMemo, lines, 0.8));
  };
  CHECK(scanned("| ~/ Eva Ek (S) =_\n") == Lines{"Eva Ek|S|stated||||signer"});
  CHECK(scanned("| Wlt Krn\n| AeK LoL\n| Eva Ek\n| ,. /— ij\n| Ordförande\n") ==
        Lines{"Eva Ek|||Ordförande|||signer"});
  CHECK(signatures_in(document_of(kMemo, "| Eva Ek\n", 0.2)).empty());
}

TEST_CASE("signatures: each name has a span of its own") {
  const Document document = document_of(kMember, "| Eva Ek och Nils Löw (S)\n");
  const auto findings = findings_in(document);
  REQUIRE(findings.size() == 2);
  CHECK(document.text.slice(findings[0].span) == "Eva Ek");
  CHECK(document.text.slice(findings[1].span) == "Nils Löw (S)");
  CHECK(findings[0].rule == "signatures.name");
}

TEST_CASE("signatures: names in running text are no signatures") {
  CHECK(signatures_in(kMember, "Eva Ek (S) talade.\n- Nils Löw (M)\n# Per Sjö\n").empty());
}

TEST_CASE("signatures: the time grows with the text and not with its square") {
  for (const std::string part : {"Eva Ek och ", "Aa- ", "För Moderaterna ", "A. B. "}) {
    const auto search = [&](std::size_t bytes) {
      std::string lines = "| ";
      while (lines.size() < bytes) lines += part;
      return [document = document_of(kMember, lines + "\n")] {
        static_cast<void>(findings_in(document));
      };
    };
    INFO(part);
    CHECK(test::growth_of(search(250'000), search(1'000'000)).ratio() <= 6);
  }
}

TEST_CASE("signatures: whom a summons wants to be told of absence is a contact") {
  const char* const lines =
      "Förhinder anmäls alltid till Eva Berg-Ek, 0555-481 12 eller via e-post: eva@almvik.example\n"
      "| Bo Al\n  Ordförande\n";
  CHECK(signatures_in(DocumentKind::kallelse, lines) ==
        Lines{"Bo Al|||Ordförande|||signer", "Eva Berg-Ek||||||contact"});
  CHECK(signatures_in(kMemo, lines) == Lines{"Bo Al|||Ordförande|||signer"});
}

TEST_CASE("signatures: on the form of a citizens' proposal the name stands by its label") {
  CHECK(signatures_in(DocumentKind::medborgarforslag, "Det är mörkt.\nNamn: Eva Ek\n") ==
        Lines{"Eva Ek||||||signer"});
  CHECK(signatures_in(DocumentKind::medborgarforslag, "Det är mörkt.\nUnderskrift\n  Eva Ek\n") ==
        Lines{"Eva Ek||||||signer"});
  CHECK(signatures_in(DocumentKind::tjansteskrivelse, "Text.\nNamn: Eva Ek\n").empty());
}

TEST_CASE("signatures: in minutes a role may head the line on which its bearer signs") {
  CHECK(signatures_in(DocumentKind::protokoll,
                      "#attestation Underskrifter\n# Sekreterare\n........\nÅsa Öman\n# "
                      "Ordförande\n........\nEva Ek\n") ==
        Lines{"Åsa Öman|||Sekreterare|||attester", "Eva Ek|||Ordförande|||attester"});
  CHECK(signatures_in(DocumentKind::protokoll, "#other Protokoll\n# Justerare\nEva Ek (S)\n")
            .empty());
}
