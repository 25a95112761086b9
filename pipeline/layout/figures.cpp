#include "pipeline/layout/figures.h"

#include <algorithm>
#include <cmath>

namespace diarium::layout {
namespace {

constexpr double kTouch = 3;  // points between lines that meet at a corner
constexpr double kReach = 9;  // points from the tip of a connector to its box
constexpr std::size_t kLeastBoxes = 3;
constexpr std::size_t kLeastConnectors = 2;
constexpr std::size_t kMostLines = 600;  // more make a picture or a large table
constexpr std::size_t kMostAreas = 400;

bool near(double a, double b) {
  return std::abs(a - b) <= kTouch;
}

/// Boxes that four lines draw.
std::vector<Rect> drawn_boxes(const RuleLines& lines) {
  std::vector<Rect> boxes;
  if (lines.across.size() > kMostLines || lines.down.size() > kMostLines) return boxes;
  const auto side = [&](double x, double top, double bottom) {
    return std::any_of(lines.down.begin(), lines.down.end(), [&](const RuleLine& line) {
      return near(line.at, x) && line.from <= top + kTouch && line.to >= bottom - kTouch;
    });
  };
  for (const RuleLine& top : lines.across) {
    const RuleLine* bottom = nullptr;
    for (const RuleLine& line : lines.across) {
      const bool fits =
          line.at > top.at + kTouch && near(line.from, top.from) && near(line.to, top.to);
      if (fits && (bottom == nullptr || line.at < bottom->at)) bottom = &line;
    }
    if (bottom == nullptr || !side(top.from, top.at, bottom->at) ||
        !side(top.to, top.at, bottom->at))
      continue;
    boxes.push_back({top.from, top.at, top.to, bottom->at});
  }
  return boxes;
}

bool holds_word(const Upright& page, const std::vector<std::size_t>& tokens, const Rect& box) {
  return std::any_of(tokens.begin(), tokens.end(), [&](std::size_t token) {
    return box.contains(page.tokens[token].box.centre());
  });
}

/// The boxes that can be nodes of a chart, each once, from top to bottom.
std::vector<Rect> nodes_of(const Upright& page, const RuleLines& lines,
                           const std::vector<std::size_t>& tokens) {
  std::vector<Rect> boxes = drawn_boxes(lines);
  if (page.areas.size() <= kMostAreas) {
    for (const Area& area : page.areas) boxes.push_back(area.box);
  }
  std::erase_if(boxes, [&](const Rect& box) {
    return box.width() > 0.5 * page.width || box.height() > 0.35 * page.height ||
           box.width() < 3 * page.body_size || box.height() < 1.2 * page.body_size ||
           !holds_word(page, tokens, box);
  });
  std::sort(boxes.begin(), boxes.end(),
            [](const Rect& a, const Rect& b) { return a.area() < b.area(); });
  std::vector<Rect> nodes;
  for (const Rect& box : boxes) {  // a box around another is its shade or its frame
    const bool around = std::any_of(nodes.begin(), nodes.end(),
                                    [&](const Rect& node) { return box.contains(node.centre()); });
    if (!around) nodes.push_back(box);
  }
  std::sort(nodes.begin(), nodes.end(), [](const Rect& a, const Rect& b) { return a.top < b.top; });
  return nodes;
}

/// Whether a line ends at one of the boxes from outside.
bool leads_to(const std::vector<Rect>& nodes, const Rect& line) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const Rect& node) {
    const Rect around{node.left - kReach, node.top - kReach, node.right + kReach,
                      node.bottom + kReach};
    const Rect within{node.left + kTouch, node.top + kTouch, node.right - kTouch,
                      node.bottom - kTouch};
    const Point begin{line.left, line.top};
    const Point end{line.right, line.bottom};
    const auto outside = [&](Point p) { return !around.contains(p); };
    const auto at = [&](Point p) { return around.contains(p) && !within.contains(p); };
    return (at(begin) && outside(end)) || (at(end) && outside(begin));
  });
}

std::size_t connectors_between(const Upright& page, const std::vector<Rect>& nodes) {
  if (page.across.size() + page.down.size() > 2 * kMostLines) return 0;
  const auto leads = [&](const Rect& line) { return leads_to(nodes, line); };
  return static_cast<std::size_t>(std::count_if(page.across.begin(), page.across.end(), leads) +
                                  std::count_if(page.down.begin(), page.down.end(), leads));
}

/// Side by side from left to right, row below row.
void sort_for_reading(std::vector<Rect>& nodes) {
  for (auto first = nodes.begin(); first != nodes.end();) {
    const auto last = std::find_if(first, nodes.end(), [&](const Rect& node) {
      return vertical_overlap(*first, node) < 0.5 * std::min(first->height(), node.height());
    });
    std::sort(first, last, [](const Rect& a, const Rect& b) { return a.left < b.left; });
    first = last;
  }
}

}  // namespace

std::optional<Figure> figure_of(const Upright& page, const RuleLines& lines,
                                const std::vector<std::size_t>& tokens) {
  std::vector<Rect> nodes = nodes_of(page, lines, tokens);
  if (nodes.size() < kLeastBoxes || connectors_between(page, nodes) < kLeastConnectors)
    return std::nullopt;
  sort_for_reading(nodes);
  Figure figure;
  for (const Rect& node : nodes) figure.box = united(figure.box, node);
  figure.nodes.resize(nodes.size());
  for (const std::size_t token : tokens) {
    const Point centre = page.tokens[token].box.centre();
    if (!figure.box.contains(centre)) continue;
    const auto node = std::find_if(nodes.begin(), nodes.end(),
                                   [&](const Rect& box) { return box.contains(centre); });
    if (node == nodes.end()) {
      figure.labels.push_back(token);
    } else {
      figure.nodes[static_cast<std::size_t>(node - nodes.begin())].push_back(token);
    }
  }
  return figure;
}

std::vector<TextLine> lines_of(const Upright& page, const Figure& figure) {
  std::vector<TextLine> lines;
  std::size_t band = 0;
  const auto add = [&](std::vector<std::size_t> tokens) {
    lines.push_back(line_of(page, std::move(tokens)));
    lines.back().zone = BlockKind::figure;
    lines.back().band = band;
  };
  for (const std::vector<std::size_t>& node : figure.nodes) {
    for (const Row& row : rows_of(page, node)) {
      std::vector<std::size_t> tokens;
      for (const Fragment& fragment : row.fragments) {
        tokens.insert(tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
      }
      add(std::move(tokens));
    }
    ++band;
  }
  for (const Row& row : rows_of(page, figure.labels)) {
    for (const Fragment& fragment : row.fragments) {
      add(fragment.tokens);
      ++band;
    }
  }
  return lines;
}

}  // namespace diarium::layout
