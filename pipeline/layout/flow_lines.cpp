#include "pipeline/layout/flow_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <optional>

namespace diarium::layout {
namespace {

// Shares of the letters' size.
constexpr double kTouch = 0.45;     // a line that ends at a box
constexpr double kMeet = 0.3;       // lines that end at one another
constexpr double kAim = 1.4;        // a line that stops short of the box that it points to
constexpr double kAimOfLength = 2;  // lengths of the line itself, at most
constexpr double kHeadReach = 0.3;  // a line that ends at a head
// Of a line's length, that must run outside all boxes.
constexpr double kOutside = 0.5;
constexpr std::size_t kMostStrokes = 2'000;

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

double distance_to(const Rect& box, Point p) {
  const double dx = std::max({box.left - p.x, p.x - box.right, 0.0});
  const double dy = std::max({box.top - p.y, p.y - box.bottom, 0.0});
  return std::hypot(dx, dy);
}

double distance_to(const Stroke& stroke, Point p) {
  double nearest = distance(stroke.points.front(), p);
  for (std::size_t i = 1; i < stroke.points.size(); ++i) {
    const Point a = stroke.points[i - 1];
    const Point b = stroke.points[i];
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;
    const double u = std::clamp(t, 0.0, 1.0);
    nearest = std::min(nearest, distance(p, {a.x + u * dx, a.y + u * dy}));
  }
  return nearest;
}

/// One end of a stroke.
struct End {
  std::size_t stroke = 0;
  Point point;
  Point before;  ///< the bend before it: the line comes from there
  Point far;     ///< the other end of the stroke
  bool headed = false;
  Rect head;
  std::optional<std::size_t> shape;
};

/// What a line of some strokes touches.
struct Contact {
  std::size_t shape = 0;
  std::size_t stroke = 0;
  bool headed = false;
};

class Lines {
 public:
  Lines(const Drawing& drawing, double size) : drawing_(drawing), size_(size) {
    for (std::size_t i = 0; i < drawing.strokes.size() && i < kMostStrokes; ++i) {
      if (leads_somewhere(drawing.strokes[i])) add_ends(i);
    }
    for (End& end : ends_) end.shape = shape_at(end);
    join();
    for (End& end : ends_) {
      if (!end.shape && neighbours_of(end).empty()) end.shape = shape_aimed_at(end);
    }
  }

  [[nodiscard]] std::vector<FlowWay> ways() const {
    std::map<std::size_t, std::vector<Contact>> lines;
    for (const End& end : ends_) {
      if (end.shape) lines[line_of(end.stroke)].push_back({*end.shape, end.stroke, end.headed});
    }
    std::vector<FlowWay> ways;
    for (const auto& [line, contacts] : lines) add_ways(contacts, ways);
    return ways;
  }

 private:
  /// No side of a box, no underline in one.
  [[nodiscard]] bool leads_somewhere(const Stroke& stroke) const {
    double outside = 0;
    double length = 0;
    for (std::size_t i = 1; i < stroke.points.size(); ++i) {
      constexpr int kSteps = 8;
      const Point a = stroke.points[i - 1];
      const Point b = stroke.points[i];
      for (int k = 0; k < kSteps; ++k) {
        const double t = (k + 0.5) / kSteps;
        const Point p{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
        const bool free = std::none_of(
            drawing_.shapes.begin(), drawing_.shapes.end(),
            [&](const Shape& shape) { return diarium::distance_to(shape, p) < 0.15 * size_; });
        if (free) outside += distance(a, b) / kSteps;
      }
      length += distance(a, b);
    }
    return length > 0 && outside > kOutside * length;
  }

  void add_ends(std::size_t stroke) {
    const std::vector<Point>& points = drawing_.strokes[stroke].points;
    ends_.push_back(
        {.stroke = stroke, .point = points.front(), .before = points[1], .far = points.back()});
    ends_.push_back({.stroke = stroke,
                     .point = points.back(),
                     .before = points[points.size() - 2],
                     .far = points.front()});
    for (End* end : {&ends_[ends_.size() - 2], &ends_.back()}) {
      for (const ArrowHead& head : drawing_.heads) {
        if (distance_to(head.box, end->point) > kHeadReach * size_) continue;
        end->headed = true;
        end->head = united(end->head, head.box);
      }
    }
    root_[stroke] = stroke;
  }

  /// The distance of a box from where a line ends, or from the head that stands there.
  [[nodiscard]] double gap(const Shape& shape, const End& end) const {
    double gap = diarium::distance_to(shape, end.point);
    if (!end.headed) return gap;
    const Rect& head = end.head;
    const Point centre = head.centre();
    for (const Point p :
         {Point{head.left, centre.y}, Point{head.right, centre.y}, Point{centre.x, head.top},
          Point{centre.x, head.bottom}, Point{head.left, head.top}, Point{head.right, head.top},
          Point{head.left, head.bottom}, Point{head.right, head.bottom}}) {
      // Only what lies ahead: a head may pass close by another box.
      const double ahead = (p.x - end.before.x) * (centre.x - end.before.x) +
                           (p.y - end.before.y) * (centre.y - end.before.y);
      if (ahead > 0) gap = std::min(gap, diarium::distance_to(shape, p));
    }
    return gap;
  }

  [[nodiscard]] std::optional<std::size_t> shape_at(const End& end) const {
    std::optional<std::size_t> nearest;
    double least = kTouch * size_;
    for (std::size_t i = 0; i < drawing_.shapes.size(); ++i) {
      const double distance = std::abs(gap(drawing_.shapes[i], end));
      const bool inside = gap(drawing_.shapes[i], end) < 0;
      if (!inside && distance > least) continue;
      if (inside && nearest && gap(drawing_.shapes[*nearest], end) < 0 &&
          drawing_.shapes[*nearest].box.area() <= drawing_.shapes[i].box.area())
        continue;
      nearest = i;
      least = inside ? 0 : distance;
    }
    return nearest;
  }

  [[nodiscard]] double length_of_line(std::size_t stroke) const {
    const std::size_t line = line_of(stroke);
    double length = 0;
    for (const auto& [other, root] : root_) {
      if (line_of(other) != line) continue;
      const std::vector<Point>& points = drawing_.strokes[other].points;
      for (std::size_t i = 1; i < points.size(); ++i) length += distance(points[i - 1], points[i]);
    }
    return length;
  }

  /// The box that a line which ends in the open points to, close before it.
  [[nodiscard]] std::optional<std::size_t> shape_aimed_at(const End& end) const {
    const double run = distance(end.before, end.point);
    if (run <= 0) return std::nullopt;
    const Point way{(end.point.x - end.before.x) / run, (end.point.y - end.before.y) / run};
    // A speck points nowhere.
    const double reach = std::min(kAim * size_, kAimOfLength * length_of_line(end.stroke)) +
                         (end.headed ? std::max(end.head.width(), end.head.height()) : 0);
    for (double step = 0; step <= reach; step += 0.1 * size_) {
      const Point p{end.point.x + step * way.x, end.point.y + step * way.y};
      for (std::size_t i = 0; i < drawing_.shapes.size(); ++i) {
        if (diarium::distance_to(drawing_.shapes[i], p) < 0.1 * size_) return i;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t line_of(std::size_t stroke) const {
    while (root_.at(stroke) != stroke) stroke = root_.at(stroke);
    return stroke;
  }

  /// The strokes that an end in the open touches, at their ends or between.
  [[nodiscard]] std::vector<std::size_t> neighbours_of(const End& end) const {
    std::vector<std::size_t> neighbours;
    for (const auto& [stroke, root] : root_) {
      if (stroke == end.stroke) continue;
      const Stroke& other = drawing_.strokes[stroke];
      const double gap = distance_to(other, end.point);
      // Of a short dash the end that is nearer touches.
      const bool farther =
          distance(end.point, end.far) <= kMeet * size_ && distance_to(other, end.far) < gap;
      if (gap <= kMeet * size_ && !farther) neighbours.push_back(stroke);
    }
    return neighbours;
  }

  void join() {
    for (const End& end : ends_) {
      if (end.shape) continue;
      for (const std::size_t other : neighbours_of(end)) {
        touching_[end.stroke].push_back(other);
        touching_[other].push_back(end.stroke);
        root_[line_of(other)] = line_of(end.stroke);
      }
    }
  }

  /// The strokes that lead from one to another, both included.
  [[nodiscard]] std::vector<std::size_t> path(std::size_t from, std::size_t to) const {
    std::map<std::size_t, std::size_t> came_from{{from, from}};
    std::deque<std::size_t> open{from};
    while (!open.empty() && !came_from.contains(to)) {
      const std::size_t stroke = open.front();
      open.pop_front();
      const auto touching = touching_.find(stroke);
      if (touching == touching_.end()) continue;
      for (const std::size_t next : touching->second) {
        if (came_from.emplace(next, stroke).second) open.push_back(next);
      }
    }
    std::vector<std::size_t> strokes{to};
    while (strokes.back() != from && came_from.contains(strokes.back()))
      strokes.push_back(came_from.at(strokes.back()));
    return strokes;
  }

  void add_way(const Contact& from, const Contact& to, bool directed,
               std::vector<FlowWay>& ways) const {
    if (from.shape == to.shape) return;
    const bool known = std::any_of(ways.begin(), ways.end(), [&](const FlowWay& way) {
      return way.from == from.shape && way.to == to.shape;
    });
    if (!known) ways.push_back({from.shape, to.shape, directed, path(from.stroke, to.stroke)});
  }

  void add_ways(std::vector<Contact> contacts, std::vector<FlowWay>& ways) const {
    const auto sources = std::stable_partition(
        contacts.begin(), contacts.end(), [](const Contact& contact) { return contact.headed; });
    const std::vector<Contact> targets(contacts.begin(), sources);
    const std::vector<Contact> rest(sources, contacts.end());
    if (!targets.empty() && !rest.empty()) {
      for (const Contact& from : rest) {
        for (const Contact& to : targets) add_way(from, to, true, ways);
      }
      return;
    }
    add_ways_around_hub(targets.empty() ? rest : targets, !targets.empty(), ways);
  }

  /// Lines without direction, or with heads at all ends, lead from the box read first to all
  /// others.
  void add_ways_around_hub(const std::vector<Contact>& contacts, bool headed,
                           std::vector<FlowWay>& ways) const {
    const auto before = [&](const Contact& a, const Contact& b) {
      const Rect& one = drawing_.shapes[a.shape].box;
      const Rect& other = drawing_.shapes[b.shape].box;
      if (vertical_overlap(one, other) > 0) return one.left < other.left;
      return one.top < other.top;
    };
    const auto hub = std::min_element(contacts.begin(), contacts.end(), before);
    for (auto other = contacts.begin(); other != contacts.end(); ++other) {
      if (other == hub) continue;
      add_way(*hub, *other, headed, ways);
      if (headed) add_way(*other, *hub, headed, ways);
    }
  }

  const Drawing& drawing_;
  double size_;
  std::vector<End> ends_;
  std::map<std::size_t, std::size_t> root_;  ///< of each stroke: another of its line, or itself
  std::map<std::size_t, std::vector<std::size_t>> touching_;
};

}  // namespace

std::vector<FlowWay> ways_between(const Drawing& drawing, double size) {
  return Lines(drawing, size).ways();
}

}  // namespace diarium::layout
