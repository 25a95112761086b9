#include "pipeline/read/dashed_lines.h"

#include <algorithm>
#include <cmath>

namespace diarium {
namespace {

// Points.
constexpr double kLongestDash = 18;
constexpr double kWidestGap = 9;
constexpr double kSameLine = 0.8;  // cosine between a dash and the way to the next, or from it

struct Way {
  double x = 0;
  double y = 0;
  double length = 0;
};

Way way(Point from, Point to) {
  return {to.x - from.x, to.y - from.y, std::hypot(to.x - from.x, to.y - from.y)};
}

bool is_dash(const std::vector<Point>& line) {
  return line.size() == 2 && way(line[0], line[1]).length <= kLongestDash;
}

bool along(const Way& a, const Way& b) {
  return a.x * b.x + a.y * b.y >= kSameLine * a.length * b.length;
}

/// Whether the dash goes on where the line ends, straight ahead or round a corner.
bool goes_on(const std::vector<Point>& line, const std::vector<Point>& dash) {
  const Way gap = way(line.back(), dash.front());
  return gap.length <= kWidestGap &&
         (along(way(line[line.size() - 2], line.back()), gap) || along(gap, way(dash[0], dash[1])));
}

std::vector<Point> reversed(std::vector<Point> line) {
  std::reverse(line.begin(), line.end());
  return line;
}

/// Adds the dash to the line, turned so that the gap is least; whether the line goes on there.
bool carry_on(std::vector<Point>& line, const std::vector<Point>& dash) {
  std::vector<std::vector<Point>> ends{{line[line.size() - 2], line.back()}};
  // Of the first dash of a line nobody has said where it begins.
  if (line.size() == 2) ends.push_back(reversed(line));
  std::vector<Point> end;
  std::vector<Point> next;
  double least = kWidestGap;
  for (const std::vector<Point>& before : ends) {
    for (const std::vector<Point>& after : {dash, reversed(dash)}) {
      const double gap = way(before.back(), after.front()).length;
      if (gap > least || !goes_on(before, after)) continue;
      least = gap;
      end = before;
      next = after;
    }
  }
  if (next.empty()) return false;
  std::copy(end.begin(), end.end(), line.end() - 2);
  line.insert(line.end(), next.begin(), next.end());
  return true;
}

}  // namespace

std::vector<std::vector<Point>> join_dashes(const std::vector<std::vector<Point>>& lines) {
  std::vector<std::vector<Point>> joined;
  bool open = false;  // whether the last line ends in a dash
  for (const std::vector<Point>& line : lines) {
    const bool dash = is_dash(line);
    if (!(dash && open && carry_on(joined.back(), line))) joined.push_back(line);
    open = dash;
  }
  return joined;
}

}  // namespace diarium
