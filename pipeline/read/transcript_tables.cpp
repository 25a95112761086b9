#include "pipeline/read/transcript_tables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "models/unicode.h"
#include "pipeline/read/docx_pages.h"
#include "pipeline/read/transcript_marks.h"

namespace diarium {
namespace {

using Cells = std::vector<std::string>;

// Lines with more are no row of a table.
constexpr std::size_t kMostColumns = 40;
// Two lines with tabs may be names and titles side by side.
constexpr std::size_t kLeastTabbed = 3;
// Points. What docx_pages sets: letters half as wide as their size, cells padded on both sides.
constexpr double kLargestType = 10;
constexpr double kSmallestType = 2;
constexpr double kPitch = 0.5;
constexpr double kPadding = 10;

/// "| a | b \| c |" -> {"a", "b | c"}
Cells piped_cells(std::string_view line) {
  line = trim(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  Cells cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cells.back() += line[++i];
    } else if (line[i] != '|') {
      cells.back() += line[i];
    } else if (i + 1 < line.size()) {
      cells.emplace_back();
    }
  }
  return cells;
}

Cells tabbed_cells(std::string_view line) {
  Cells cells;
  while (true) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    cells.emplace_back(line.substr(0, tab));
    if (tab == line.size()) return cells;
    line.remove_prefix(tab + 1);
  }
}

/// "|---|:--:|"
bool is_separator(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of(" \t-:|") == std::string_view::npos;
}

bool parted_by(char sign, std::string_view line) {
  const auto signs = static_cast<std::size_t>(std::count(line.begin(), line.end(), sign));
  return signs > 0 && signs < kMostColumns;
}

bool is_piped(std::string_view line) {
  line = trim(line);
  return line.starts_with('|') && line.find('|', 1) != std::string_view::npos &&
         parted_by('|', line);
}

/// "1." and "a)" before a tab number a list.
bool is_list_marker(std::string_view cell) {
  cell = trim(cell);
  return cell.size() <= 4 &&
         (cell.ends_with('.') || cell.ends_with(')') || cell == "-" || cell == "•" || cell == "●");
}

bool is_tabbed(std::string_view line) {
  if (!parted_by('\t', line)) return false;
  const Cells cells = tabbed_cells(line);
  const auto filled = std::count_if(cells.begin(), cells.end(),
                                    [](const std::string& cell) { return !trim(cell).empty(); });
  return filled >= 1 && !is_list_marker(cells.front()) && !contents_entry(line);
}

template <typename IsRow>
std::size_t rows_from(std::span<const std::string> lines, IsRow is_row) {
  const auto end = std::find_if_not(lines.begin(), lines.end(), is_row);
  return static_cast<std::size_t>(end - lines.begin());
}

std::string without_marks(std::string_view cell) {
  std::string text;
  for (const DocxRun& run : marked_runs(cell, {})) text += run.text;
  return text;
}

double letters_in(std::string_view text) {
  return static_cast<double>(code_points(text).size());
}

/// Where the first word of a squeezed text ends: a number is one word, however many blanks part
/// its digits.
std::size_t end_of_word(std::string_view text) {
  std::size_t blank = text.find(' ');
  const auto digit_at = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  while (blank != std::string_view::npos && digit_at(blank - 1) && digit_at(blank + 1)) {
    blank = text.find(' ', blank + 1);
  }
  return std::min(blank, text.size());
}

/// How many letters the longest word of a cell has, and all of it.
struct Extent {
  double word = 1;
  double text = 1;
};

void widen(Extent& extent, std::string_view cell) {
  const std::string text = squeeze_blanks(without_marks(cell));
  extent.text = std::max(extent.text, letters_in(text));
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t blank = end_of_word(rest);
    extent.word = std::max(extent.word, letters_in(rest.substr(0, blank)));
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
}

/// Type and column widths that let every word stand within its cell.
double set_widths(const std::vector<Cells>& rows, std::size_t columns, DocxTable& table) {
  std::vector<Extent> extents(columns);
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widen(extents[i], row[i]);
  }
  double words = 0;
  double texts = 0;
  for (const Extent& extent : extents) {
    words += extent.word;
    texts += extent.text;
  }
  const double room = std::max(kSetWidth - kPadding * static_cast<double>(columns), 1.0);
  const double size = std::clamp(room / (kPitch * words), kSmallestType, kLargestType);
  const double spare = std::max(room - kPitch * size * words, 0.0);
  for (const Extent& extent : extents) {
    table.columns.push_back(kPadding + kPitch * size * extent.word + spare * extent.text / texts);
  }
  return size;
}

bool is_filled(const std::string& cell) {
  return !trim(cell).empty();
}

/// A row with a cell too many was written as two: the last stands alone under the last column.
std::vector<Cells> with_overflow(std::vector<Cells> rows) {
  std::vector<Cells> whole;
  for (Cells& row : rows) {
    const bool overflows = !whole.empty() && row.size() > 2 && is_filled(row.back()) &&
                           std::count_if(row.begin(), row.end(), is_filled) == 1 &&
                           whole.back().size() == row.size() && is_filled(whole.back().back()) &&
                           !is_filled(whole.back().front());
    if (overflows) {
      whole.back().push_back(std::move(row.back()));
    } else {
      whole.push_back(std::move(row));
    }
  }
  return whole;
}

DocxTable table_of(std::vector<Cells> rows, bool has_header) {
  rows = with_overflow(std::move(rows));
  std::size_t columns = 0;
  for (const Cells& row : rows) columns = std::max(columns, row.size());
  DocxTable table{.ruled = true, .columns = {}, .rows = {}};
  const double size = set_widths(rows, columns, table);
  for (Cells& row : rows) {
    row.resize(columns);
    std::vector<DocxCell> cells;
    for (const std::string& cell : row) {
      const DocxRun basis{
          .text = {}, .style = {.bold = has_header && table.rows.empty()}, .size = size};
      cells.push_back({.paragraphs = {{.runs = marked_runs(trim(cell), basis), .marker = {}}}});
    }
    table.rows.push_back({.cells = std::move(cells)});
  }
  return table;
}

}  // namespace

std::optional<std::string> contents_entry(std::string_view line) {
  Cells cells = tabbed_cells(line);
  if (cells.size() < 2 || cells.size() > 4) return std::nullopt;
  for (std::string& cell : cells) cell = squeeze_blanks(without_marks(cell));
  const std::string& number = cells.back();
  const bool numbered = !number.empty() && number.size() <= 4 &&
                        number.find_first_not_of("0123456789") == std::string::npos;
  if (!numbered || !cells[cells.size() - 2].ends_with("...")) return std::nullopt;
  std::string entry;
  for (const std::string& cell : cells) entry += (entry.empty() ? "" : " ") + cell;
  return entry;
}

std::optional<TranscriptTable> table_at(std::span<const std::string> lines) {
  const bool headed = lines.size() > 1 && parted_by('|', lines[0]) && is_separator(lines[1]);
  std::size_t count =
      headed ? 2 + rows_from(lines.subspan(2),
                             [](const std::string& line) { return parted_by('|', line); })
             : rows_from(lines, is_piped);
  const bool piped = count >= 2;
  if (!piped) count = rows_from(lines, is_tabbed);
  if (!piped && count < kLeastTabbed) return std::nullopt;
  std::vector<Cells> rows;
  for (std::size_t i = 0; i < count; ++i) {
    if (piped && is_separator(lines[i])) continue;
    rows.push_back(piped ? piped_cells(lines[i]) : tabbed_cells(lines[i]));
  }
  return TranscriptTable{count, table_of(std::move(rows), headed)};
}

}  // namespace diarium
