#include "extractors/agenda_tables.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace diarium;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A summons whose agenda is this table, each row a printed line.
Document summons_with(const Rows& rows) {
  Document document;
  document.kind = DocumentKind::kallelse;
  DocumentTable table{.pages = {1}};
  Paragraph paragraph{.kind = ParagraphKind::table};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      table.table.cells.push_back(
          {.row = static_cast<int>(r), .column = static_cast<int>(c), .text = rows[r][c]});
      if (!rows[r][c].empty()) line += (line.empty() ? "" : " ") + rows[r][c];
    }
    paragraph.lines.push_back(document.text.append(line, {}));
    document.text.append("\n", {});
  }
  paragraph.span = table.span = {paragraph.lines.front().begin, paragraph.lines.back().end};
  document.paragraphs.push_back(paragraph);
  document.tables.push_back(table);
  return document;
}

/// "3 | title | case number | note"
std::vector<std::string> items_in(const Document& document) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> items;
  for (const Finding& finding : items_of_tables(document, book)) {
    const auto& item = std::get<AgendaItem>(finding.record);
    items.push_back(item.number + " | " + item.title + " | " +
                    (item.case_number ? item.case_number->raw : "") + " | " + item.note);
  }
  return items;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("agenda tables: numbered rows are items, with case number and remark") {
  CHECK(items_in(summons_with({{"Nr", "Ärende", "Diarienr", "Föredragande"},
                               {"1", "Upprop", "", ""},
                               {"2", "Bokslut 2023", "BUN/2024:11", "Eva Lind 13.15"},
                               {"3", "Svar på remiss om samverkan", "BUN/2023:204", ""}})) ==
        Items{"1 | Upprop |  | ", "2 | Bokslut 2023 | BUN/2024:11 | Eva Lind 13.15",
              "3 | Svar på remiss om samverkan | BUN/2023:204 | "});
}

TEST_CASE("agenda tables: under Ärende stands the title, right of it all else") {
  CHECK(items_in(summons_with({{"§", "Ärende", "Dnr", "Kl.", "Föredragande"},
                               {"84", "Upprop", "", "13:15", "Ordföranden"},
                               {"85", "Delårsrapport 2024", "SN 2024/112", "13:45", "Eva Ek"},
                               {"86", "Val av justerare", "", "", ""},
                               {"", "och ersättare", "", "", ""}})) ==
        Items{"84 | Upprop |  | 13:15 Ordföranden",
              "85 | Delårsrapport 2024 | SN 2024/112 | 13:45 Eva Ek",
              "86 | Val av justerare och ersättare |  | "});
}

TEST_CASE("agenda tables: a header whose § was read as a figure is no item") {
  CHECK(
      items_in(summons_with({{"8", "Ärende"}, {"84", "Upprop"}, {"85", "Val"}, {"86", "Taxa"}})) ==
      Items{"84 | Upprop |  | ", "85 | Val |  | ", "86 | Taxa |  | "});
}

TEST_CASE("agenda tables: number and title may share a cell, a row without number goes on") {
  CHECK(
      items_in(summons_with({{"1. Upprop", ""},
                             {"2. Taxa för vatten och", ""},
                             {"avlopp", ""},
                             {"3. Övriga frågor", ""}})) ==
      Items{"1 | Upprop |  | ", "2 | Taxa för vatten och avlopp |  | ", "3 | Övriga frågor |  | "});
}

TEST_CASE("agenda tables: an item stands where its number is printed") {
  static const RuleBook book = RuleBook::built_in();
  const Document document =
      summons_with({{"1", "Upprop"}, {"2", "Taxa för vatten"}, {"3", "Övriga frågor"}});
  const std::vector<Finding> items = items_of_tables(document, book);
  REQUIRE(items.size() == 3);
  CHECK(document.text.slice(items[1].span) == "2 Taxa för vatten");
}

TEST_CASE("agenda tables: sums, years and numbers out of order are no agenda") {
  CHECK(items_in(summons_with({{"2021", "Hamn"}, {"2022", "Torg"}, {"2023", "Bro"}})).empty());
  CHECK(items_in(summons_with({{"7", "Hamn"}, {"3", "Torg"}, {"9", "Bro"}})).empty());
  CHECK(items_in(summons_with({{"1", "Hamn"}, {"2", "Torg"}})).empty());
}
