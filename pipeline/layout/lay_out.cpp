#include "pipeline/layout/lay_out.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "pipeline/layout/assemble.h"
#include "pipeline/layout/blocks.h"
#include "pipeline/layout/figures.h"
#include "pipeline/layout/footnotes.h"
#include "pipeline/layout/forms.h"
#include "pipeline/layout/furniture.h"
#include "pipeline/layout/margin_notes.h"
#include "pipeline/layout/markers.h"
#include "pipeline/layout/marks.h"
#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/side_headings.h"
#include "pipeline/layout/spaced_letters.h"
#include "pipeline/layout/stamps.h"
#include "pipeline/layout/tables.h"
#include "pipeline/layout/upright.h"

namespace diarium {
namespace {

using layout::TextLine;

constexpr double kSameHeight = 12;  // points, about a line

/// What stands apart from the running text: a table, a figure, a stamp.
struct Inset {
  Rect box;
  std::vector<TextLine> lines;  ///< bands numbered from 0
};

/// Takes words out of the running text.
class Words {
 public:
  explicit Words(const layout::Upright& page)
      : rest_(layout::all_tokens(page)), taken_(rest_.size(), false) {}
  void take(const std::vector<std::size_t>& tokens) {
    for (const std::size_t token : tokens) taken_[token] = true;
    std::erase_if(rest_, [&](std::size_t token) { return taken_[token]; });
  }
  void take(const std::vector<TextLine>& lines) {
    for (const TextLine& line : lines) {
      for (const std::size_t token : line.tokens) taken_[token] = true;
    }
    take(std::vector<std::size_t>{});
  }
  [[nodiscard]] const std::vector<std::size_t>& rest() const { return rest_; }

 private:
  std::vector<std::size_t> rest_;
  std::vector<bool> taken_;
};

/// Collects lines in reading order.
class Reading {
 public:
  explicit Reading(const layout::Upright& page) : page_(page) {}

  void read(const std::vector<layout::Row>& rows, BlockKind zone) {
    append(layout::in_reading_order(page_, rows, zone, next_band()));
  }
  void read(const Inset& inset) {
    std::vector<TextLine> lines = inset.lines;
    for (TextLine& line : lines) line.band += next_band();
    append(std::move(lines));
  }
  /// Text and what stands in it, from top to bottom.
  void read(const std::vector<layout::Row>& rows, const std::vector<Inset>& insets) {
    auto rest = rows.begin();
    for (const Inset& inset : insets) {
      const double middle = inset.box.centre().y;
      const auto below = std::find_if(
          rest, rows.end(), [&](const layout::Row& row) { return row.box.centre().y > middle; });
      read(std::vector<layout::Row>(rest, below), BlockKind::paragraph);
      read(inset);
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

Inset inset_of(const layout::Upright& page, const layout::FoundTable& table, int index) {
  Inset inset{table.box, layout::lines_of(page, table)};
  for (TextLine& line : inset.lines) line.table = index;
  return inset;
}

/// What stands in the running text, and what it is.
struct Found {
  std::vector<Inset> insets;
  std::vector<Table> tables;
  std::vector<Flowchart> flowcharts;
};

Found figures_in(const layout::Upright& page, const std::vector<Drawing>& drawings, Words& words) {
  Found found;
  for (const Drawing& drawing : drawings) {
    auto figure = layout::figure_of(page, drawing, words.rest());
    if (!figure) continue;
    found.insets.push_back({figure->box, layout::lines_of(page, *figure)});
    words.take(found.insets.back().lines);
    found.flowcharts.push_back(std::move(figure->chart));
  }
  return found;
}

Found with_tables(const layout::Upright& page, Found found, Words& words) {
  const std::size_t before = found.insets.size();
  for (const layout::FoundTable& table : layout::tables_of(page, words.rest())) {
    if (layout::is_form(page, table)) {
      found.insets.push_back({table.box, layout::lines_of_form(page, table)});
      continue;
    }
    found.insets.push_back(inset_of(page, table, static_cast<int>(found.tables.size())));
    found.tables.push_back(layout::table_of(page, table));
  }
  for (std::size_t i = before; i < found.insets.size(); ++i) words.take(found.insets[i].lines);
  return found;
}

/// What stands in the margin: notes, and the page's number, which is furniture there too.
struct MarginRows {
  std::vector<layout::Row> notes;
  std::vector<layout::Row> labels;
};

MarginRows margin_of(const layout::Upright& page, const std::vector<layout::Row>& rows,
                     Words& words) {
  const std::vector<std::size_t> tokens = layout::margin_notes(page, rows);
  words.take(tokens);
  MarginRows margin;
  for (layout::Row& row : layout::rows_of(page, tokens)) {
    const bool label = layout::is_page_label(layout::text_of(page, row));
    (label ? margin.labels : margin.notes).push_back(std::move(row));
  }
  return margin;
}

/// Adds headings, from top to bottom; before what begins at about the same height.
void add(const std::vector<Inset>& headings, std::vector<Inset>& insets) {
  const auto above = [](const Inset& a, const Inset& b) { return a.box.top < b.box.top; };
  std::sort(insets.begin(), insets.end(), above);
  std::vector<Inset> all;
  auto rest = headings.begin();
  for (Inset& inset : insets) {
    for (; rest != headings.end() && rest->box.top < inset.box.bottom &&
           rest->box.top < inset.box.top + kSameHeight;
         ++rest)
      all.push_back(*rest);
    all.push_back(std::move(inset));
  }
  all.insert(all.end(), rest, headings.end());
  insets = std::move(all);
}

/// Headings beside the text, each to be read before what stands beside it.
std::vector<Inset> headings_beside(const layout::Upright& page,
                                   const std::vector<layout::Row>& rows, Words& words) {
  std::vector<Inset> insets;
  for (const layout::SideHeading& heading : layout::side_headings(page, rows)) {
    Inset inset;
    for (const layout::Row& row : heading.rows) {
      std::vector<std::size_t> tokens;
      for (const layout::Fragment& fragment : row.fragments)
        tokens.insert(tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
      inset.lines.push_back(layout::line_of(page, std::move(tokens)));
      if (heading.heads_text) inset.lines.back().zone = BlockKind::heading;
    }
    const Rect& first = heading.rows.front().box;
    inset.box = {first.left, first.top, first.right, first.top};
    insets.push_back(std::move(inset));
  }
  for (const Inset& inset : insets) words.take(inset.lines);
  return insets;
}

}  // namespace

Page lay_out(Sheet sheet) {
  const layout::Upright page = layout::upright_of(sheet);
  Words words(page);
  std::vector<Inset> stamps;
  for (const layout::Stamp& stamp : layout::stamps_of(page)) {
    stamps.push_back({{}, layout::lines_of(page, stamp)});
    words.take(stamps.back().lines);
  }
  std::vector<layout::Row> rows = layout::rows_of(page, words.rest());
  const MarginRows margin = margin_of(page, rows, words);
  if (!margin.notes.empty() || !margin.labels.empty()) rows = layout::rows_of(page, words.rest());
  const std::vector<Inset> headings = headings_beside(page, rows, words);
  Found found = with_tables(page, figures_in(page, sheet.drawings, words), words);
  add(headings, found.insets);
  layout::Zones zones = layout::zones_of(page, layout::rows_of(page, words.rest()));
  layout::split_notes(page, zones);

  Reading reading(page);
  reading.read(zones.head, BlockKind::running_head);
  reading.read(margin.notes, BlockKind::paragraph);
  reading.read(zones.body, found.insets);
  reading.read(zones.notes, BlockKind::footnote);
  reading.read(zones.foot, BlockKind::footer);
  reading.read(margin.labels, BlockKind::footer);
  for (const Inset& stamp : stamps) reading.read(stamp);

  const std::vector<TextLine> lines = std::move(reading).lines();
  for (const TextLine& line : lines) {
    for (const std::size_t token : layout::spaced_letters(page, line))
      sheet.words[page.tokens[token].word].joined = true;
  }
  std::vector<Block> blocks = layout::blocks_of(page, lines);
  const std::vector<Style> styles = layout::marked_styles(page);
  for (std::size_t i = 0; i < styles.size(); ++i)
    sheet.words[page.tokens[i].word].style = styles[i];
  Page result =
      layout::assembled(std::move(sheet), page, lines, std::move(blocks), std::move(found.tables));
  result.flowcharts = std::move(found.flowcharts);
  return result;
}

}  // namespace diarium
