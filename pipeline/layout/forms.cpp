#include "pipeline/layout/forms.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include "models/unicode.h"

namespace diarium::layout {
namespace {

constexpr double kSmaller = 0.87;      // of the type that was filled in, at most
constexpr double kMuchSmaller = 0.78;  // where OCR has estimated the sizes
constexpr std::size_t kLeastLabels = 3;
constexpr double kMostLabelled = 0.6;      // of the cells of two lines or more
constexpr double kManyLabelled = 0.4;      // of all cells that hold anything
constexpr std::size_t kLongestLabel = 60;  // letters

/// A cell as it is printed.
struct FormCell {
  const TableCell* cell = nullptr;
  std::vector<Row> rows;
  bool labelled = false;  ///< its first row is a label
};

/// The size of the middle row that is no first row of its cell; 0 without one.
double filled_size(const std::vector<FormCell>& cells) {
  std::vector<double> sizes;
  for (const FormCell& cell : cells) {
    for (std::size_t i = 1; i < cell.rows.size(); ++i) sizes.push_back(cell.rows[i].size);
  }
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

bool is_label(const Upright& page, const Row& row) {
  const std::string text = text_of(page, row);
  return is_upper(first_point(text)) && code_points(text).size() <= kLongestLabel &&
         !text.ends_with('.');
}

std::vector<FormCell> cells_of(const Upright& page, const FoundTable& table) {
  std::vector<FormCell> cells;
  for (const TableCell& cell : table.cells) {
    if (!cell.tokens.empty()) cells.push_back({&cell, rows_of(page, cell.tokens)});
  }
  const double filled = filled_size(cells);
  for (FormCell& cell : cells) {
    const Row& first = cell.rows.front();
    const Word& word = page.words[page.tokens[cell.cell->tokens.front()].word];
    const double smaller = word.confidence < 1 ? kMuchSmaller : kSmaller;
    cell.labelled = first.size <= smaller * filled && is_label(page, first);
  }
  return cells;
}

/// Writes the lines of cells, each part in a band of its own.
class FormWriter {
 public:
  FormWriter(const Upright& page, const std::vector<FormCell>& cells)
      : page_(page), cells_(cells) {}

  std::vector<TextLine> write() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (written_.contains(i)) continue;
      write(i);
      if (cells_[i].labelled && cells_[i].rows.size() == 1) write_below(i);
    }
    return std::move(lines_);
  }

 private:
  void write(std::size_t i) {
    written_.insert(i);
    const FormCell& cell = cells_[i];
    if (cell.labelled) add(cell.rows.front(), BlockKind::heading, lines_.empty() ? 0 : next_band());
    const std::size_t band = lines_.empty() ? 0 : next_band();
    for (std::size_t k = cell.labelled ? 1 : 0; k < cell.rows.size(); ++k)
      add(cell.rows[k], BlockKind::paragraph, band);
  }

  void write_below(std::size_t label) {
    const TableCell& head = *cells_[label].cell;
    for (std::size_t i = label + 1; i < cells_.size(); ++i) {
      const TableCell& cell = *cells_[i].cell;
      if (cell.column != head.column || cell.column_span != head.column_span) continue;
      if (cells_[i].labelled || written_.contains(i)) return;
      write(i);
    }
  }

  void add(const Row& row, BlockKind zone, std::size_t band) {
    std::vector<std::size_t> tokens;
    for (const Fragment& fragment : row.fragments)
      tokens.insert(tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
    lines_.push_back(line_of(page_, std::move(tokens)));
    lines_.back().zone = zone;
    lines_.back().band = band;
  }

  [[nodiscard]] std::size_t next_band() const { return lines_.back().band + 1; }

  const Upright& page_;
  const std::vector<FormCell>& cells_;
  std::set<std::size_t> written_;
  std::vector<TextLine> lines_;
};

}  // namespace

bool is_form(const Upright& page, const FoundTable& table) {
  if (!table.ruled) return false;
  std::size_t tall = 0;
  std::size_t labelled = 0;
  const std::vector<FormCell> cells = cells_of(page, table);
  for (const FormCell& cell : cells) {
    if (cell.rows.size() < 2) continue;
    ++tall;
    labelled += cell.labelled ? 1U : 0U;
  }
  return labelled >= kLeastLabels &&
         static_cast<double>(labelled) >= kMostLabelled * static_cast<double>(tall) &&
         static_cast<double>(labelled) >= kManyLabelled * static_cast<double>(cells.size());
}

std::vector<TextLine> lines_of_form(const Upright& page, const FoundTable& form) {
  const std::vector<FormCell> cells = cells_of(page, form);
  return FormWriter(page, cells).write();
}

}  // namespace diarium::layout
