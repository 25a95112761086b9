#include "pipeline/segment/document_tables.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "models/line_end.h"
#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kSameHeading = 0.9;  // similarity of two printings of one heading

/// Cells of other pages' tables mean other words.
Table without_words(Table table) {
  for (Cell& cell : table.cells) cell.words.clear();
  return table;
}

std::string row_text(const Table& table, int row) {
  std::string text;
  for (const Cell& cell : table.cells) {
    if (cell.row == row) text += cell.text + '\t';
  }
  return text;
}

/// How many rows at the head of `next` repeat those of `first`, row by row. Scans read the same
/// heading not always alike.
int repeated_rows(const Table& first, const Table& next) {
  int rows = 0;
  while (rows < first.header_rows && rows < next.rows &&
         similarity(row_text(first, rows), row_text(next, rows)) >= kSameHeading) {
    ++rows;
  }
  return rows;
}

/// Whether `next` begins with headings of its own. A lone one heads a group of rows.
bool heads_anew(const Table& next) {
  const auto words = std::count_if(next.cells.begin(), next.cells.end(), [](const Cell& cell) {
    return cell.row == 0 && !cell.text.empty();
  });
  return next.header_rows > 0 && words >= 2;
}

/// The cells of `row`, by column, where each is one row high; nothing where one is higher.
std::map<int, std::size_t> cells_of_row(const Table& table, int row) {
  std::map<int, std::size_t> cells;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    if (cell.row <= row && row < cell.row + cell.row_span) {
      if (cell.row_span > 1) return {};
      cells[cell.column] = i;
    }
  }
  return cells;
}

void carry_on(std::string_view rest, std::string& text) {
  const std::size_t blank = text.find_last_of(' ');
  const LineEnd end =
      line_end_of(std::string_view(text).substr(blank == std::string::npos ? 0 : blank + 1),
                  rest.substr(0, rest.find(' ')));
  if (end == LineEnd::divided) text.erase(text.find_last_of("-\xE2\xC2"));
  if (end == LineEnd::blank) text += ' ';
  text += rest;
}

/// Puts row `row` of `next` at the end of the texts of the last row of `table`, where it is the
/// rest of that row behind the page break: no label, and text that goes on with a small letter.
bool carries_on(const Table& next, int row, Table& table) {
  const std::map<int, std::size_t> rest = cells_of_row(next, row);
  const std::map<int, std::size_t> above = cells_of_row(table, table.rows - 1);
  bool small = false;
  for (const auto& [column, index] : rest) {
    const Cell& cell = next.cells[index];
    if (cell.text.empty()) continue;
    const auto before = above.find(column);
    if (column == 0 || before == above.end()) return false;
    const Cell& begun = table.cells[before->second];
    if (begun.text.empty() || begun.column_span != cell.column_span) return false;
    small = small || is_lower(first_point(cell.text));
  }
  if (!small) return false;
  for (const auto& [column, index] : rest) {
    if (!next.cells[index].text.empty())
      carry_on(next.cells[index].text, table.cells[above.at(column)].text);
  }
  return true;
}

void append_rows(const Table& next, int page, DocumentTable& table) {
  int skipped = repeated_rows(table.table, next);
  if (skipped < next.rows && carries_on(next, skipped, table.table)) ++skipped;
  for (Cell cell : next.cells) {
    if (cell.row < skipped) continue;
    cell.row += table.table.rows - skipped;
    cell.words.clear();
    table.table.cells.push_back(std::move(cell));
  }
  table.table.rows += next.rows - skipped;
  table.row_pages.resize(static_cast<std::size_t>(table.table.rows), page);
  table.pages.push_back(page);
  table.table.confidence = std::min(table.table.confidence, next.confidence);
}

}  // namespace

bool DocumentTables::goes_on(const Passage& passage, const Table& table) const {
  if (document_.paragraphs.empty()) return false;
  const Paragraph& before = document_.paragraphs.back();
  if (before.kind != ParagraphKind::table || before.table < 0) return false;
  const DocumentTable& last = document_.tables[static_cast<std::size_t>(before.table)];
  return last.table.columns == table.columns &&
         last.pages.back() + 1 == pages_[passage.first_page()].number &&
         (repeated_rows(last.table, table) > 0 || !heads_anew(table));
}

void DocumentTables::add(const Passage& passage, Paragraph paragraph) {
  const Page& page = pages_[passage.first_page()];
  const bool known =
      passage.table >= 0 && static_cast<std::size_t>(passage.table) < page.tables.size();
  if (!known) {
    paragraph.kind = ParagraphKind::body;
    document_.paragraphs.push_back(std::move(paragraph));
    return;
  }
  const Table& table = page.tables[static_cast<std::size_t>(passage.table)];
  if (goes_on(passage, table)) {
    Paragraph& before = document_.paragraphs.back();
    DocumentTable& first = document_.tables[static_cast<std::size_t>(before.table)];
    append_rows(table, page.number, first);
    before.span.end = first.span.end = paragraph.span.end;
    before.lines.insert(before.lines.end(), paragraph.lines.begin(), paragraph.lines.end());
    return;
  }
  paragraph.table = static_cast<int>(document_.tables.size());
  document_.tables.push_back(
      {.pages = {page.number},
       .span = paragraph.span,
       .table = without_words(table),
       .row_pages = std::vector<int>(static_cast<std::size_t>(table.rows), page.number)});
  document_.paragraphs.push_back(std::move(paragraph));
}

void DocumentTables::find_captions() {
  std::vector<Paragraph>& paragraphs = document_.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].kind != ParagraphKind::table || paragraphs[i].table < 0) continue;
    DocumentTable& table = document_.tables[static_cast<std::size_t>(paragraphs[i].table)];
    const bool above = i > 0 && paragraphs[i - 1].kind == ParagraphKind::caption;
    const bool below =
        i + 1 < paragraphs.size() && paragraphs[i + 1].kind == ParagraphKind::caption;
    if (above) {
      table.caption = text_of(document_, paragraphs[i - 1]);
    } else if (below) {
      table.caption = text_of(document_, paragraphs[i + 1]);
    }
  }
}

}  // namespace diarium
