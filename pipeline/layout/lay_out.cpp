#include "pipeline/layout/lay_out.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "pipeline/layout/assemble.h"
#include "pipeline/layout/blocks.h"
#include "pipeline/layout/footnotes.h"
#include "pipeline/layout/furniture.h"
#include "pipeline/layout/marks.h"
#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/stamps.h"
#include "pipeline/layout/tables.h"
#include "pipeline/layout/upright.h"

namespace diarium {
namespace {

using layout::TextLine;

/// The words that stand neither in a stamp nor in a table.
std::vector<std::size_t> outside(const layout::Upright& page,
                                 const std::vector<layout::FoundTable>& tables,
                                 const std::vector<layout::Stamp>& stamps) {
  std::vector<bool> taken(page.tokens.size(), false);
  const auto take = [&](const std::vector<std::size_t>& tokens) {
    for (const std::size_t token : tokens) taken[token] = true;
  };
  for (const layout::Stamp& stamp : stamps) take(stamp.tokens);
  for (const layout::FoundTable& table : tables) {
    for (const layout::TableCell& cell : table.cells) take(cell.tokens);
  }
  std::vector<std::size_t> tokens = layout::all_tokens(page);
  std::erase_if(tokens, [&](std::size_t token) { return taken[token]; });
  return tokens;
}

/// Collects lines in reading order.
class Reading {
 public:
  explicit Reading(const layout::Upright& page) : page_(page) {}

  void read(const std::vector<layout::Row>& rows, BlockKind zone) {
    append(layout::in_reading_order(page_, rows, zone, next_band()));
  }
  void read(const layout::FoundTable& table, int index) {
    append(banded(layout::lines_of(page_, table), index));
  }
  void read(const layout::Stamp& stamp) { append(banded(layout::lines_of(page_, stamp), -1)); }
  /// Text and tables from top to bottom.
  void read(std::vector<layout::Row> rows, const std::vector<layout::FoundTable>& tables) {
    auto rest = rows.begin();
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const double middle = tables[i].box.centre().y;
      const auto below = std::find_if(
          rest, rows.end(), [&](const layout::Row& row) { return row.box.centre().y > middle; });
      read(std::vector<layout::Row>(rest, below), BlockKind::paragraph);
      read(tables[i], static_cast<int>(i));
      rest = below;
    }
    read(std::vector<layout::Row>(rest, rows.end()), BlockKind::paragraph);
  }
  [[nodiscard]] std::vector<TextLine> lines() && { return std::move(lines_); }

 private:
  [[nodiscard]] std::vector<TextLine> banded(std::vector<TextLine> lines, int table) const {
    for (TextLine& line : lines) {
      line.band = next_band();
      line.table = table;
    }
    return lines;
  }
  [[nodiscard]] std::size_t next_band() const {
    return lines_.empty() ? 0 : lines_.back().band + 1;
  }
  void append(std::vector<TextLine> more) {
    lines_.insert(lines_.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
  }

  const layout::Upright& page_;
  std::vector<TextLine> lines_;
};

}  // namespace

Page lay_out(Sheet sheet) {
  const layout::Upright page = layout::upright_of(sheet);
  const std::vector<layout::Stamp> stamps = layout::stamps_of(page);
  const std::vector<layout::FoundTable> found = layout::tables_of(page, outside(page, {}, stamps));
  layout::Zones zones = layout::zones_of(page, layout::rows_of(page, outside(page, found, stamps)));
  layout::split_notes(page, zones);

  Reading reading(page);
  reading.read(zones.head, BlockKind::running_head);
  reading.read(std::move(zones.body), found);
  reading.read(zones.notes, BlockKind::footnote);
  reading.read(zones.foot, BlockKind::footer);
  for (const layout::Stamp& stamp : stamps) reading.read(stamp);

  const std::vector<TextLine> lines = std::move(reading).lines();
  const std::vector<Style> styles = layout::marked_styles(page);
  std::vector<Block> blocks = layout::blocks_of(page, lines);
  std::vector<Table> tables;
  for (const layout::FoundTable& table : found) tables.push_back(layout::table_of(page, table));
  for (std::size_t i = 0; i < styles.size(); ++i)
    sheet.words[page.tokens[i].word].style = styles[i];
  return layout::assembled(std::move(sheet), page, lines, std::move(blocks), std::move(tables));
}

}  // namespace diarium
