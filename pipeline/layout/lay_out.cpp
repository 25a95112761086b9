#include "pipeline/layout/lay_out.h"

#include <iterator>
#include <utility>
#include <vector>

#include "pipeline/layout/assemble.h"
#include "pipeline/layout/blocks.h"
#include "pipeline/layout/footnotes.h"
#include "pipeline/layout/furniture.h"
#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/upright.h"

namespace diarium {
namespace {

using layout::TextLine;

void append(std::vector<TextLine>& lines, std::vector<TextLine> more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

Page lay_out(Sheet sheet) {
  const layout::Upright page = layout::upright_of(sheet);
  layout::Zones zones = layout::zones_of(page, layout::rows_of(page, layout::all_tokens(page)));
  layout::split_notes(page, zones);

  std::vector<TextLine> lines;
  const auto read = [&](const std::vector<layout::Row>& rows, BlockKind zone) {
    const std::size_t band = lines.empty() ? 0 : lines.back().band + 1;
    append(lines, layout::in_reading_order(page, rows, zone, band));
  };
  read(zones.head, BlockKind::running_head);
  read(zones.body, BlockKind::paragraph);
  read(zones.notes, BlockKind::footnote);
  read(zones.foot, BlockKind::footer);

  std::vector<Block> blocks = layout::blocks_of(page, lines);
  return layout::assembled(std::move(sheet), page, lines, std::move(blocks), {});
}

}  // namespace diarium
