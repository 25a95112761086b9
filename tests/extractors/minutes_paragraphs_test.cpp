#include "extractors/minutes_paragraphs.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

/// "42 | title | case numbers"
std::vector<std::string> paragraphs_of(std::string_view lines,
                                       DocumentKind kind = DocumentKind::protokoll) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> paragraphs;
  for (const Finding& finding : MinutesParagraphs(book).extract(document_of(kind, lines))) {
    const auto& paragraph = std::get<MinutesParagraph>(finding.record);
    std::string printed = paragraph.number + " | " + paragraph.title + " |";
    for (const CaseNumber& number : paragraph.case_numbers) printed += " " + number.raw;
    paragraphs.push_back(printed);
  }
  return paragraphs;
}

using Printed = std::vector<std::string>;

}  // namespace

TEST_CASE("minutes: the ways in which a § is headed") {
  CHECK(paragraphs_of("# § 356 Justering") == Printed{"356 | Justering |"});
  CHECK(paragraphs_of("# Ks § 1 Dnr 2012-KS0123\n# Taxa") == Printed{"1 | Taxa | 2012-KS0123"});
  CHECK(paragraphs_of("# KF § 102\nDNR: KU.2017.3\n# Val av ledamot") ==
        Printed{"102 | Val av ledamot | KU.2017.3"});
  CHECK(paragraphs_of("# §63 Anmälan av motioner\nDnr. 2011/KS 0206 001\nDnr. 2011/KS 0207 001") ==
        Printed{"63 | Anmälan av motioner | 2011/KS 0206 001 2011/KS 0207 001"});
  CHECK(paragraphs_of("# § 162\tDiarienummer 00322/2026\n# Budget") ==
        Printed{"162 | Budget | 00322/2026"});
  CHECK(paragraphs_of("# § 63/20 Fastställande av dagordning") ==
        Printed{"63 | Fastställande av dagordning |"});
  CHECK(paragraphs_of("# § 116a Ändring") == Printed{"116a | Ändring |"});
}

TEST_CASE("minutes: right under a § a case number needs no label, elsewhere it does") {
  CHECK(
      paragraphs_of("# § 311 Yttrande över motion\n0412/25\n#decision Beslut\nMotionen avslås.") ==
      Printed{"311 | Yttrande över motion | 0412/25"});
  CHECK(paragraphs_of("# § 311 Yttrande över motion\nRam 0412/25") ==
        Printed{"311 | Yttrande över motion |"});
}

TEST_CASE("minutes: a number behind a § is its case number, and the title stands below") {
  CHECK(paragraphs_of("# KF § 31 Dnr 96.210 611\n# Skolan vid ån") ==
        Printed{"31 | Skolan vid ån | 96.210 611"});
  CHECK(paragraphs_of("# KF § 31 Dnr 96-x\n# Skolan vid ån") == Printed{"31 | Skolan vid ån |"});
}

TEST_CASE("minutes: a § in the running text heads nothing") {
  CHECK(paragraphs_of(
            "# § 41 Taxa\n§ 5 i lagen gäller.\n§§ 43–45 justerades omedelbart.\n§ 42 Val") ==
        Printed{"41 | Taxa |", "42 | Val |"});
}

TEST_CASE("minutes: the text under a heading is not its title") {
  CHECK(paragraphs_of("# § 41 Taxa\n#decision Beslut\nTaxan antas.") == Printed{"41 | Taxa |"});
}

TEST_CASE("minutes: other documents have no §§") {
  CHECK(paragraphs_of("# § 41 Taxa", DocumentKind::rapport).empty());
}

TEST_CASE("minutes: a § that a scanner took for another sign is known by the next number") {
  CHECK(paragraphs_of("# § 61\nFastställande av dagordning\n#decision Beslut\nDagordningen "
                      "fastställs.\n# 8 62 Ekonomisk uppföljning\n# 8 64 Barn i åldern 1-5\n8 63 i "
                      "texten") ==
        Printed{"61 | Fastställande av dagordning |", "62 | Ekonomisk uppföljning |"});
}

TEST_CASE("minutes: what opens a decision is no title of a § without one") {
  CHECK(paragraphs_of("# § 41\nBeslut\nTaxan antas.") == Printed{"41 |  |"});
}
