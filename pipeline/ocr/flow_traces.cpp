#include "pipeline/ocr/flow_traces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>

namespace diarium {
namespace {

constexpr std::size_t kMostBranches = 20'000;  // more is a picture
constexpr double kStraight = -0.85;  // cosine between the two arms of a line through a crossing
// In thicknesses of the lines.
constexpr double kCrossing = 1.5;  // the parts of one crossing
constexpr double kBurr = 1.5;
constexpr double kArm = 4;  // how far from a crossing its arms' directions are measured
constexpr double kSmooth = 0.8;

struct Pixel {
  int x = 0;
  int y = 0;
};

constexpr std::array<Pixel, 8> kAround = {Pixel{1, 0},  Pixel{1, 1},   Pixel{0, 1},  Pixel{-1, 1},
                                          Pixel{-1, 0}, Pixel{-1, -1}, Pixel{0, -1}, Pixel{1, -1}};

/// The middle lines as a field of pixels with a rim of white.
class Skeleton {
 public:
  explicit Skeleton(const Image& mask) {
    const Image thin(pixThinConnected(mask.get(), L_THIN_FG, 8, 0));
    if (!thin) return;
    width_ = pixGetWidth(thin.get()) + 2;
    height_ = pixGetHeight(thin.get()) + 2;
    ink_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0);
    const int words = pixGetWpl(thin.get());
    const l_uint32* line = pixGetData(thin.get());
    for (int y = 1; y + 1 < height_; ++y, line += words) {
      for (int x = 1; x + 1 < width_; ++x) {
        if (GET_DATA_BIT(line, x - 1) != 0) {
          ink_[index({x, y})] = 1;
          pixels_.push_back({x, y});
        }
      }
    }
  }

  [[nodiscard]] std::size_t index(Pixel p) const {
    return static_cast<std::size_t>(p.y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(p.x);
  }
  [[nodiscard]] std::size_t size() const { return ink_.size(); }
  [[nodiscard]] bool ink(Pixel p) const { return ink_[index(p)] != 0; }
  [[nodiscard]] const std::vector<Pixel>& pixels() const { return pixels_; }
  [[nodiscard]] std::vector<Pixel> neighbours(Pixel p) const {
    std::vector<Pixel> found;
    for (const Pixel& step : kAround) {
      const Pixel next{p.x + step.x, p.y + step.y};
      if (ink(next)) found.push_back(next);
    }
    return found;
  }

 private:
  int width_ = 0;
  int height_ = 0;
  std::vector<std::uint8_t> ink_;
  std::vector<Pixel> pixels_;
};

/// A stretch of line between two knots (ends, joints).
struct Branch {
  std::size_t from = 0;
  std::size_t to = 0;
  std::vector<Point> points;
  bool dropped = false;
};

double length_of(const std::vector<Point>& points) {
  double length = 0;
  for (std::size_t i = 1; i < points.size(); ++i)
    length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  return length;
}

/// Branches between knots, as the skeleton shows them.
class Graph {
 public:
  explicit Graph(const Skeleton& skeleton) : skeleton_(skeleton) {
    knot_of_.assign(skeleton.size(), 0);
    for (const Pixel& pixel : skeleton.pixels()) {
      if (skeleton.neighbours(pixel).size() != 2 && knot(pixel) == 0) gather_knot(pixel);
    }
    visited_.assign(skeleton.size(), 0);
    for (const Pixel& pixel : skeleton.pixels()) {
      if (knot(pixel) == 0) continue;
      for (const Pixel& next : skeleton.neighbours(pixel)) {
        if (knot(next) == 0 && visited_[skeleton.index(next)] == 0) follow(pixel, next);
        if (branches_.size() > kMostBranches) return;
      }
    }
  }

  [[nodiscard]] std::size_t knots() const { return knots_; }
  [[nodiscard]] std::vector<Branch> take() { return std::move(branches_); }

 private:
  [[nodiscard]] std::size_t knot(Pixel p) const { return knot_of_[skeleton_.index(p)]; }

  /// All knot pixels that touch one another are one knot.
  void gather_knot(Pixel first) {
    ++knots_;
    std::vector<Pixel> open{first};
    knot_of_[skeleton_.index(first)] = knots_;
    while (!open.empty()) {
      const Pixel pixel = open.back();
      open.pop_back();
      for (const Pixel& next : skeleton_.neighbours(pixel)) {
        if (knot(next) != 0 || skeleton_.neighbours(next).size() == 2) continue;
        knot_of_[skeleton_.index(next)] = knots_;
        open.push_back(next);
      }
    }
  }

  /// From a knot along its pixels to the next knot.
  void follow(Pixel knot_pixel, Pixel next) {
    Branch branch{.from = knot(knot_pixel), .to = 0, .points = {point_of(knot_pixel)}};
    Pixel before = knot_pixel;
    for (Pixel at = next;;) {
      branch.points.push_back(point_of(at));
      if (knot(at) != 0) {
        branch.to = knot(at);
        branches_.push_back(std::move(branch));
        return;
      }
      visited_[skeleton_.index(at)] = 1;
      const std::optional<Pixel> onward = step(at, before);
      if (!onward) return;
      before = at;
      at = *onward;
    }
  }

  [[nodiscard]] std::optional<Pixel> step(Pixel at, Pixel before) const {
    std::optional<Pixel> found;
    for (const Pixel& next : skeleton_.neighbours(at)) {
      if (next.x == before.x && next.y == before.y) continue;
      if (visited_[skeleton_.index(next)] != 0) continue;
      if (knot(next) != 0) return next;
      found = next;
    }
    return found;
  }

  static Point point_of(Pixel p) { return {p.x - 0.5, p.y - 0.5}; }

  const Skeleton& skeleton_;
  std::vector<std::size_t> knot_of_;  // 0 = none
  std::vector<std::uint8_t> visited_;
  std::size_t knots_ = 0;
  std::vector<Branch> branches_;
};

/// Puts the knots of one crossing together, drops burrs, leads lines through crossings.
class Lines {
 public:
  Lines(std::vector<Branch> branches, std::size_t knots, double thickness)
      : branches_(std::move(branches)), thickness_(thickness), root_(knots + 1) {
    std::iota(root_.begin(), root_.end(), std::size_t{0});
    drop_burrs();
    for (Branch& branch : branches_) {
      if (branch.dropped || length_of(branch.points) > kCrossing * thickness_) continue;
      if (degree(branch.from) < 3 || degree(branch.to) < 3) continue;
      branch.dropped = true;
      root_[root(branch.from)] = root(branch.to);
    }
    lead_through();
  }

  [[nodiscard]] std::vector<Stroke> strokes() const {
    std::vector<Stroke> strokes;
    for (const Branch& branch : branches_) {
      if (!branch.dropped && branch.points.size() > 1) strokes.push_back({branch.points});
    }
    return strokes;
  }

 private:
  [[nodiscard]] std::size_t root(std::size_t knot) const {
    while (root_[knot] != knot) knot = root_[knot];
    return knot;
  }

  [[nodiscard]] std::vector<std::vector<std::size_t>> arms() const {
    std::vector<std::vector<std::size_t>> arms(root_.size());
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      if (branches_[i].dropped) continue;
      arms[root(branches_[i].from)].push_back(i);
      arms[root(branches_[i].to)].push_back(i);
    }
    return arms;
  }

  [[nodiscard]] std::size_t degree(std::size_t knot) const { return degrees_[knot]; }

  void drop_burrs() {
    count_degrees();
    for (Branch& branch : branches_) {
      const bool loose = degree(branch.from) == 1 || degree(branch.to) == 1;
      const bool held = degree(branch.from) > 2 || degree(branch.to) > 2;
      if (loose && held && length_of(branch.points) <= kBurr * thickness_) branch.dropped = true;
    }
    count_degrees();
  }

  void count_degrees() {
    degrees_.assign(root_.size(), 0);
    for (const Branch& branch : branches_) {
      if (branch.dropped) continue;
      ++degrees_[branch.from];
      ++degrees_[branch.to];
    }
  }

  /// The direction in which a branch leaves a knot.
  [[nodiscard]] Point direction(const Branch& branch, std::size_t knot) const {
    const bool forward = root(branch.from) == knot;
    const std::vector<Point>& points = branch.points;
    const auto reach =
        std::min(points.size() - 1, static_cast<std::size_t>(std::lround(kArm * thickness_)) + 2);
    const Point start = forward ? points.front() : points.back();
    const Point end = forward ? points[reach] : points[points.size() - 1 - reach];
    const double length = std::max(1e-6, std::hypot(end.x - start.x, end.y - start.y));
    return {(end.x - start.x) / length, (end.y - start.y) / length};
  }

  /// Where two lines cross, and where a knot is left of a burr, the straight arms are one line.
  void lead_through() {
    const std::vector<std::vector<std::size_t>> all = arms();
    for (std::size_t knot = 0; knot < all.size(); ++knot) {
      const std::vector<std::size_t>& own = all[knot];
      if (own.size() == 2 && own[0] != own[1]) join(own[0], own[1], knot);
      if (own.size() != 4) continue;
      for (const auto& [a, b, c, d] :
           {std::array<std::size_t, 4>{0, 1, 2, 3}, std::array<std::size_t, 4>{0, 2, 1, 3},
            std::array<std::size_t, 4>{0, 3, 1, 2}}) {
        if (!in_line(own[a], own[b], knot) || !in_line(own[c], own[d], knot)) continue;
        join(own[a], own[b], knot);
        join(own[c], own[d], knot);
        break;
      }
    }
  }

  [[nodiscard]] bool in_line(std::size_t a, std::size_t b, std::size_t knot) const {
    if (a == b) return false;
    const Point one = direction(branches_[current(a)], knot);
    const Point other = direction(branches_[current(b)], knot);
    return one.x * other.x + one.y * other.y < kStraight;
  }

  /// The branch that a joined one has become part of.
  [[nodiscard]] std::size_t current(std::size_t branch) const {
    while (joined_into_.size() > branch && joined_into_[branch] != branch)
      branch = joined_into_[branch];
    return branch;
  }

  void join(std::size_t first, std::size_t second, std::size_t knot) {
    if (joined_into_.empty()) {
      joined_into_.resize(branches_.size());
      std::iota(joined_into_.begin(), joined_into_.end(), std::size_t{0});
    }
    Branch& a = branches_[current(first)];
    Branch& b = branches_[current(second)];
    if (&a == &b) return;
    if (root(a.to) != knot) {
      std::reverse(a.points.begin(), a.points.end());
      std::swap(a.from, a.to);
    }
    if (root(b.from) != knot) {
      std::reverse(b.points.begin(), b.points.end());
      std::swap(b.from, b.to);
    }
    a.points.insert(a.points.end(), b.points.begin(), b.points.end());
    a.to = b.to;
    b.dropped = true;
    joined_into_[current(second)] = current(first);
  }

  std::vector<Branch> branches_;
  double thickness_;
  std::vector<std::size_t> root_;
  std::vector<std::size_t> degrees_;
  std::vector<std::size_t> joined_into_;
};

double distance_from_chord(Point p, Point a, Point b) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (length < 1e-9) return std::hypot(p.x - a.x, p.y - a.y);
  return std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

/// The bends of a line: points between which it runs straight (Douglas and Peucker).
std::vector<Point> bends_of(const std::vector<Point>& points, double tolerance) {
  std::vector<bool> kept(points.size(), false);
  kept.front() = kept.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    double most = tolerance;
    std::size_t farthest = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double distance = distance_from_chord(points[i], points[first], points[last]);
      if (distance <= most) continue;
      most = distance;
      farthest = i;
    }
    if (farthest == 0) continue;
    kept[farthest] = true;
    open.emplace_back(first, farthest);
    open.emplace_back(farthest, last);
  }
  std::vector<Point> bends;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (kept[i]) bends.push_back(points[i]);
  }
  return bends;
}

}  // namespace

std::vector<Stroke> trace_lines(const Image& mask, double thickness) {
  const Skeleton skeleton(mask);
  Graph graph(skeleton);
  const std::size_t knots = graph.knots();
  std::vector<Branch> branches = graph.take();
  if (branches.size() > kMostBranches) return {};
  std::vector<Stroke> strokes = Lines(std::move(branches), knots, thickness).strokes();
  for (Stroke& stroke : strokes)
    stroke.points = bends_of(stroke.points, kSmooth * std::max(1.0, thickness));
  return strokes;
}

double thickness_of_lines(const Image& mask) {
  constexpr int kMostThickness = 60;
  l_int32 ink = 0;
  if (pixCountPixels(mask.get(), &ink, nullptr) != 0 || ink == 0) return 1;
  for (int brick = 2; brick < kMostThickness; ++brick) {
    const Image thick(pixOpenBrick(nullptr, mask.get(), brick, brick));
    l_int32 left = 0;
    if (!thick || pixCountPixels(thick.get(), &left, nullptr) != 0 || 2 * left < ink)
      return brick - 1;
  }
  return kMostThickness;
}

}  // namespace diarium
