#include "pipeline/ocr/flow_strokes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace diarium {
namespace {

// Points.
constexpr double kDashGap = 7;
// A line that stops so far before a box leads there, one that ends so near to another meets it, and
// one so long is a line wherever it ends.
constexpr double kShortOfBox = 10;
constexpr double kMeet = 2.5;
constexpr double kSurelyLine = 24;
constexpr double kDashReach = 2;      // lengths of a dash, that it may stop before a box
constexpr double kInLine = 0.94;      // cosine, of a dash and the next
constexpr double kAcross = 0.35;      // cosine, at the corner of a dashed line
constexpr double kCornerCosts = 1.5;  // of a way straight ahead
constexpr int kMostRounds = 12;
constexpr std::size_t kMostEnds = 3'000;

double pixels_of(double points, int resolution) {
  return points * resolution / kPointsPerInch;
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

bool within(const Rect& box, const Stroke& stroke) {
  return std::all_of(stroke.points.begin(), stroke.points.end(),
                     [&](const Point& point) { return box.contains(point); });
}

/// Where the way from a point outside a box to one within meets its border.
Point entry(const Rect& box, Point outside, Point inside) {
  for (int halving = 0; halving < 16; ++halving) {
    const Point middle{(outside.x + inside.x) / 2, (outside.y + inside.y) / 2};
    (box.contains(middle) ? inside : outside) = middle;
  }
  return outside;
}

/// Ends the last stretch of a stroke where it comes into a box.
void cut_at(const Rect& box, std::vector<Point>& points) {
  Point inside = points.back();
  while (points.size() > 1 && box.contains(points.back())) {
    inside = points.back();
    points.pop_back();
  }
  points.push_back(entry(box, points.back(), inside));
}

/// Lines end where their heads begin: within a head the middle line turns to one of its corners.
/// Where several lines end in one blot it is a joint.
void end_at_heads(std::vector<Stroke>& strokes, const std::vector<ArrowHead>& heads) {
  for (const ArrowHead& head : heads) {
    std::erase_if(strokes, [&](const Stroke& stroke) { return within(head.box, stroke); });
    std::vector<Stroke*> ending;
    for (Stroke& stroke : strokes) {
      const bool first = head.box.contains(stroke.points.front());
      if (!first && !head.box.contains(stroke.points.back())) continue;
      if (first) std::reverse(stroke.points.begin(), stroke.points.end());
      ending.push_back(&stroke);
    }
    if (ending.size() == 1) cut_at(head.box, ending.front()->points);
  }
}

/// An end of a stroke and the direction in which it points outward.
struct LooseEnd {
  Point point;
  Point way;
  std::size_t stroke = 0;
  bool arrived = false;  ///< at a head or a box
};

std::vector<LooseEnd> loose_ends(const std::vector<Stroke>& strokes) {
  std::vector<LooseEnd> ends;
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    const std::vector<Point>& points = strokes[i].points;
    for (const auto& [end, before] : {std::pair{points.front(), points[1]},
                                      std::pair{points.back(), points[points.size() - 2]}}) {
      const double length = std::max(1e-6, std::hypot(end.x - before.x, end.y - before.y));
      ends.push_back({end, {(end.x - before.x) / length, (end.y - before.y) / length}, i});
    }
  }
  return ends;
}

/// How far from one end to another that carries its line on, straight ahead or round a corner;
/// nothing where the other doesn't.
std::optional<double> gap_between(const LooseEnd& end, const LooseEnd& other, double most) {
  const Point gap{other.point.x - end.point.x, other.point.y - end.point.y};
  const double length = std::hypot(gap.x, gap.y);
  const double ahead = gap.x * end.way.x + gap.y * end.way.y;
  const double back = -gap.x * other.way.x - gap.y * other.way.y;
  if (length < 1 || std::max(ahead, back) > most) return std::nullopt;
  if (std::min(ahead, back) > kInLine * length) return length;
  const double turn = end.way.x * other.way.x + end.way.y * other.way.y;
  const bool corner = !end.arrived && !other.arrived && std::abs(turn) < kAcross &&
                      std::min(ahead, back) > -kAcross * length;
  return corner ? std::optional(kCornerCosts * length) : std::nullopt;
}

using Partners = std::vector<std::optional<std::size_t>>;

struct Pair {
  double gap = 0;
  std::size_t one = 0;
  std::size_t other = 0;
};

/// For each end the one that carries its line on. The nearest are paired first: where a dash meets
/// the line of a lane, the two halves of that line have one another, and the dash has the next one.
Partners partners_of(const std::vector<LooseEnd>& ends, double most) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    for (std::size_t j = i + 1; j < ends.size(); ++j) {
      if (ends[i].stroke == ends[j].stroke) continue;
      const std::optional<double> gap = gap_between(ends[i], ends[j], most);
      if (gap && *gap <= 2 * kCornerCosts * most) pairs.push_back({*gap, i, j});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.gap < b.gap; });
  Partners partners(ends.size());
  for (const Pair& pair : pairs) {
    if (partners[pair.one] || partners[pair.other]) continue;
    partners[pair.one] = pair.other;
    partners[pair.other] = pair.one;
  }
  return partners;
}

/// Joins dashes to one line, and the parts of a line that a crossing one has cut on a worn copy.
/// The ends of stroke `i` are 2i and 2i + 1.
void bridge_gaps(Drawing& drawing, double most, double meet) {
  std::vector<Stroke>& strokes = drawing.strokes;
  std::vector<LooseEnd> ends = loose_ends(strokes);
  if (ends.size() > kMostEnds) return;
  for (LooseEnd& end : ends) {
    end.arrived =
        std::any_of(
            drawing.heads.begin(), drawing.heads.end(),
            [&](const ArrowHead& head) { return widened(head.box, meet).contains(end.point); }) ||
        std::any_of(drawing.shapes.begin(), drawing.shapes.end(),
                    [&](const Shape& box) { return distance_to(box, end.point) <= meet; });
  }
  const Partners partners = partners_of(ends, most);
  std::vector<bool> used(strokes.size(), false);
  std::vector<Stroke> lines;
  const auto follow = [&](std::size_t end) {  // from an end that nothing carries on
    Stroke line;
    for (std::optional<std::size_t> from = end; from && !used[*from / 2];) {
      used[*from / 2] = true;
      std::vector<Point> points = strokes[*from / 2].points;
      if (*from % 2 == 1) std::reverse(points.begin(), points.end());
      line.points.insert(line.points.end(), points.begin(), points.end());
      from = partners[*from ^ 1U];
    }
    lines.push_back(std::move(line));
  };
  for (std::size_t end = 0; end < ends.size(); ++end) {
    if (!partners[end] && !used[end / 2]) follow(end);
  }
  for (std::size_t stroke = 0; stroke < strokes.size(); ++stroke) {  // rings
    if (!used[stroke]) follow(2 * stroke);
  }
  strokes = std::move(lines);
}

/// Leads ends that point at a head near by to it: the last dash before an arrow.
void reach_heads(std::vector<Stroke>& strokes, const std::vector<ArrowHead>& heads, double most) {
  for (const LooseEnd& end : loose_ends(strokes)) {
    for (double step = 1; step < most; ++step) {
      const Point ahead{end.point.x + step * end.way.x, end.point.y + step * end.way.y};
      const bool met = std::any_of(heads.begin(), heads.end(), [&](const ArrowHead& head) {
        return head.box.contains(ahead) && !widened(head.box, 2).contains(end.point);
      });
      if (!met) continue;
      std::vector<Point>& points = strokes[end.stroke].points;
      points.insert(points.back() == end.point ? points.end() : points.begin(), ahead);
      break;
    }
  }
}

double length_of(const Stroke& stroke) {
  double length = 0;
  for (std::size_t i = 1; i < stroke.points.size(); ++i)
    length += std::hypot(stroke.points[i].x - stroke.points[i - 1].x,
                         stroke.points[i].y - stroke.points[i - 1].y);
  return length;
}

double distance_to_line(const Stroke& stroke, Point p) {
  double nearest = std::hypot(p.x - stroke.points[0].x, p.y - stroke.points[0].y);
  for (std::size_t i = 1; i < stroke.points.size(); ++i) {
    const Point a = stroke.points[i - 1];
    const double dx = stroke.points[i].x - a.x;
    const double dy = stroke.points[i].y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;
    const double u = std::clamp(t, 0.0, 1.0);
    nearest = std::min(nearest, std::hypot(p.x - a.x - u * dx, p.y - a.y - u * dy));
  }
  return nearest;
}

/// Tells strokes that lead from box to box, or to one another, from letters that touch them and
/// specks.
class Leading {
 public:
  Leading(const Drawing& drawing, int resolution) : drawing_(drawing), resolution_(resolution) {}

  /// The strokes without those of which an end leads nowhere, time and again.
  [[nodiscard]] std::vector<Stroke> strokes() const {
    std::vector<Stroke> kept = drawing_.strokes;
    for (int round = 0; round < kMostRounds; ++round) {
      const std::vector<Stroke> before = kept;
      kept.clear();
      std::copy_if(before.begin(), before.end(), std::back_inserter(kept),
                   [&](const Stroke& stroke) { return leads(stroke, before); });
      if (kept.size() == before.size()) break;
    }
    return kept;
  }

 private:
  [[nodiscard]] bool leads(const Stroke& stroke, const std::vector<Stroke>& others) const {
    const double length = length_of(stroke);
    if (length >= pixels_of(kSurelyLine, resolution_)) return true;
    const double reach = std::min(pixels_of(kShortOfBox, resolution_),
                                  pixels_of(kMeet, resolution_) + kDashReach * length);
    const std::vector<Point>& points = stroke.points;
    const Point first = points.front();
    const Point last = points.back();
    return (meets(first, stroke, others) || aims(points[1], first, reach)) &&
           (meets(last, stroke, others) || aims(points[points.size() - 2], last, reach));
  }

  [[nodiscard]] bool meets(Point end, const Stroke& own, const std::vector<Stroke>& others) const {
    const double meet = pixels_of(kMeet, resolution_);
    return std::any_of(drawing_.shapes.begin(), drawing_.shapes.end(),
                       [&](const Shape& box) { return distance_to(box, end) <= meet; }) ||
           std::any_of(
               drawing_.heads.begin(), drawing_.heads.end(),
               [&](const ArrowHead& head) { return widened(head.box, meet).contains(end); }) ||
           std::any_of(others.begin(), others.end(), [&](const Stroke& other) {
             return !(other == own) && distance_to_line(other, end) <= meet;
           });
  }

  /// Whether a box lies ahead of an end, within reach.
  [[nodiscard]] bool aims(Point before, Point end, double reach) const {
    const double run = std::hypot(end.x - before.x, end.y - before.y);
    if (run <= 0) return false;
    const Point ahead{end.x + reach * (end.x - before.x) / run,
                      end.y + reach * (end.y - before.y) / run};
    const Point midway{(end.x + ahead.x) / 2, (end.y + ahead.y) / 2};
    return std::any_of(drawing_.shapes.begin(), drawing_.shapes.end(),
                       [&](const Shape& box) { return covers(box, ahead) || covers(box, midway); });
  }

  const Drawing& drawing_;
  int resolution_;
};

}  // namespace

void join_strokes(Drawing& drawing, int resolution) {
  end_at_heads(drawing.strokes, drawing.heads);
  std::erase_if(drawing.strokes, [](const Stroke& stroke) { return length_of(stroke) < 1; });
  bridge_gaps(drawing, pixels_of(kDashGap, resolution), pixels_of(kMeet, resolution));
  reach_heads(drawing.strokes, drawing.heads, pixels_of(kDashGap, resolution));
  drawing.strokes = Leading(drawing, resolution).strokes();
}

double distance_to_strokes(const Drawing& drawing, Point place) {
  double nearest = std::numeric_limits<double>::max();
  for (const Stroke& stroke : drawing.strokes)
    nearest = std::min(nearest, distance_to_line(stroke, place));
  return nearest;
}

}  // namespace diarium
