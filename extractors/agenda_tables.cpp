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

/// A row of an agenda: what stands behind its number, and where its table begins.
struct Row {
  std::string number;
  std::string text;
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
  void add_rows(const DocumentTable& table, std::vector<Row>& rows) const {
    const std::size_t before = rows.size();
    for (const std::string& text : rows_of(table.table)) {
      const auto match = row_.whole(text);
      const bool next =
          match && std::stoi(std::string((*match)["number"])) == static_cast<int>(rows.size()) + 1;
      if (next) {
        rows.push_back(
            {std::string((*match)["number"]), std::string((*match)["rest"]), table.span.begin});
      } else if (rows.size() > before) {
        rows.back().text = squeeze_blanks(rows.back().text + " " + text);
      }
    }
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
      if (lines_[i].begin < row.table || !begins_with(lines_[i], row.number)) continue;
      next_line_ = i + 1;
      return lines_[i];
    }
    const std::size_t at = next_line_ > 0 ? lines_[next_line_ - 1].end : row.table;
    return {at, at};
  }

  Finding item_of(const Row& row) {
    const PrintedTitle printed = take_apart(row.text, rules_);
    AgendaItem item{.number = row.number, .title = printed.title};
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
