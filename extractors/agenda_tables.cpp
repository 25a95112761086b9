#include "extractors/agenda_tables.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/beslutssatser_text.h"
#include "extractors/finding_confidence.h"
#include "extractors/printed_title.h"
#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kFewestItems = 3;

/// The cells of each row, from left to right, with a blank between.
std::vector<std::string> rows_of(const Table& table) {
  std::map<std::pair<int, int>, std::string> cells;
  int last = -1;
  for (const Cell& cell : table.cells) {
    cells[{cell.row, cell.column}] = cell.text;
    last = std::max(last, cell.row);
  }
  std::vector<std::string> rows(static_cast<std::size_t>(last + 1));
  for (const auto& [place, text] : cells) {
    std::string& row = rows[static_cast<std::size_t>(place.first)];
    row = squeeze_blanks(row + " " + text);
  }
  return rows;
}

/// A row of an agenda: what stands behind its number.
struct Row {
  std::string number;
  std::string text;
};

class TableReader {
 public:
  TableReader(const Document& document, const RuleBook& rules)
      : document_(document), rules_(rules), row_(rules.rule("agenda_items.row")) {}

  std::vector<Finding> read() {
    std::vector<Row> rows;
    std::size_t begin = 0;
    for (const DocumentTable& table : document_.tables) {
      begin = begin == 0 ? table.span.begin : begin;
      add_rows(table.table, rows);
    }
    if (rows.size() < kFewestItems) return {};
    std::vector<Finding> findings;
    for (const Row& row : rows) findings.push_back(item_of(row, begin));
    end_each_at_next(findings);
    return findings;
  }

 private:
  void add_rows(const Table& table, std::vector<Row>& rows) const {
    const std::size_t before = rows.size();
    for (const std::string& text : rows_of(table)) {
      const auto match = row_.whole(text);
      const bool next =
          match && std::stoi(std::string((*match)["number"])) == static_cast<int>(rows.size()) + 1;
      if (next) {
        rows.push_back({std::string((*match)["number"]), std::string((*match)["rest"])});
      } else if (rows.size() > before) {
        rows.back().text = squeeze_blanks(rows.back().text + " " + text);
      }
    }
  }

  /// The printed line that begins with the number, from `begin` on, which moves behind it.
  [[nodiscard]] Span line_of(const std::string& number, std::size_t& begin) const {
    for (const Paragraph& paragraph : document_.paragraphs) {
      for (const Span& line : paragraph.lines) {
        const std::string_view text = document_.text.slice(line);
        const bool numbered =
            text.starts_with(number) &&
            (text.size() == number.size() ||
             std::string_view(" .\t)").find(text[number.size()]) != std::string_view::npos);
        if (paragraph.kind != ParagraphKind::table || line.begin < begin || !numbered) continue;
        begin = line.end;
        return line;
      }
    }
    return {begin, begin};
  }

  [[nodiscard]] Finding item_of(const Row& row, std::size_t& begin) const {
    const PrintedTitle printed = take_apart(row.text, rules_);
    AgendaItem item{.number = row.number, .title = printed.title};
    if (!printed.case_numbers.empty()) item.case_number = printed.case_numbers.front();
    item.note = squeeze_blanks(printed.rest);
    const Span line = line_of(row.number, begin);
    return {.record = std::move(item),
            .span = line,
            .rule = row_.name(),
            .confidence = finding_confidence(row_.confidence(), document_.text, line)};
  }

  /// An item of several printed lines reaches to the next one.
  void end_each_at_next(std::vector<Finding>& findings) const {
    for (std::size_t i = 0; i + 1 < findings.size(); ++i) {
      if (findings[i + 1].span.begin > findings[i].span.end)
        findings[i].span =
            trimmed(document_.text.view(), {findings[i].span.begin, findings[i + 1].span.begin});
    }
  }

  const Document& document_;
  const RuleBook& rules_;
  const Rule& row_;
};

}  // namespace

std::vector<Finding> items_of_tables(const Document& document, const RuleBook& rules) {
  return TableReader(document, rules).read();
}

}  // namespace diarium
