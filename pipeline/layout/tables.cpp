#include "pipeline/layout/tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "models/amount.h"
#include "models/line_end.h"
#include "pipeline/layout/markers.h"
#include "pipeline/layout/rule_lines.h"
#include "pipeline/layout/tables_aligned.h"
#include "pipeline/layout/tables_ruled.h"

namespace diarium::layout {
namespace {

constexpr int kMostHeaderRows = 4;
constexpr std::size_t kLeastMarks = 5;  // of a scale

/// The lines of a cell, each as its tokens from left to right.
std::vector<std::vector<std::size_t>> cell_lines(const Upright& page, const TableCell& cell) {
  std::vector<std::vector<std::size_t>> lines;
  for (const Row& row : rows_of(page, cell.tokens)) {
    std::vector<std::size_t>& line = lines.emplace_back();
    for (const Fragment& fragment : row.fragments) {
      line.insert(line.end(), fragment.tokens.begin(), fragment.tokens.end());
    }
  }
  return lines;
}

/// The last code point of `text`, which must not be empty.
std::string_view last_letter(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return text.substr(begin);
}

/// Adds a line to the text of a cell; a word divided at the end of the line before is put together.
void append_line(const Upright& page, const std::vector<std::size_t>& line, std::string& text) {
  if (!text.empty()) {
    const auto last = text.find_last_of(' ');
    const std::string_view word =
        std::string_view(text).substr(last == std::string::npos ? 0 : last + 1);
    const LineEnd end = line_end_of(word, page.words[page.tokens[line.front()].word].text);
    if (end == LineEnd::divided) text.erase(text.size() - last_letter(text).size());
    if (end == LineEnd::blank) text += ' ';
  }
  text += text_of(page, line);
}

/// "2024", "2024/25", "2024–2026"
bool is_year(std::string_view text) {
  if (text.size() < 4 || !(text.starts_with("19") || text.starts_with("20"))) return false;
  const auto digits = [](std::string_view part) {
    return part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!digits(text.substr(0, 4))) return false;
  std::string_view rest = text.substr(4);
  if (rest.empty()) return true;
  for (const std::string_view dash : {"/", "-", "–"}) {
    if (!rest.starts_with(dash)) continue;
    rest.remove_prefix(dash.size());
    return digits(rest) && (rest.size() == 2 || rest.size() == 4);
  }
  return false;
}

/// What the cells that begin in a row of a table say of it.
struct RowForm {
  bool words = false;
  bool heads = false;    ///< in a cell of another column than the first, or over several
  bool bold = true;      ///< all its cells with words are
  bool numbers = false;  ///< in a cell after the first column, years aside
  bool years = false;    ///< in a cell after the first column
  bool label = false;    ///< in the first column, not a unit in brackets
};

std::vector<RowForm> forms_of(const Upright& page, const FoundTable& found) {
  std::vector<RowForm> forms(static_cast<std::size_t>(found.rows));
  for (const TableCell& cell : found.cells) {
    if (cell.tokens.empty()) continue;
    RowForm& form = forms[static_cast<std::size_t>(cell.row)];
    form.words = true;
    form.heads = form.heads || cell.column > 0 || cell.column_span > 1;
    form.bold = form.bold && bold_share(page, cell.tokens) > 0.5;
    const std::string text = text_of(page, cell.tokens);
    if (cell.column == 0) {
      form.label = !text.starts_with('(');
      continue;
    }
    const bool year = is_year(text);
    form.years = form.years || year;
    form.numbers = form.numbers || (!year && is_number(text));
  }
  return forms;
}

/// Whether numbers fall by one step from row to row, as beside a diagram: 450, 400, 350. Years and
/// row numbers go by one.
bool is_scale(const std::vector<double>& numbers) {
  if (numbers.size() < kLeastMarks) return false;
  const double step = numbers[0] - numbers[1];
  if (step <= 0 || step == 1) return false;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (std::abs(numbers[i - 1] - numbers[i] - step) > 1e-6 * step) return false;
  }
  return true;
}

/// Whether the only columns of numbers are the scales of diagrams.
bool is_diagram(const Upright& page, const FoundTable& found) {
  std::map<int, std::vector<double>> columns;
  for (const TableCell& cell : found.cells) {
    const bool numbers = std::all_of(
        cell.tokens.begin(), cell.tokens.end(),
        [&](std::size_t token) { return is_number(page.words[page.tokens[token].word].text); });
    if (!numbers) continue;
    for (const std::vector<std::size_t>& line : cell_lines(page, cell)) {
      if (const std::optional<double> number = parse_number(text_of(page, line)))
        columns[cell.column].push_back(*number);
    }
  }
  std::erase_if(columns, [](const auto& column) { return column.second.size() < kLeastMarks; });
  return !columns.empty() && std::all_of(columns.begin(), columns.end(), [](const auto& column) {
    return is_scale(column.second);
  });
}

/// Rows without numbers above those with numbers. Years head columns of other numbers; below a
/// heading and beside a label they are numbers themselves.
int plain_header_rows(const std::vector<RowForm>& forms, std::size_t most) {
  const auto numbers_from = [&](std::size_t row, auto claim) {
    return std::any_of(forms.begin() + static_cast<std::ptrdiff_t>(row), forms.end(), claim);
  };
  const bool only_years = !numbers_from(0, [](const RowForm& form) { return form.numbers; });
  const auto counts = [&](const RowForm& form, bool first) {
    return form.numbers || (form.years && (only_years || (!first && form.label)));
  };
  std::size_t plain = 0;
  while (plain < most && !counts(forms[plain], plain == 0)) ++plain;
  while (plain > 0 && !forms[plain - 1].heads) --plain;
  const bool numbers = numbers_from(
      plain, [&](const RowForm& form) { return form.numbers || (only_years && form.years); });
  return plain <= 2 && numbers ? static_cast<int>(plain) : 0;
}

}  // namespace

std::vector<FoundTable> tables_of(const Upright& page, std::vector<std::size_t> tokens) {
  const RuleLines lines = rule_lines_of(page);
  std::vector<FoundTable> tables = ruled_tables(page, lines, tokens);
  std::vector<bool> taken(page.tokens.size(), false);
  for (const FoundTable& table : tables) {
    for (const TableCell& cell : table.cells) {
      for (const std::size_t token : cell.tokens) taken[token] = true;
    }
  }
  std::erase_if(tokens, [&](std::size_t token) { return taken[token]; });
  for (FoundTable& table : aligned_tables(page, lines, tokens)) tables.push_back(std::move(table));
  std::erase_if(tables, [&](const FoundTable& table) { return is_diagram(page, table); });
  std::sort(tables.begin(), tables.end(),
            [](const FoundTable& a, const FoundTable& b) { return a.box.top < b.box.top; });
  for (FoundTable& table : tables) {
    if (table.header_rows == 0) table.header_rows = header_rows_of(page, table);
  }
  return tables;
}

Table table_of(const Upright& page, const FoundTable& found) {
  Table table{.box = printed(page, found.box),
              .rows = found.rows,
              .columns = found.columns,
              .header_rows = found.header_rows,
              .ruled = found.ruled,
              .confidence = found.confidence};
  for (const TableCell& from : found.cells) {
    Cell cell{.row = from.row,
              .column = from.column,
              .row_span = from.row_span,
              .column_span = from.column_span,
              .box = printed(page, from.box)};
    for (const std::vector<std::size_t>& line : cell_lines(page, from)) {
      append_line(page, line, cell.text);
      for (const std::size_t token : line) cell.words.push_back(page.tokens[token].word);
    }
    cell.bold = !from.tokens.empty() && bold_share(page, from.tokens) > 0.5;
    table.cells.push_back(std::move(cell));
  }
  return table;
}

std::vector<TextLine> lines_of(const Upright& page, const FoundTable& found) {
  std::vector<TextLine> lines;
  for (auto first = found.cells.begin(); first != found.cells.end();) {
    const auto last = std::find_if(first, found.cells.end(),
                                   [&](const TableCell& cell) { return cell.row != first->row; });
    std::vector<std::vector<std::size_t>> row;
    bool single = true;
    for (auto cell = first; cell != last; ++cell) {
      auto cells_lines = cell_lines(page, *cell);
      single = single && cells_lines.size() < 2;
      for (auto& line : cells_lines) row.push_back(std::move(line));
    }
    if (single && row.size() > 1) {
      for (std::size_t i = 1; i < row.size(); ++i)
        row[0].insert(row[0].end(), row[i].begin(), row[i].end());
      row.resize(1);
    }
    for (auto& line : row) {
      lines.push_back(line_of(page, std::move(line)));
      lines.back().zone = BlockKind::table;
    }
    first = last;
  }
  return lines;
}

int header_rows_of(const Upright& page, const FoundTable& found) {
  const std::vector<RowForm> forms = forms_of(page, found);
  const auto most = std::min<std::size_t>(kMostHeaderRows, forms.size() - 1);
  std::size_t bold = 0;
  while (bold < most && forms[bold].words && forms[bold].bold) ++bold;
  // A label alone above the first rows heads a group of them.
  while (bold > 0 && !forms[bold - 1].heads) --bold;
  const bool others = std::any_of(forms.begin() + static_cast<std::ptrdiff_t>(bold), forms.end(),
                                  [](const RowForm& form) { return form.words && !form.bold; });
  if (bold > 0 && others) return static_cast<int>(bold);
  return plain_header_rows(forms, most);
}

}  // namespace diarium::layout
