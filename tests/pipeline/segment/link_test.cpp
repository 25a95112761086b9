#include <catch2/catch.hpp>

#include "pipeline/segment/segment.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

Document document_of(int n, DocumentKind kind, std::string title) {
  Document document;
  document.id = "s.d" + std::to_string(n);
  document.kind = kind;
  document.title = std::move(title);
  return document;
}

CaseNumber case_number(long serial) {
  return {.year = 2024, .serial = serial, .raw = "2024-" + std::to_string(serial)};
}

template <typename T>
Finding finding_of(T record) {
  return {.record = std::move(record), .span = {0, 1}, .rule = "test"};
}

/// A kallelse with two items, their memos, and what follows the first.
Understanding bundle() {
  Understanding all;
  all.documents = {document_of(1, DocumentKind::kallelse, "Kallelse"),
                   document_of(2, DocumentKind::tjansteskrivelse, "Fler träd juni 2024"),
                   document_of(3, DocumentKind::ovrigt, "Plan för träd"),
                   document_of(4, DocumentKind::tjansteskrivelse, "En helt annan rubrik")};
  all.documents[0].body = "Socialnämnden";
  all.documents[0].meeting_date = Date{.year = 2024, .month = 6, .day = 11};
  all.documents[3].case_numbers = {case_number(7)};
  all.documents[3].body = "Kulturnämnden";
  all.findings.resize(4);
  all.findings[0] = {
      finding_of(AgendaItem{
          .number = "9", .title = "Fler träd i juni 2024", .case_number = case_number(3)}),
      finding_of(AgendaItem{.number = "10", .title = "Buskar", .case_number = case_number(7)})};
  all.findings[1] = {finding_of(Attachment{.number = "1", .title = "Bilaga Plan för träd."}),
                     finding_of(Attachment{.number = "2", .title = "Karta över parken"})};
  return all;
}

}  // namespace

TEST_CASE("link: items of the agenda find their documents by case number and by title") {
  Understanding all = bundle();
  link(all);
  CHECK(std::get<AgendaItem>(all.findings[0][0].record).documents ==
        std::vector<std::string>{"s.d2"});
  CHECK(std::get<AgendaItem>(all.findings[0][1].record).documents ==
        std::vector<std::string>{"s.d4"});
  CHECK(all.documents[1].agenda_item == "9");
  CHECK(all.documents[3].agenda_item == "10");
  CHECK(all.documents[1].parent == "s.d1");
}

TEST_CASE("link: what the agenda knows is inherited, and never put over what a document states") {
  Understanding all = bundle();
  link(all);
  const Document& memo = all.documents[1];
  CHECK(memo.body == "Socialnämnden");
  CHECK(memo.provenance.at("body") == Provenance::agenda);
  CHECK(memo.meeting_date == all.documents[0].meeting_date);
  CHECK(memo.case_numbers == std::vector<CaseNumber>{case_number(3)});
  CHECK(memo.provenance.at("case_numbers") == Provenance::agenda);
  CHECK_FALSE(memo.date);
  CHECK(all.documents[3].body == "Kulturnämnden");
  CHECK_FALSE(all.documents[3].provenance.contains("body"));
}

TEST_CASE("link: attachments are present or missing") {
  Understanding all = bundle();
  link(all);
  CHECK(std::get<Attachment>(all.findings[1][0].record).present == true);
  CHECK(all.documents[2].parent == "s.d2");
  CHECK(all.documents[2].kind == DocumentKind::bilaga);
  CHECK(all.documents[2].agenda_item == "9");
  CHECK(std::get<Attachment>(all.findings[1][1].record).present == false);
  CHECK(all.findings[1][1].issues == std::vector<std::string>{"missing_attachment"});
}

TEST_CASE("link: the one attachment that no title fits is the paper behind, if both speak of it") {
  const auto present = [](const std::string& attachment) {
    Understanding all;
    all.documents = {document_of(1, DocumentKind::tjansteskrivelse, "Svar på ansökan"),
                     document_of(2, DocumentKind::e_post, "Ansökan om bidrag för våren")};
    all.findings = {{finding_of(Attachment{.number = "1", .title = attachment})}, {}};
    link(all);
    CHECK(all.documents[1].parent == "s.d1");
    const bool missing = !all.findings[0][0].issues.empty();
    const bool found = std::get<Attachment>(all.findings[0][0].record).present == true;
    CHECK(found != missing);
    return found;
  };
  CHECK(present("Bilaga Ansökan från Läxklubben i Almvik"));
  CHECK_FALSE(present("Bilaga Karta över Norrby"));
}

TEST_CASE("link: parties of those who sign") {
  Understanding all;
  all.documents = {document_of(1, DocumentKind::initiativ, "Träd"),
                   document_of(2, DocumentKind::protokoll, "Protokoll")};
  const std::vector<Finding> signed_by{finding_of(Signature{.name = "Eva Ek", .party = "S"}),
                                       finding_of(Signature{.name = "Nils Löw", .party = "V"}),
                                       finding_of(Signature{.name = "Bo Alm", .party = "S"}),
                                       finding_of(Signature{.name = "Anna Berg"})};
  all.findings = {signed_by, signed_by};
  link(all);
  CHECK(all.documents[0].parties == std::vector<std::string>{"S", "V"});
  CHECK(all.documents[1].parties.empty());
}

TEST_CASE("link: the variant points at the first of its kind") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "ord" + std::to_string(i) + " ";
  Understanding all;
  all.documents = documents_in("^ Sida 1(1)\n# Träd\n" + text +
                               "slut.\n---\n^ Sida 1(1)\n# Träd\n" + text + "annat slut.");
  all.findings.resize(all.documents.size());
  REQUIRE(all.documents.size() == 2);
  link(all);
  CHECK(all.documents[1].variant_of == all.documents[0].id);
  CHECK(all.documents[0].variant_of.empty());
}

TEST_CASE("link: a rival proposal has the code of its matter, and says what is to be changed") {
  Understanding all;
  all.documents = documents_in(
      "^ Sida 1(1)\n# Ändringsförslag KC1\nText.\n---\n^ Sida 1(1)\n# Målbilder socialt hållbart "
      "Almvik\nPlanen som tas fram följs upp var tredje år.\n---\n^ Sida 1(1)\n## KC1: Socialt "
      "hållbart Almvik\nText.");
  REQUIRE(all.documents.size() == 3);
  all.documents[0].kind = DocumentKind::andringsforslag;
  all.documents[0].agenda_code = all.documents[2].agenda_code = "KC1";
  all.documents[1].kind = DocumentKind::alternativt_forslag;
  all.documents[1].title = "Målbilder Socialt hållbart Almvik";
  all.documents[2].title = "Socialt hållbart Almvik";
  all.findings = {{finding_of(Amendment{.operation = "insert",
                                        .new_text = "vartannat år",
                                        .context = "”tas fram följs upp vartannat år.”",
                                        .locator = "Sid 1, första stycket"})},
                  {},
                  {}};
  link(all);
  CHECK(all.documents[1].agenda_code == "KC1");
  CHECK(all.documents[1].provenance.at("agenda_code") == Provenance::inferred);
  CHECK(std::get<Amendment>(all.findings[0][0].record).hypothesis ==
        "var tredje år → vartannat år");
}

TEST_CASE("link: nothing to link is no fault") {
  Understanding none;
  link(none);
  CHECK(none.documents.empty());
}

TEST_CASE("link: an extract has title and case of its only §") {
  Understanding all;
  all.documents = {document_of(1, DocumentKind::protokollsutdrag, "Sammanträdesprotokoll")};
  all.findings = {{finding_of(
      MinutesParagraph{.number = "21", .title = "Fler träd", .case_numbers = {case_number(3)}})}};
  link(all);
  CHECK(all.documents[0].title == "Fler träd");
  REQUIRE(all.documents[0].case_numbers.size() == 1);
  CHECK(all.documents[0].case_numbers[0].serial == 3);
}
