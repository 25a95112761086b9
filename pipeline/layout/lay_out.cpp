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
#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/tables.h"
#include "pipeline/layout/upright.h"

namespace diarium {
namespace {

using layout::TextLine;

/// The words that stand in no table.
std::vector<std::size_t> outside(const layout::Upright& page,
                                 const std::vector<layout::FoundTable>& tables) {
  std::vector<bool> taken(page.tokens.size(), false);
  for (const layout::FoundTable& table : tables) {
    for (const layout::TableCell& cell : table.cells) {
      for (const std::size_t token : cell.tokens) taken[token] = true;
    }
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
    std::vector<TextLine> more = layout::lines_of(page_, table);
    for (TextLine& line : more) {
      line.band = next_band();
      line.table = index;
    }
    append(std::move(more));
  }
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
  const std::vector<layout::FoundTable> found = layout::tables_of(page);
  layout::Zones zones = layout::zones_of(page, layout::rows_of(page, outside(page, found)));
  layout::split_notes(page, zones);

  Reading reading(page);
  reading.read(zones.head, BlockKind::running_head);
  reading.read(std::move(zones.body), found);
  reading.read(zones.notes, BlockKind::footnote);
  reading.read(zones.foot, BlockKind::footer);

  const std::vector<TextLine> lines = std::move(reading).lines();
  std::vector<Block> blocks = layout::blocks_of(page, lines);
  std::vector<Table> tables;
  for (const layout::FoundTable& table : found) tables.push_back(layout::table_of(page, table));
  return layout::assembled(std::move(sheet), page, lines, std::move(blocks), std::move(tables));
}

}  // namespace diarium
