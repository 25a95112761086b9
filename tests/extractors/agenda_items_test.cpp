#include "extractors/agenda_items.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

/// "9 | title | case number | note"
std::vector<std::string> items_of(DocumentKind kind, std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> items;
  for (const Finding& finding : AgendaItems(book).extract(document_of(kind, lines))) {
    const auto& item = std::get<AgendaItem>(finding.record);
    items.push_back(item.number + " | " + item.title + " | " +
                    (item.case_number ? item.case_number->raw : "") + " | " + item.note);
  }
  return items;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("agenda: number, title, case number and remark of each item") {
  CHECK(
      items_of(DocumentKind::kallelse,
               "#agenda Ärende\n"
               "1. Upprop och val av justerare\n"
               "  Förslag: Eva Ek (S) och Bo Al (M) som ersättare.\n"
               "2. Förslag till budget 2020\n"
               "3. Uppföljning av planen för\n"
               "  Norra hamnen\n"
               "  Dnr 2019-00070 1.2.4.1\n") ==
      Items{"1 | Upprop och val av justerare |  | Förslag: Eva Ek (S) och Bo Al (M) som ersättare.",
            "2 | Förslag till budget 2020 |  | ",
            "3 | Uppföljning av planen för Norra hamnen | 2019-00070 1.2.4.1 | "});
}

TEST_CASE("agenda: case number and remark may stand in lines of their own") {
  CHECK(items_of(DocumentKind::kallelse,
                 "#agenda Ärenden\n"
                 "10. Detaljplan\n"
                 "Dnr SBN 2019-00072\n"
                 "Föredragande: Eva Ek kl. 17.30\n"
                 "Välkomna!\n") ==
        Items{"10 | Detaljplan | SBN 2019-00072 | Föredragande: Eva Ek kl. 17.30"});
}

TEST_CASE("agenda: cells beside a title are no part of it") {
  CHECK(items_of(DocumentKind::kallelse,
                 "#agenda Ärenden\n1. Upprop\tOrdföranden\n2. Taxa\tDnr SN 2024-00012\tEva Ek\n3. "
                 "Val\t112/01 047\n") == Items{"1 | Upprop |  | Ordföranden",
                                               "2 | Taxa | SN 2024-00012 | Eva Ek",
                                               "3 | Val | 112/01 047 | "});
}

TEST_CASE("agenda: without a heading it is the list that counts on from one") {
  CHECK(items_of(DocumentKind::kallelse,
                 "Kallelse\n# Formalia\n1. Upprop\n2. Val\n# Beslutsärenden\n3. Taxa\nDnr SN "
                 "2024-00012\n# Att läsa\n1. Karta\n") ==
        Items{"1 | Upprop |  | ", "2 | Val |  | ", "3 | Taxa | SN 2024-00012 | "});
  CHECK(items_of(DocumentKind::kallelse, "Kallelse\n1. Upprop\n2. Val\n").empty());
}

TEST_CASE("agenda: bullets, other sections and other documents hold no items") {
  CHECK(items_of(DocumentKind::kallelse, "#agenda Ärenden\n- Kaffe\n#other Gruppmöten\n1. S")
            .empty());
  CHECK(items_of(DocumentKind::tjansteskrivelse, "#agenda Ärenden\n1. Detaljplan").empty());
}

TEST_CASE("agenda: the paragraphs of minutes are items too") {
  CHECK(items_of(DocumentKind::protokoll,
                 "# § 41 Taxa för vatten\n# § 42\nDnr KS 2023/14\n# Avgifter") ==
        Items{"41 | Taxa för vatten |  | ", "42 | Avgifter | KS 2023/14 | "});
}

namespace {

/// "11 < u. | title | issues": the number, what was read, the title.
std::vector<std::string> scanned_items_of(DocumentKind kind, std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> items;
  for (const Finding& finding : AgendaItems(book).extract(document_of(kind, lines, 0.9))) {
    const auto& item = std::get<AgendaItem>(finding.record);
    items.push_back(item.number + (item.number_raw.empty() ? "" : " < " + item.number_raw) + " | " +
                    item.title);
    for (const std::string& issue : finding.issues) items.back() += " | " + issue;
  }
  return items;
}

}  // namespace

TEST_CASE("agenda: on a scan a number is what fits between its neighbours, its reading is kept") {
  CHECK(scanned_items_of(DocumentKind::kallelse,
                         "#agenda Ärenden\n"
                         "I. Upprop\n"
                         "2. Val av justerare\n"
                         "s. Fastställande av dagordningen\n"
                         "a) information\n"
                         "4. Information\n"
                         "7. Taxa för vatten\n") ==
        Items{"1 < I. | Upprop | number_repaired", "2 | Val av justerare",
              "3 < s. | Fastställande av dagordningen | number_repaired", "4 | Information",
              "7 | Taxa för vatten | number_missing"});
}

TEST_CASE("agenda: in text that was never scanned numbers are as printed") {
  CHECK(items_of(DocumentKind::kallelse, "#agenda Ärenden\n1. Upprop\n5. Avgifter\n3. Val") ==
        Items{"1 | Upprop |  | ", "5 | Avgifter |  | ", "3 | Val |  | "});
}

TEST_CASE("agenda: a § out of order on a scan is the one that fits") {
  CHECK(scanned_items_of(DocumentKind::protokoll,
                         "# § 41 Taxa\n# § 47 Avgifter\n# § 43 Val\n# § 45 Bygglov") ==
        Items{"41 | Taxa", "42 < 47 | Avgifter | number_repaired", "43 | Val",
              "45 | Bygglov | number_missing"});
}
