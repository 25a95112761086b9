#include "pipeline/layout/alignment.h"

#include <algorithm>
#include <utility>

namespace diarium::layout {
namespace {

constexpr double kNarrowest = 0.45;  // type sizes; white between the columns of a table
constexpr double kSlit = 0.1;        // and where the next column is flush left
constexpr double kSameEdge = 1.5;    // points
constexpr std::size_t kFlushRows = 3;
constexpr double kCrossed = 0.12;  // of the rows may run across a gutter: titles, group headings
constexpr double kBeside = 0.25;   // of the rows must have words on either side
constexpr double kWide = 0.55;     // of the run's width: one fragment that long is text

/// Where the fragments of rows begin and end, swept from left to right.
struct Edge {
  double x = 0;
  int step = 0;
};

std::vector<Gutter> whites_of(const std::vector<Row>& rows, Span span, int most_crossing) {
  std::vector<Edge> edges;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    for (const Fragment& fragment : rows[i].fragments) {
      edges.push_back({fragment.box.left, 1});
      edges.push_back({fragment.box.right, -1});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::pair(a.x, a.step) < std::pair(b.x, b.step);
  });
  std::vector<Gutter> whites;
  int open = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    open += edges[i].step;
    if (open > most_crossing) continue;
    const double left = edges[i].x;
    const double right = edges[i + 1].x;
    if (!whites.empty() && whites.back().right == left) {
      whites.back().right = right;
    } else {
      whites.push_back({left, right});
    }
  }
  return whites;
}

bool beside(const std::vector<Row>& rows, Span span, const Gutter& gutter, double least) {
  double both = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    bool left = false;
    bool right = false;
    for (const Fragment& fragment : rows[i].fragments) {
      const double x = fragment.box.centre().x;
      (x < gutter.left ? left : right) = true;
    }
    both += left && right ? 1 : 0;
  }
  return both >= least;
}

/// Whether all that stands right of a gutter next to it begins at one edge, in three rows or more:
/// a column that long lines of the column before come close to.
bool flush(const std::vector<Row>& rows, Span span, const Gutter& gutter) {
  std::size_t count = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    for (const Fragment& fragment : rows[i].fragments) {
      if (fragment.box.left < gutter.left) continue;
      if (fragment.box.left - gutter.right > kSameEdge) return false;
      ++count;
      break;
    }
  }
  return count >= kFlushRows;
}

/// Whether a row is one fragment of text that runs over most of the width.
bool runs_across(const Row& row, double width) {
  return row.fragments.size() == 1 && row.box.width() > kWide * width;
}

}  // namespace

std::size_t Alignment::column_of(const Rect& box) const {
  const auto middle = [](const Gutter& gutter) { return (gutter.left + gutter.right) / 2; };
  const double x = box.centre().x;
  const auto next = std::find_if(gutters.begin(), gutters.end(),
                                 [&](const Gutter& gutter) { return middle(gutter) > x; });
  return static_cast<std::size_t>(next - gutters.begin());
}

std::optional<Alignment> alignment_of(const std::vector<Row>& rows, Span span) {
  const auto count = static_cast<double>(span.size());
  double size = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) size = std::max(size, rows[i].size);
  const int most_crossing = static_cast<int>(kCrossed * count);
  Alignment alignment;
  for (const Gutter& white : whites_of(rows, span, most_crossing)) {
    const double width = white.right - white.left;
    if (width < kSlit * size || (width < kNarrowest * size && !flush(rows, span, white))) continue;
    if (beside(rows, span, white, std::max(2.0, kBeside * count)))
      alignment.gutters.push_back(white);
  }
  if (alignment.gutters.empty()) return std::nullopt;
  return alignment;
}

std::vector<Span> aligned_parts(const std::vector<Row>& rows, Span run,
                                const std::vector<bool>& inner) {
  Rect box;
  for (std::size_t i = run.begin; i < run.end; ++i) box = united(box, rows[i].box);
  std::vector<Span> parts;
  std::size_t begin = run.begin;
  for (std::size_t i = run.begin; i <= run.end; ++i) {
    if (i < run.end && (inner[i - run.begin] || !runs_across(rows[i], box.width()))) continue;
    if (i > begin) parts.push_back({begin, i});
    begin = i + 1;
  }
  return parts;
}

}  // namespace diarium::layout
