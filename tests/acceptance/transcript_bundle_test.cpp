// A bundle as it is typed off, and what must come out of it: the forms of DOMAIN.md in papers of
// the made-up municipality.
#include <catch2/catch.hpp>

#include "pipeline/layout/lay_out.h"
#include "pipeline/read/transcript.h"
#include "pipeline/run/understand.h"

using namespace diarium;

namespace {

constexpr const char* kBundle = R"(
Socialnämndens ledamöter och ersättare kallas härmed till sammanträde i Stadshuset, **tisdagen den 11 juni 2024 kl. 17:00.**

Eva Ek  
Socialnämndens Ordförande

**Ärende**

1. Upprop och val av justerare  
Förslag: Nils Löw (M) som justerare.
2. Budgetuppföljning efter maj 2024  
Dnr 2024-00070 1.2.4.1
3. Plan för mötesplatser  
Dnr 2024-00072 1.1.3.1

Siv Alm  
Handläggare  
0933-35 38 85

Datum
2024-06-11

Instans
**Socialnämnden**
Dnr SN 2024-00070 1.2.4.1

## **Budgetuppföljning efter maj 2024**

### **Socialnämndens beslut**

Socialnämnden godkänner budgetuppföljningen efter maj 2024 och översänder den till Kommunstyrelsen.

### **Beslutsunderlag**

1. Bilaga Budgetuppföljning efter maj 2024

### **Beslutet expedieras till**

1. Kommunstyrelsen

Eva Ek  
Ordförande

Dag Forsman  
Förvaltningschef



Siv Alm  
Handläggare  
0935-35 38 85

## Plan för mötesplatser

### Socialnämndens beslut

- Socialnämnden antar planen för mötesplatser.

### Beslutet expedieras till

1. Ingen

Eva Ek  
Ordförande

**ALTERNATIVT FÖRSLAG****Plan för mötesplatser i parken****Socialnämndens beslut:**

- Att anta planen med följande tillägg:  
"- I Almvik ska alla ha en bänk."

**Sammanfattning**

Planen ska ge ~~mer jämna~~ goda villkor och följas upp **vartannat år** av nämnden<sup>1</sup>, och det är därför viktigt

---

<sup>1</sup> Se utredningen (SOU 2017:47).

att arbetet fortsätter under hela perioden.

| Post | 2023 | 2024 |
|------|------|------|
| Bänkar | 100 | 120 |
| Träd | 50 | 60 |
| | 150 | 180 |

För Centerpartiet i Socialnämnden

Anna Berg och Bo Lind
)";

Understanding understood(const std::string& text) {
  const auto file = open_transcript(MediaType::markdown, text, {});
  std::vector<Page> pages;
  for (int number = 1; number <= (*file)->page_count(); ++number)
    pages.push_back(lay_out(*(*file)->read(number)));
  return Understander(RuleBook::built_in()).understand(pages, "almvik", "almvik.md");
}

template <typename R>
std::vector<R> records(const Understanding& all, std::size_t document) {
  std::vector<R> found;
  for (const Finding& finding : all.findings.at(document)) {
    if (const R* record = std::get_if<R>(&finding.record)) found.push_back(*record);
  }
  return found;
}

}  // namespace

TEST_CASE("transcript: a bundle falls into its papers, and the agenda tells what they leave out") {
  const Understanding all = understood(kBundle);
  REQUIRE(all.documents.size() == 4);
  CHECK(all.documents[0].kind == DocumentKind::kallelse);
  CHECK(all.documents[1].kind == DocumentKind::tjansteskrivelse);
  CHECK(all.documents[1].case_officer == "Siv Alm");
  CHECK(normal_form(all.documents[1].case_numbers.at(0)) == "SN/2024/70");
  CHECK(all.documents[2].title == "Plan för mötesplatser");
  CHECK(normal_form(all.documents[2].case_numbers.at(0)) == "SN/2024/72");
  CHECK(all.documents[2].provenance.at("case_numbers") == Provenance::agenda);
  CHECK(all.documents[2].issues == std::vector<std::string>{"contact_conflict"});
  CHECK(all.documents[3].kind == DocumentKind::alternativt_forslag);
  CHECK(all.documents[3].parties == std::vector<std::string>{"C"});
  const auto items = records<AgendaItem>(all, 0);
  REQUIRE(items.size() == 3);
  CHECK(items[0].note == "Förslag: Nils Löw (M) som justerare.");
  CHECK(items[1].documents == std::vector<std::string>{all.documents[1].id});
}

TEST_CASE("transcript: clauses, recipients and attachments of the memos") {
  const Understanding all = understood(kBundle);
  REQUIRE(all.documents.size() == 4);
  const auto clauses = records<Beslutssats>(all, 1);
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0].status == DecisionStatus::proposed_official);
  REQUIRE(clauses[0].actions.size() == 2);
  CHECK(clauses[0].actions[1].recipient == "Kommunstyrelsen");
  CHECK(records<Attachment>(all, 1).at(0).present == false);
  CHECK(records<Recipient>(all, 1).at(0).name == "Kommunstyrelsen");
  CHECK(records<Recipient>(all, 2).at(0).explicit_none);
  CHECK(records<Beslutssats>(all, 2).at(0).decider == "Socialnämnden");
}

TEST_CASE("transcript: amendments, notes, tables and signers of the rival proposal") {
  const Understanding all = understood(kBundle);
  REQUIRE(all.documents.size() == 4);
  const auto clauses = records<Beslutssats>(all, 3);
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0].status == DecisionStatus::proposed_member);
  CHECK(clauses[0].quoted_addition == "I Almvik ska alla ha en bänk.");
  const auto amendments = records<Amendment>(all, 3);
  REQUIRE(amendments.size() == 2);
  CHECK(amendments[0].old_text == "mer jämna");
  CHECK(amendments[1].new_text == "vartannat år");
  const auto notes = records<Footnote>(all, 3);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].anchor == "nämnden");
  CHECK(notes[0].text == "Se utredningen (SOU 2017:47).");
  const auto tables = records<TableRecord>(all, 3);
  REQUIRE(tables.size() == 1);
  REQUIRE(tables[0].checks.size() == 2);
  CHECK(tables[0].checks[1].holds);
  const auto signers = records<Signature>(all, 3);
  REQUIRE(signers.size() == 2);
  CHECK(signers[1].name == "Bo Lind");
  CHECK(signers[1].body == "Socialnämnden");
}

TEST_CASE("transcript: bold labels before their values are no headings") {
  const Understanding all = understood(
      "**Plats och tid:** Stadshuset\n\n**Justerare:** Bo Lind\n\n**Bakgrund**\n\nText om saken.");
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].title.empty());
  REQUIRE(all.documents[0].sections.size() == 2);
  CHECK(all.documents[0].sections[1].kind == SectionKind::matter);
}
