#include "pipeline/layout/furniture.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "models/paper.h"
#include "pipeline/layout/footnotes.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

// In parts of the page's height: where a running head ends at most and a footer begins at least.
constexpr double kHeadZone = 0.11;
constexpr double kHeadRule = 0.14;     // a rule under the running head stands above
constexpr double kHeadMargin = 0.085;  // body text hardly begins above
constexpr double kFootZone = 0.86;
constexpr double kFootRule = 0.9;     // a rule below parts a footer, whatever its type
constexpr double kFootMargin = 0.93;  // body text hardly goes on below
constexpr double kSmallType = 0.9;    // of the body's size
constexpr double kApart = 1.5;        // type sizes between the boxes of furniture and text

double y_of(double part, const Upright& page) {
  return y_of_part(part, page.width, page.height);
}

bool holds_page_label(const Upright& page, const Row& row) {
  return std::any_of(row.fragments.begin(), row.fragments.end(), [&](const Fragment& fragment) {
    return is_page_label(text_of(page, fragment.tokens));
  });
}

double gap_below(const std::vector<Row>& rows, std::size_t i) {
  if (i + 1 >= rows.size()) return std::numeric_limits<double>::max();
  return rows[i + 1].box.top - rows[i].box.bottom;
}

double gap_above(const std::vector<Row>& rows, std::size_t i) {
  if (i == 0) return std::numeric_limits<double>::max();
  return rows[i].box.top - rows[i - 1].box.bottom;
}

/// A wide line with nothing but furniture on its far side.
bool wide_rule_between(const Upright& page, double top, double bottom) {
  return std::any_of(page.across.begin(), page.across.end(), [&](const Rect& line) {
    const double y = line.centre().y;
    return y >= top && y <= bottom && line.width() > page.width * 0.5;
  });
}

bool beside_picture(const Upright& page, const Row& row) {
  return std::any_of(page.pictures.begin(), page.pictures.end(), [&](const Rect& picture) {
    return picture.bottom < y_of(0.2, page) && vertical_overlap(picture, row.box) > 0 &&
           picture.width() < page.width * 0.4;
  });
}

/// The last row of the running head, as a count of rows from the top.
std::size_t head_rows(const Upright& page, const std::vector<Row>& rows) {
  std::size_t head = 0;
  for (std::size_t i = 0; i < rows.size() && rows[i].box.bottom < y_of(kHeadZone, page); ++i) {
    const Row& row = rows[i];
    const bool margin = row.box.bottom < y_of(kHeadMargin, page);
    const bool apart = gap_below(rows, i) > kApart * row.size;
    const bool narrow = row.box.width() < page.width * 0.6;
    const bool small = row.size < kSmallType * page.body_size;
    const bool by_form = holds_page_label(page, row) || beside_picture(page, row);
    const double next = i + 1 < rows.size() ? rows[i + 1].box.top : row.box.bottom;
    const double below = std::min(next, y_of(kHeadRule, page));
    const bool ruled = wide_rule_between(page, row.box.bottom - row.size * 0.2, below);
    if (by_form || ruled || (margin && apart && (narrow || small)) || (small && apart))
      head = i + 1;
  }
  return head;
}

/// A raised number begins a note, and nothing else at the foot of a page.
bool begins_raised(const Upright& page, const Row& row) {
  return page.words[page.tokens[row.fragments.front().tokens.front()].word].style.superscript;
}

/// The first row of the footer, as an index.
std::size_t first_foot_row(const Upright& page, const std::vector<Row>& rows, std::size_t head) {
  std::size_t first = rows.size();
  for (std::size_t i = rows.size(); i-- > head && rows[i].box.top > y_of(kFootZone, page);) {
    const Row& row = rows[i];
    const bool margin = row.box.top > y_of(kFootMargin, page);
    const bool apart = gap_above(rows, i) > kApart * row.size;
    const bool small = row.size < kSmallType * page.body_size;
    const double above = i > 0 ? rows[i - 1].box.bottom : 0.0;
    const bool ruled =
        wide_rule_between(page, above - row.size * 0.2, row.box.top + row.size * 0.2);
    const bool label = row.fragments.size() == 1 && holds_page_label(page, row);
    const bool note = begins_note(page, row) && !label;
    const bool raised = note && begins_raised(page, row);
    const bool by_rule = ruled && !raised && (small || row.box.top > y_of(kFootRule, page));
    if (by_rule || (label && apart) || (margin && (apart || small)) || (small && apart && !note))
      first = i;
    if (by_rule) break;  // above its rule there are notes or text
  }
  return first;
}

}  // namespace

Zones zones_of(const Upright& page, std::vector<Row> rows) {
  const std::size_t head = head_rows(page, rows);
  const std::size_t foot = first_foot_row(page, rows, head);
  const auto take = [&](std::size_t begin, std::size_t end) {
    return std::vector<Row>(
        std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(begin)),
        std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end)));
  };
  Zones zones;
  zones.head = take(0, head);
  zones.body = take(head, foot);
  zones.foot = take(foot, rows.size());
  return zones;
}

}  // namespace diarium::layout
