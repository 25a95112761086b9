#include "pipeline/layout/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "pipeline/layout/columns_across.h"
#include "pipeline/layout/labelled_rows.h"
#include "pipeline/layout/whites.h"

namespace diarium::layout {
namespace {

// In parts of the type size.
constexpr double kSameBand = 3.6;       // baselines farther apart begin a new band
constexpr double kTight = 1.55;         // baselines of one paragraph are not farther apart
constexpr double kParted = 1.7;         // from the baseline above to that of a heading
constexpr double kBeside = 0.3;         // rows that overlap by more stand beside each other
constexpr double kSameEdge = 1.5;       // points
constexpr double kBold = 0.75;          // of the letters
constexpr std::size_t kTextColumn = 6;  // lines of a column of running text, at least

/// How many lines stand side by side on both sides of a white.
struct Support {
  std::size_t left = 0;
  std::size_t right = 0;
  [[nodiscard]] std::size_t both() const { return std::min(left, right); }
};

Support support_of(const Gutter& white, const std::vector<Row>& rows, Span span) {
  constexpr double kFar = std::numeric_limits<double>::max();
  double top[2] = {kFar, kFar};
  double bottom[2] = {-kFar, -kFar};
  const auto side_of = [&](const Fragment& f) { return f.box.centre().x < white.left ? 0U : 1U; };
  for (std::size_t i = span.begin; i < span.end; ++i) {
    for (const Fragment& fragment : rows[i].fragments) {
      const auto side = side_of(fragment);
      top[side] = std::min(top[side], fragment.box.top);
      bottom[side] = std::max(bottom[side], fragment.box.bottom);
    }
  }
  const double from = std::max(top[0], top[1]);
  const double to = std::min(bottom[0], bottom[1]);
  Support support;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    bool on[2] = {false, false};
    for (const Fragment& fragment : rows[i].fragments) {
      const double y = fragment.box.centre().y;
      if (y >= from && y <= to) on[side_of(fragment)] = true;
    }
    support.left += on[0] ? 1U : 0U;
    support.right += on[1] ? 1U : 0U;
  }
  return support;
}

bool lost_supported(const Intervals& before, const Intervals& after, const std::vector<Row>& rows,
                    Span span) {
  return std::any_of(before.begin(), before.end(), [&](const Gutter& white) {
    const bool kept = std::any_of(after.begin(), after.end(), [&](const Gutter& other) {
      return other.left < white.right && white.left < other.right;
    });
    return !kept && support_of(white, rows, span).both() >= 2;
  });
}

/// A bold line alone, at the left edge of the row below it: it heads what stands below, be that in
/// columns or not.
bool heads_rows(const Upright& page, const std::vector<Row>& rows, std::size_t i) {
  const Row& row = rows[i];
  if (row.fragments.size() != 1 || i + 1 == rows.size()) return false;
  const Row& next = rows[i + 1];
  return next.box.top > row.box.bottom - kBeside * row.size &&
         row.box.left < next.box.left + kSameEdge &&
         bold_share(page, row.fragments.front().tokens) >= kBold;
}

/// "For the party" twice side by side, room for a hand, and the names right below: two rows whose
/// parts begin at the same places.
bool same_places(const Row& above, const Row& below) {
  constexpr double kSamePlace = 3;  // points
  constexpr double kWide = 3;       // white between the parts, in type sizes
  constexpr double kRoom = 8;       // for a signature, in type sizes
  const std::size_t parts = above.fragments.size();
  if (parts < 2 || below.fragments.size() != parts) return false;
  if (below.baseline - above.baseline > kRoom * below.size) return false;
  for (std::size_t i = 0; i < parts; ++i) {
    const double apart = above.fragments[i].box.left - below.fragments[i].box.left;
    if (std::abs(apart) > kSamePlace) return false;
  }
  for (std::size_t i = 1; i < parts; ++i) {
    const double white = std::min(above.fragments[i].box.left - above.fragments[i - 1].box.right,
                                  below.fragments[i].box.left - below.fragments[i - 1].box.right);
    if (white < kWide * below.size) return false;
  }
  return true;
}

/// The rows from `begin` on over which some white stays open.
Span open_run(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  Intervals covered = covered_with({}, rows[begin]);
  Intervals whites = whites_of(covered, rows[begin].size);
  Span run{begin, begin + 1};
  while (run.end < rows.size()) {
    const Row& next = rows[run.end];
    const double gap = next.baseline - rows[run.end - 1].baseline;
    if (gap > kSameBand * next.size && !same_places(rows[run.end - 1], next)) break;
    if (gap > kParted * next.size && covered.front().left > next.box.left - kSameEdge &&
        heads_rows(page, rows, run.end))
      break;
    const Intervals wider = covered_with(covered, next);
    const Intervals left = whites_of(wider, next.size);
    if (left.empty() || lost_supported(whites, left, rows, run)) break;
    covered = wider;
    whites = left;
    ++run.end;
  }
  return run;
}

/// The texts of each column, row by row.
std::vector<std::vector<std::string>> texts_of(const Upright& page, const std::vector<Row>& rows,
                                               const Band& band) {
  std::vector<std::vector<std::string>> columns(band.gutters.size() + 1);
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
    for (const Fragment& fragment : rows[i].fragments) {
      columns[column_of(band, fragment.box)].push_back(text_of(page, fragment.tokens));
    }
  }
  return columns;
}

/// The rows of a band before those whose first column has two lines close together: a label has
/// one, who signs below the labels has a role as well.
Band single_lines_of(const std::vector<Row>& rows, Band band) {
  for (std::size_t i = band.rows.begin; i + 1 < band.rows.end; ++i) {
    const bool both = column_of(band, rows[i].fragments.front().box) == 0 &&
                      column_of(band, rows[i + 1].fragments.front().box) == 0;
    if (both && rows[i + 1].baseline - rows[i].baseline <= kTight * rows[i].size) {
      band.rows.end = i;
      break;
    }
  }
  return band;
}

bool crosses(const Band& band, const Row& row) {
  return std::any_of(row.fragments.begin(), row.fragments.end(), [&](const Fragment& fragment) {
    return std::any_of(band.gutters.begin(), band.gutters.end(), [&](const Gutter& gutter) {
      return fragment.box.left < gutter.left && fragment.box.right > gutter.right;
    });
  });
}

/// Lines of the fullest column.
std::size_t longest_column(const std::vector<Row>& rows, const Band& band) {
  std::vector<std::size_t> counts(band.gutters.size() + 1, 0);
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
    for (const Fragment& fragment : rows[i].fragments) ++counts[column_of(band, fragment.box)];
  }
  return *std::max_element(counts.begin(), counts.end());
}

/// Takes off rows at either end that stand on one side only and too far off to belong to it.
void trim(const std::vector<Row>& rows, Band& band) {
  const auto two_sided = [&](std::size_t i) {
    const auto& fragments = rows[i].fragments;
    return column_of(band, fragments.front().box) != column_of(band, fragments.back().box);
  };
  std::size_t first = band.rows.begin;
  std::size_t last = band.rows.end;
  while (first < last && !two_sided(first)) ++first;
  while (last > first && !two_sided(last - 1)) --last;
  if (first == last) return;  // columns whose baselines differ: all rows are one-sided
  const bool running = longest_column(rows, band) >= kTextColumn;
  const double reach = running ? kSameBand : kTight;
  while (first > band.rows.begin &&
         rows[first].baseline - rows[first - 1].baseline <= reach * rows[first].size) {
    --first;
  }
  while (last < band.rows.end &&
         rows[last].baseline - rows[last - 1].baseline <= reach * rows[last - 1].size) {
    ++last;
  }
  band.rows = {first, last};
}

/// The first row in which a column comes back after a hole in the page, though it was no running
/// text above it: the head at the right of a page and a signature at its foot are no column.
std::size_t first_return(const std::vector<Row>& rows, const Band& band) {
  constexpr double kHole = 10;  // type sizes
  struct Column {
    std::size_t lines = 0;
    double bottom = 0;
  };
  std::vector<Column> columns(band.gutters.size() + 1);
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
    for (const Fragment& fragment : rows[i].fragments) {
      Column& column = columns[column_of(band, fragment.box)];
      const bool hole = column.lines > 0 && fragment.box.top - column.bottom > kHole * rows[i].size;
      if (hole && column.lines < kTextColumn) return i;
      ++column.lines;
      column.bottom = fragment.box.bottom;
    }
  }
  return band.rows.end;
}

/// A stressed label and beside it plain text: "**Justerare**   Eva Ek (S)".
bool is_labelled(const Upright& page, const Row& row) {
  constexpr double kMost = 0.9;
  return row.fragments.size() == 2 && bold_share(page, row.fragments.front().tokens) >= kMost &&
         bold_share(page, row.fragments.back().tokens) <= 1 - kMost;
}

/// Whether a row is read across because it is labelled. Under the heading of a column of running
/// text the column goes on at once; under a label another label, its text or white follows.
bool begins_with_label(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  if (!is_labelled(page, rows[begin])) return false;
  if (begin + 1 == rows.size()) return true;
  const Row& next = rows[begin + 1];
  const bool beside =
      next.fragments.front().box.left >= rows[begin].fragments.back().box.left - next.size;
  return beside || is_labelled(page, next) ||
         next.baseline - rows[begin].baseline > kTight * next.size;
}

/// The band of columns that begins at row `begin`, or one row as one column.
Band band_at(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  const Band single{.rows = {begin, begin + 1}, .gutters = {}};
  if (heads_rows(page, rows, begin) || begins_with_label(page, rows, begin)) return single;
  Band band{.rows = open_run(page, rows, begin), .gutters = {}};
  if (band.rows.size() < 2) return single;
  Intervals covered;
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i)
    covered = covered_with(covered, rows[i]);
  const double size = rows[begin].size;
  for (const Gutter& white : whites_of(covered, size)) {
    if (support_of(white, rows, band.rows).both() >= 1) band.gutters.push_back(white);
  }
  if (band.gutters.empty()) return single;
  band.rows.end = first_return(rows, band);
  if (band.rows.size() < 2) return single;
  const std::vector<std::vector<std::string>> texts = texts_of(page, rows, band);
  if (const Band labelled = single_lines_of(rows, band);
      labelled.rows.size() < band.rows.size() && labels_first(rows, labelled)) {
    return {.rows = labelled.rows, .gutters = {}};
  }
  std::vector<Gutter> parting;
  for (std::size_t g = 0; g < band.gutters.size(); ++g) {
    const bool beside = stands_beside_items(page, rows, band, g);
    const bool across =
        beside || read_across(texts[g], texts[g + 1]) || (g == 0 && labels_first(rows, band));
    if (beside && band.items_end == 0) band.items_end = band.gutters[g].left;
    if (!across) parting.push_back(band.gutters[g]);
  }
  band.gutters = std::move(parting);
  if (band.gutters.empty()) return band;
  trim(rows, band);
  const bool columns = std::any_of(
      band.gutters.begin(), band.gutters.end(),
      [&](const Gutter& gutter) { return support_of(gutter, rows, band.rows).both() >= 2; });
  return columns && band.rows.begin == begin && !crosses(band, rows[begin]) ? band : single;
}

/// Blocks of signatures follow upon each other: where a wide white runs through all columns, a new
/// band begins.
std::vector<Band> split_at_white(const std::vector<Row>& rows, const Band& band) {
  if (band.gutters.empty() || longest_column(rows, band) >= 2 * kTextColumn) return {band};
  std::vector<Band> bands;
  Band part = band;
  for (std::size_t i = band.rows.begin + 1; i < band.rows.end; ++i) {
    const double gap = rows[i].baseline - rows[i - 1].baseline;
    const bool two_sided = rows[i].fragments.size() > 1 && rows[i - 1].fragments.size() > 1;
    const bool names_below = i == part.rows.begin + 1 && same_places(rows[i - 1], rows[i]);
    if (two_sided && !names_below && gap > 2 * kTight * rows[i].size * 0.75) {
      part.rows.end = i;
      bands.push_back(part);
      part.rows = {i, band.rows.end};
    }
  }
  bands.push_back(part);
  for (Band& piece : bands) {
    if (piece.rows.size() == 1) piece.gutters.clear();
  }
  return bands;
}

/// Rows in one column go on with such rows above them.
void append(std::vector<Band>& bands, const Band& band) {
  if (band.gutters.empty() && !bands.empty() && bands.back().gutters.empty() &&
      bands.back().labelled == band.labelled && bands.back().items_end == band.items_end) {
    bands.back().rows.end = band.rows.end;
  } else {
    bands.push_back(band);
  }
}

/// The bands of the rows `span`, seen without those around them.
void append_bands(const Upright& page, const std::vector<Row>& all, Span span,
                  std::vector<Band>& bands) {
  const std::vector<Row> rows(all.begin() + static_cast<std::ptrdiff_t>(span.begin),
                              all.begin() + static_cast<std::ptrdiff_t>(span.end));
  for (std::size_t i = 0; i < rows.size();) {
    const Band band = band_at(page, rows, i);
    i = band.rows.end;
    for (Band& part : split_at_white(rows, band)) {
      part.rows = {part.rows.begin + span.begin, part.rows.end + span.begin};
      append(bands, part);
    }
  }
}

}  // namespace

std::size_t column_of(const Band& band, const Rect& box) {
  const auto right_of = [](const Gutter& gutter, double x) { return gutter.left < x; };
  const auto next =
      std::lower_bound(band.gutters.begin(), band.gutters.end(), box.centre().x, right_of);
  return static_cast<std::size_t>(next - band.gutters.begin());
}

std::vector<Band> bands_of(const Upright& page, const std::vector<Row>& rows) {
  std::vector<Band> bands;
  std::size_t begin = 0;  // of the rows that no labels stand beside
  for (std::size_t i = 0; i < rows.size();) {
    const Span labelled = labelled_rows(page, rows, i);
    if (labelled.empty()) {
      ++i;
      continue;
    }
    append_bands(page, rows, {begin, i}, bands);
    append(bands, {.rows = labelled, .gutters = {}, .labelled = true});
    begin = i = labelled.end;
  }
  append_bands(page, rows, {begin, rows.size()}, bands);
  return bands;
}

}  // namespace diarium::layout
