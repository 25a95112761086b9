#include "pipeline/read/drawn_figures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "models/bounds.h"
#include "pipeline/read/dashed_lines.h"

namespace diarium {
namespace {

constexpr std::size_t kMostShapes = 400;
constexpr std::size_t kMostStrokes = 2'000;
constexpr std::size_t kMostPoints = 10'000;  // of all strokes
constexpr std::size_t kMostHeads = 4'000;    // letters drawn as paths look like heads
constexpr std::size_t kLeastShapes = 3;
constexpr std::size_t kLeastStrokes = 2;

// Points.
constexpr double kSmallestShape = 9;
constexpr double kLargestHead = 18;
constexpr double kSmallestHead = 1.5;
constexpr double kThickestLine = 3;
constexpr double kShortestStroke = 2;
constexpr double kMeet = 0.5;
constexpr std::size_t kLeastDashes = 3;

// A wedge leaves more of its box empty than this.
constexpr double kFullOfBox = 0.8;
constexpr double kPale = 0.15;  // darkness

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

double length_of(const std::vector<Point>& points) {
  double length = 0;
  for (std::size_t i = 1; i < points.size(); ++i) length += distance(points[i - 1], points[i]);
  return length;
}

double area_of(const std::vector<Point>& points) {
  double twice = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& a = points[i];
    const Point& b = points[(i + 1) % points.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

bool is_closed(const Outline& outline) {
  return outline.points.size() > 3 &&
         (outline.closed || distance(outline.points.front(), outline.points.back()) < kMeet);
}

bool is_shape(const Rect& box) {
  return std::min(box.width(), box.height()) >= kSmallestShape;
}

bool is_head(const Rect& box) {
  const double longer = std::max(box.width(), box.height());
  return longer <= kLargestHead && longer >= 2 * kSmallestHead &&
         std::min(box.width(), box.height()) >= kSmallestHead;
}

/// Two short legs that meet in a tip.
bool is_open_head(const std::vector<Point>& points) {
  if (points.size() != 3 || !is_head(bounds_of(points))) return false;
  const double first = distance(points[0], points[1]);
  const double second = distance(points[1], points[2]);
  return std::max(first, second) < 1.5 * std::min(first, second) &&
         distance(points[0], points[2]) < 0.9 * (first + second);
}

Rect widened(const Rect& box) {
  return {box.left - kMeet, box.top - kMeet, box.right + kMeet, box.bottom + kMeet};
}

/// A browser cuts the head of an arrow out exactly along its sides: both are widened, for a line
/// has no area.
bool seen(const Rect& box, const Rect& clip) {
  const Rect wide = widened(box);
  return common_part(wide, widened(clip)).area() >= 0.9 * wide.area();
}

/// Longer than a dash or a letter's stem drawn as a path.
bool is_long(const Rect& line) {
  return std::max(line.width(), line.height()) > 2 * kThickestLine;
}

/// The middle line of a thin filled box, as some programs draw lines.
std::vector<Point> middle_line(const Rect& box) {
  const Point centre = box.centre();
  if (box.width() >= box.height()) return {{box.left, centre.y}, {box.right, centre.y}};
  return {{centre.x, box.top}, {centre.x, box.bottom}};
}

}  // namespace

bool DrawnFigures::full() const {
  return points_ > kMostPoints || drawing_.shapes.size() > kMostShapes ||
         drawing_.strokes.size() > kMostStrokes || drawing_.heads.size() > kMostHeads;
}

void DrawnFigures::add_closed(const Outline& outline, const Rect& clip) {
  const Rect box = bounds_of(outline.points);
  if (!seen(box, clip)) return;
  if (is_shape(box)) {
    drawing_.shapes.push_back({box, shape_kind_of(outline.points)});
  }
  if (is_head(box) && area_of(outline.points) < kFullOfBox * box.area()) {
    drawing_.heads.push_back({box});
  }
}

void DrawnFigures::add_open(const Outline& outline, const Rect& clip) {
  if (outline.points.size() < 2 || !seen(bounds_of(outline.points), clip)) return;
  if (is_open_head(outline.points)) {
    drawing_.heads.push_back({bounds_of(outline.points)});
  } else if (length_of(outline.points) >= kShortestStroke) {
    drawing_.strokes.push_back({outline.points});
    points_ += outline.points.size();
  }
}

void DrawnFigures::stroke(const std::vector<Outline>& path, const Rect& clip) {
  std::vector<std::vector<Point>> lines;
  for (const Outline& outline : path) {
    if (full()) return;
    if (is_closed(outline)) {
      add_closed(outline, clip);
    } else {
      lines.push_back(outline.points);
    }
  }
  for (std::vector<Point>& line : join_dashes(lines)) {
    if (full()) return;
    add_open({.points = std::move(line)}, clip);
  }
}

void DrawnFigures::fill(const std::vector<Outline>& path, double darkness, const Rect& clip) {
  std::vector<std::vector<Point>> lines;
  for (const Outline& outline : path) {
    if (full() || outline.points.size() < 3) break;
    const Rect box = bounds_of(outline.points);
    const bool thin = std::min(box.width(), box.height()) <= kThickestLine;
    if (thin && darkness > kPale) lines.push_back(middle_line(box));
    const bool line = thin && is_long(box) && darkness > kPale;
    if (!line && (is_shape(box) || darkness > kPale)) add_closed(outline, clip);
  }
  for (std::vector<Point>& line : join_dashes(lines)) {
    if (full()) return;
    if (line.size() >= 2 * kLeastDashes || distance(line[0], line[1]) > 2 * kThickestLine)
      add_open({.points = std::move(line)}, clip);
  }
}

Drawing DrawnFigures::take() {
  const bool whole = !full();
  Drawing drawing = std::exchange(drawing_, {});
  const bool chart =
      whole && drawing.shapes.size() >= kLeastShapes && drawing.strokes.size() >= kLeastStrokes;
  return chart ? drawing : Drawing{};
}

}  // namespace diarium
