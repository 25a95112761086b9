#include "pipeline/layout/reading_order.h"

#include <utility>

#include "pipeline/layout/columns.h"
#include "pipeline/layout/labelled_rows.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {

namespace {

/// Whether one part at the left edge of the labels is all that stands in a row.
bool is_label_alone(const std::vector<Row>& rows, const Band& band, std::size_t i) {
  const std::vector<Fragment>& first = rows[band.rows.begin].fragments;
  return rows[i].fragments.size() == 1 && rows[i].box.left < first.back().box.left;
}

bool begins_item(const Upright& page, const Row& row) {
  return is_list_marker(page.words[page.tokens[row.fragments.front().tokens.front()].word].text);
}

/// The rows of items with cells beside them, each item whole before its cells: its title may run
/// over several rows.
std::vector<Row> with_whole_items(const Upright& page, const std::vector<Row>& rows,
                                  const Band& band) {
  std::vector<Row> read;
  std::vector<Fragment> cells;
  const auto finish = [&] {
    if (!cells.empty()) read.push_back(row_of(page, std::exchange(cells, {})));
  };
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
    const bool goes_on = i + 1 < band.rows.end && !begins_item(page, rows[i + 1]) &&
                         rows[i + 1].fragments.size() == 1;
    const bool first = begins_item(page, rows[i]);
    if (first) finish();
    if (!(first && goes_on)) {
      read.push_back(rows[i]);
      continue;
    }
    std::vector<Fragment> item;
    for (const Fragment& fragment : rows[i].fragments)
      (fragment.box.left < band.items_end ? item : cells).push_back(fragment);
    read.push_back(row_of(page, std::move(item)));
  }
  finish();
  return read;
}

std::vector<Row> rows_in(const Upright& page, const std::vector<Row>& rows, const Band& band) {
  if (band.items_end > 0 && band.gutters.empty()) return with_whole_items(page, rows, band);
  return {rows.begin() + static_cast<std::ptrdiff_t>(band.rows.begin),
          rows.begin() + static_cast<std::ptrdiff_t>(band.rows.end)};
}

}  // namespace

TextLine line_of(const Upright& page, std::vector<std::size_t> tokens) {
  TextLine line;
  line.size = size_of(page, tokens);
  line.bold_share = bold_share(page, tokens);
  line.bold = line.bold_share > 0.5;
  line.baseline = page.tokens[tokens.front()].baseline;
  for (const std::size_t index : tokens) {
    const Token& token = page.tokens[index];
    line.box = united(line.box, token.box);
    if (token.size == line.size) line.baseline = token.baseline;
  }
  line.tokens = std::move(tokens);
  return line;
}

std::vector<TextLine> in_reading_order(const Upright& page, const std::vector<Row>& printed,
                                       BlockKind zone, std::size_t first_band) {
  const std::vector<Row> all = with_whole_labels(page, printed);
  std::vector<TextLine> lines;
  std::size_t number = first_band;
  for (Band band : bands_of(page, all)) {
    const std::vector<Row> rows = rows_in(page, all, band);
    band.rows = {0, rows.size()};
    const std::size_t columns = band.gutters.size() + 1;
    for (std::size_t column = 0; column < columns; ++column) {
      for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
        std::vector<std::size_t> tokens;
        for (const Fragment& fragment : rows[i].fragments) {
          if (column_of(band, fragment.box) != column) continue;
          tokens.insert(tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
        }
        if (tokens.empty()) continue;
        TextLine line = line_of(page, std::move(tokens));
        line.zone = zone;
        line.band = number;
        line.column = static_cast<int>(column);
        line.columns = static_cast<int>(columns);
        line.labelled = band.labelled && !is_label_alone(rows, band, i);
        lines.push_back(std::move(line));
      }
    }
    ++number;
  }
  return lines;
}

}  // namespace diarium::layout
