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

/// What stands in a row of a table, from left to right.
struct CellsOfRow {
  std::string all;
  std::string title;   // in the column of titles, where the header names one
  std::string behind;  // right of that column
};

/// Where the header of an agenda calls a column "Ärende"; -1 where none is called so.
struct TitleHead {
  int row = -1;
  int column = -1;
};

TitleHead title_head(const Table& table, const RuleBook& rules) {
  const Rule& name = rules.rule("agenda_items.title_column");
  for (const Cell& cell : table.cells) {
    if (cell.row <= table.header_rows && name.whole(cell.text)) return {cell.row, cell.column};
  }
  return {};
}

std::vector<CellsOfRow> rows_of(const Table& table, int title_column) {
  std::map<std::pair<int, int>, std::string> cells;
  int last = -1;
  for (const Cell& cell : table.cells) {
    cells[{cell.row, cell.column}] = cell.text;
    last = std::max(last, cell.row);
  }
  std::vector<CellsOfRow> rows(static_cast<std::size_t>(last + 1));
  for (const auto& [place, text] : cells) {
    CellsOfRow& row = rows[static_cast<std::size_t>(place.first)];
    row.all = squeeze_blanks(row.all + " " + text);
    if (title_column < 0) continue;
    if (place.second == title_column) row.title = squeeze_blanks(text);
    if (place.second > title_column) row.behind = squeeze_blanks(row.behind + " " + text);
  }
  return rows;
}

/// A row of an agenda: what stands behind its number, and where its table begins.
struct Row {
  int number = 0;
  std::string text;
  std::string title;   // empty where no column is known to hold it
  std::string behind;  // right of the title
  std::size_t table = 0;
};

class TableReader {
 public:
  TableReader(const Document& document, const RuleBook& rules)
      : document_(document), rules_(rules), row_(rules.rule("agenda_items.row")) {}

  std::vector<Finding> read() {
    std::vector<Row> rows;
    for (const DocumentTable& table : document_.tables) add_rows(table, rows);
    if (rows.size() < kFewestItems) return {};
    for (const Paragraph& paragraph : document_.paragraphs) {
      if (paragraph.kind == ParagraphKind::table)
        lines_.insert(lines_.end(), paragraph.lines.begin(), paragraph.lines.end());
    }
    std::vector<Finding> findings;
    for (const Row& row : rows) findings.push_back(item_of(row));
    end_each_at_next(findings);
    return findings;
  }

 private:
  /// An agenda is numbered without gaps: from one on, or under a heading "Ärende" from where the
  /// last meeting ended.
  void add_rows(const DocumentTable& table, std::vector<Row>& rows) const {
    const TitleHead head = title_head(table.table, rules_);
    const std::vector<CellsOfRow> printed = rows_of(table.table, head.column);
    bool begun = false;
    for (auto r = static_cast<std::size_t>(head.row + 1); r < printed.size(); ++r) {
      const CellsOfRow& cells = printed[r];
      const auto match = row_.whole(cells.all);
      const int number = match ? std::stoi(std::string((*match)["number"])) : 0;
      const bool next =
          rows.empty() ? number == 1 || head.column >= 0 : number == rows.back().number + 1;
      if (match && next) {
        rows.push_back({.number = number,
                        .text = std::string((*match)["rest"]),
                        .title = cells.title,
                        .behind = cells.behind,
                        .table = table.span.begin});
        begun = true;
      } else if (begun) {
        add_to(rows.back(), cells);
      }
    }
  }

  static void add_to(Row& row, const CellsOfRow& cells) {
    row.text = squeeze_blanks(row.text + " " + cells.all);
    row.title = squeeze_blanks(row.title + " " + cells.title);
    row.behind = squeeze_blanks(row.behind + " " + cells.behind);
  }

  [[nodiscard]] bool begins_with(Span line, const std::string& number) const {
    const std::string_view text = document_.text.slice(line);
    return text.starts_with(number) &&
           (text.size() == number.size() ||
            std::string_view(" .\t)").find(text[number.size()]) != std::string_view::npos);
  }

  /// The printed line of its table that begins with the number, behind that of the item before;
  /// without one the place where it should stand.
  Span line_of(const Row& row) {
    for (std::size_t i = next_line_; i < lines_.size(); ++i) {
      const bool begins = begins_with(lines_[i], std::to_string(row.number));
      if (lines_[i].begin < row.table || !begins) continue;
      next_line_ = i + 1;
      return lines_[i];
    }
    const std::size_t at = next_line_ > 0 ? lines_[next_line_ - 1].end : row.table;
    return {at, at};
  }

  Finding item_of(const Row& row) {
    const bool columns = !row.title.empty();
    PrintedTitle printed = take_apart(columns ? row.behind : row.text, rules_);
    // Right of the title stand the hour, the number, who presents the matter.
    if (columns) printed.rest = printed.title + " " + printed.rest;
    AgendaItem item{.number = std::to_string(row.number),
                    .title = columns ? row.title : printed.title};
    if (!printed.case_numbers.empty()) item.case_number = printed.case_numbers.front();
    item.note = squeeze_blanks(printed.rest);
    const Span line = line_of(row);
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
  std::vector<Span> lines_;    // of all tables
  std::size_t next_line_ = 0;  // behind the one of the last item
};

}  // namespace

std::vector<Finding> items_of_tables(const Document& document, const RuleBook& rules) {
  return TableReader(document, rules).read();
}

}  // namespace diarium
