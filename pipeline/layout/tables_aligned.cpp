#include "pipeline/layout/tables_aligned.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "models/span.h"
#include "pipeline/layout/alignment.h"
#include "pipeline/layout/markers.h"
#include "pipeline/layout/tables_worded.h"

namespace diarium::layout {
namespace {

constexpr std::size_t kLeastRows = 3;    // with two cells or more
constexpr double kNearRows = 3.2;        // type sizes between baselines within a table
constexpr double kTitle = 1.1;           // type of a title below a table, to that of its first row
constexpr double kTitleGap = 1.7;        // and the white above it, to the rows' least pitch
constexpr double kNumbers = 0.6;         // of the cells of a column of numbers
constexpr double kContinued = 0.8;       // of the usual pitch: a row that carries on the one above
constexpr double kRightPart = 0.75;      // of the page's width, left of the numbers of its contents
constexpr std::size_t kCaptionRows = 3;  // of a caption above a figure
constexpr double kSameEdge = 1.5;        // points between the left edges of two headings of groups
constexpr double kWrapped = 1.15;        // of the usual pitch: text that carries on the text above

/// In how many columns a row has words.
std::size_t filled(const ColumnTokens& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); }));
}

std::vector<ColumnTokens> cells_by_row(const std::vector<Row>& rows, Span span,
                                       const Alignment& alignment) {
  std::vector<ColumnTokens> cells;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    ColumnTokens row(alignment.gutters.size() + 1);
    for (const Fragment& fragment : rows[i].fragments) {
      auto& cell = row[alignment.column_of(fragment.box)];
      cell.insert(cell.end(), fragment.tokens.begin(), fragment.tokens.end());
    }
    cells.push_back(std::move(row));
  }
  return cells;
}

/// A number, or one of the signs that stand in columns of votes and amounts: "X", "-", "..".
bool is_entry(const std::string& text) {
  return is_number(text) || text == "X" || text == "x" || text == "-" || text == "–" ||
         text == "..";
}

/// What a column's cells look like.
struct ColumnForm {
  std::size_t cells = 0;
  std::size_t entries = 0;
  std::size_t labels = 0;   ///< end in a colon
  std::size_t markers = 0;  ///< list markers
  std::size_t letters = 0;
  [[nodiscard]] bool most(std::size_t count, double share) const {
    return cells > 0 && static_cast<double>(count) >= share * static_cast<double>(cells);
  }
};

std::vector<ColumnForm> forms_of(const Upright& page, const std::vector<ColumnTokens>& rows) {
  std::vector<ColumnForm> forms(rows.front().size());
  for (const ColumnTokens& row : rows) {
    for (std::size_t c = 0; c < forms.size(); ++c) {
      if (row[c].empty()) continue;
      const std::string text = text_of(page, row[c]);
      ++forms[c].cells;
      forms[c].letters += text.size();
      forms[c].entries += is_entry(text) ? 1U : 0U;
      forms[c].labels += text.ends_with(':') ? 1U : 0U;
      forms[c].markers += is_list_marker(text) && !is_entry(text) ? 1U : 0U;
    }
  }
  return forms;
}

bool has_leaders(const Upright& page, const std::vector<ColumnTokens>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](const ColumnTokens& row) {
    return std::any_of(row.begin(), row.end(), [&](const auto& cell) {
      return std::any_of(cell.begin(), cell.end(), [&](std::size_t token) {
        return is_leader(page.words[page.tokens[token].word].text);
      });
    });
  });
}

/// Rulings that run across most of the columns, at the table or within it.
std::size_t rules_across(const RuleLines& lines, const Rect& box, double size) {
  return static_cast<std::size_t>(
      std::count_if(lines.across.begin(), lines.across.end(), [&](const RuleLine& line) {
        const double shared = std::min(line.to, box.right) - std::max(line.from, box.left);
        return line.at > box.top - 1.5 * size && line.at < box.bottom + 1.5 * size &&
               shared > 0.7 * box.width() && line.to - line.from < 1.3 * box.width() + 4 * size;
      }));
}

/// Titles and the page numbers that grow beside them, at the right edge of the page: a table of
/// contents without leaders.
bool lists_pages(const Upright& page, const std::vector<ColumnTokens>& rows) {
  if (rows.front().size() != 2) return false;
  int before = 0;
  for (const ColumnTokens& row : rows) {
    if (filled(row) != 2) return false;
    const std::string number = text_of(page, row[1]);
    if (number.size() > 3 || number.find_first_not_of("0123456789") != std::string::npos)
      return false;
    if (std::stoi(number) < before ||
        page.tokens[row[1].back()].box.right < kRightPart * page.width)
      return false;
    before = std::stoi(number);
  }
  return true;
}

/// How sure it is that the columns make a table; nothing where they don't.
std::optional<double> belief(const Upright& page, const std::vector<ColumnTokens>& rows,
                             std::size_t rules, bool headed) {
  const std::vector<ColumnForm> forms = forms_of(page, rows);
  const auto full = static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [](const ColumnTokens& row) { return filled(row) >= 2; }));
  if (full < kLeastRows || forms.size() < 2 || has_leaders(page, rows)) return std::nullopt;
  if (forms[0].most(forms[0].labels, 0.6) || forms[0].most(forms[0].markers, 0.6))
    return std::nullopt;
  if (lists_pages(page, rows)) return std::nullopt;
  const bool numbered_list = forms.size() == 2 && forms[0].most(forms[0].entries, 0.8) &&
                             !forms[1].most(forms[1].entries, kNumbers);
  if (numbered_list) return std::nullopt;
  std::size_t columns_of_numbers = 0;
  for (std::size_t c = 1; c < forms.size(); ++c) {
    if (forms[c].entries >= kLeastRows - 1 && forms[c].most(forms[c].entries, kNumbers))
      ++columns_of_numbers;
  }
  const bool sparse = 2 * full < rows.size();
  if (columns_of_numbers >= 2 && !sparse) return 0.9;
  if (columns_of_numbers == 1 && full >= kLeastRows && !sparse) return rules > 0 ? 0.85 : 0.7;
  if (rules >= 3 || (rules == 2 && forms.size() >= 3)) return 0.7;
  const bool bold = std::all_of(rows[0].begin(), rows[0].end(), [&](const auto& cell) {
    return !cell.empty() && bold_share(page, cell) > 0.5;
  });
  if (headed && (forms.size() >= 3 || bold) && flush_left(page, rows)) return 0.7;
  return std::nullopt;
}

/// Gathers rows into table rows: one that is close to the row above and has fewer cells carries it
/// on.
std::vector<std::size_t> table_rows(const Upright& page, const std::vector<Row>& rows, Span span,
                                    const std::vector<ColumnTokens>& cells, const RuleLines& lines,
                                    const Rect& box) {
  std::vector<double> pitches;
  for (std::size_t i = span.begin + 1; i < span.end; ++i) {
    pitches.push_back(rows[i].baseline - rows[i - 1].baseline);
  }
  std::sort(pitches.begin(), pitches.end());
  const double usual = pitches[pitches.size() / 2];
  const std::vector<bool> wrapped = wrapped_rows(page, cells);
  std::vector<std::size_t> first;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const std::size_t k = i - span.begin;
    bool carried = false;
    if (k > 0) {
      const bool ruled =
          std::any_of(lines.across.begin(), lines.across.end(), [&](const RuleLine& line) {
            return line.at > rows[i - 1].box.centre().y && line.at < rows[i].box.centre().y &&
                   line.from < box.centre().x && line.to > box.centre().x;
          });
      const double pitch = rows[i].baseline - rows[i - 1].baseline;
      const bool close = pitch < kContinued * usual && filled(cells[k]) < cells[k].size();
      carried = !ruled && (close || (wrapped[k] && pitch < kWrapped * usual));
    }
    if (!carried) first.push_back(k);
  }
  return first;
}

FoundTable built(const std::vector<Row>& rows, Span span, const Alignment& alignment,
                 const std::vector<ColumnTokens>& cells, const std::vector<std::size_t>& first) {
  FoundTable table;
  for (std::size_t i = span.begin; i < span.end; ++i) table.box = united(table.box, rows[i].box);
  table.rows = static_cast<int>(first.size());
  table.columns = static_cast<int>(alignment.gutters.size()) + 1;
  for (std::size_t r = 0; r < first.size(); ++r) {
    const std::size_t end = r + 1 < first.size() ? first[r + 1] : cells.size();
    double top = rows[span.begin + first[r]].box.top;
    double bottom = rows[span.begin + end - 1].box.bottom;
    for (std::size_t c = 0; c < alignment.gutters.size() + 1; ++c) {
      const double left =
          c == 0 ? table.box.left
                 : (alignment.gutters[c - 1].left + alignment.gutters[c - 1].right) / 2;
      const double right = c == alignment.gutters.size()
                               ? table.box.right
                               : (alignment.gutters[c].left + alignment.gutters[c].right) / 2;
      TableCell cell{.row = static_cast<int>(r),
                     .column = static_cast<int>(c),
                     .box = {left, top, right, bottom},
                     .tokens = {}};
      for (std::size_t k = first[r]; k < end; ++k) {
        cell.tokens.insert(cell.tokens.end(), cells[k][c].begin(), cells[k][c].end());
      }
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

/// What the row is the caption of. "Tabell 2" may stand apart from its words.
Caption caption_above(const Upright& page, const Row& row) {
  return caption_of(text_of(page, row.fragments.front().tokens));
}

/// Whether the rows from `begin` on stand right below the caption of a figure.
bool below_figure_caption(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  for (std::size_t i = begin; i-- > 0 && begin - i <= kCaptionRows;) {
    if (rows[i + 1].baseline - rows[i].baseline > kNearRows * rows[i].size) return false;
    if (caption_above(page, rows[i]) == Caption::figure) return true;
  }
  return false;
}

/// The rows from `begin` on that may belong to one table: near each other, most with several
/// fragments.
Span run_from(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  std::size_t end = begin + 1;
  std::size_t last = begin + 1;
  double pitch = kNearRows * rows[begin].size;
  while (end < rows.size()) {
    const double gap = rows[end].baseline - rows[end - 1].baseline;
    if (gap > kNearRows * std::max(rows[end].size, rows[end - 1].size)) break;
    const bool tabular =
        rows[end].fragments.size() > 1 || goes_on_in_column(page, rows, begin, end);
    const bool larger = rows[end].size > kTitle * rows[begin].size;
    const bool apart = gap > kTitleGap * pitch;
    if (!tabular && (end - last >= 2 || larger || apart)) break;
    if ((larger && apart) || caption_above(page, rows[end]) != Caption::none) break;
    pitch = std::min(pitch, gap);
    ++end;
    if (tabular) last = end;
  }
  return {begin, last};
}

/// Whether the lone fragment above a run heads its first rows, as others in the run head theirs:
/// set at the same left edge, in the same type, as close.
bool heads_group(const Upright& page, const std::vector<Row>& rows, std::size_t above, Span run) {
  const Row& head = rows[above];
  const double gap = rows[run.begin].baseline - head.baseline;
  if (head.fragments.size() != 1 || gap > kNearRows * head.size) return false;
  const auto bold = [&](const Row& row) {
    return bold_share(page, row.fragments.front().tokens) > 0.5;
  };
  for (std::size_t i = run.begin + 1; i + 1 < run.end; ++i) {
    const Row& row = rows[i];
    if (row.fragments.size() == 1 && std::abs(row.box.left - head.box.left) < kSameEdge &&
        row.size == head.size && bold(row) == bold(head) &&
        gap < kWrapped * (rows[i + 1].baseline - row.baseline))
      return true;
  }
  return false;
}

std::optional<FoundTable> table_in(const Upright& page, const RuleLines& lines,
                                   const std::vector<Row>& rows, Span span) {
  const std::optional<Alignment> alignment = alignment_of(rows, span);
  if (!alignment) return std::nullopt;
  const std::vector<ColumnTokens> cells = cells_by_row(rows, span, *alignment);
  Rect box;
  for (std::size_t i = span.begin; i < span.end; ++i) box = united(box, rows[i].box);
  const std::size_t rules = rules_across(lines, box, page.body_size);
  const bool headed = headed_by_rule(lines, rows, span, cells, box);
  const std::optional<double> confidence = belief(page, cells, rules, headed);
  if (!confidence) return std::nullopt;
  FoundTable table =
      built(rows, span, *alignment, cells, table_rows(page, rows, span, cells, lines, box));
  table.confidence = *confidence;
  return table;
}

/// The tables in a run of rows.
std::vector<FoundTable> tables_in(const Upright& page, const RuleLines& lines,
                                  const std::vector<Row>& rows, Span run) {
  std::vector<bool> inner;
  for (std::size_t k = run.begin; k < run.end; ++k)
    inner.push_back(goes_on_in_column(page, rows, run.begin, k));
  std::vector<FoundTable> tables;
  for (const Span& part : aligned_parts(rows, run, inner)) {
    if (std::optional<FoundTable> table = table_in(page, lines, rows, part))
      tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace

std::vector<FoundTable> aligned_tables(const Upright& page, const RuleLines& lines,
                                       const std::vector<std::size_t>& tokens) {
  const std::vector<Row> rows = rows_of(page, tokens);
  std::vector<FoundTable> tables;
  for (std::size_t i = 0; i < rows.size();) {
    if (rows[i].fragments.size() < 2 || caption_above(page, rows[i]) != Caption::none) {
      ++i;
      continue;
    }
    Span run = run_from(page, rows, i);
    const std::size_t next = run.end;
    if (!below_figure_caption(page, rows, i)) {
      if (i > 0 && heads_group(page, rows, i - 1, run)) --run.begin;
      for (FoundTable& table : tables_in(page, lines, rows, run))
        tables.push_back(std::move(table));
    }
    i = next;
  }
  return tables;
}

}  // namespace diarium::layout
