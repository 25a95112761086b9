#include "pipeline/segment/document_tables.h"

#include <algorithm>
#include <utility>

namespace diarium {
namespace {

/// Cells of other pages' tables mean other words.
Table without_words(Table table) {
  for (Cell& cell : table.cells) cell.words.clear();
  return table;
}

/// How many rows at the head of `next` repeat those of `first`, row by row.
int repeated_rows(const Table& first, const Table& next) {
  const auto row_text = [](const Table& table, int row) {
    std::string text;
    for (const Cell& cell : table.cells) {
      if (cell.row == row) text += cell.text + '\t';
    }
    return text;
  };
  int rows = 0;
  while (rows < first.header_rows && rows < next.rows &&
         row_text(first, rows) == row_text(next, rows)) {
    ++rows;
  }
  return rows;
}

void append_rows(const Table& next, int page, DocumentTable& table) {
  const int skipped = repeated_rows(table.table, next);
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
         last.pages.back() + 1 == pages_[passage.first_page()].number;
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
