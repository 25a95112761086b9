#include "pipeline/layout/figures.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "models/line_end.h"
#include "pipeline/layout/flow_labels.h"
#include "pipeline/layout/flow_lines.h"
#include "pipeline/layout/flow_shapes.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {
namespace {

constexpr std::size_t kLeastBoxes = 3;
constexpr std::size_t kLeastWithWords = 2;
constexpr std::size_t kLeastWays = 2;
constexpr std::size_t kMostBeside = 2;  // words beside the boxes for each word in them
constexpr double kSharedSide = 2.5;     // points between boxes whose borders are one line
// Sizes of letters: a box that no line leads to belongs to the chart around it.
constexpr double kBeside = 4;
constexpr double kNameBeside = 8;  // and a word to its boxes' names
// Of the chart's width or height: a box along it is a heading of it.
constexpr double kAlong = 0.8;
// Words of a small box that run over its border stand a blank apart.
constexpr double kBlank = 0.5;
constexpr double kWideBlank = 0.65;
constexpr std::size_t kLongestLabel = 12;  // words of a line
constexpr std::size_t kMostWords = 2'000;  // more have no labels
// From the baseline of one of its lines to the next.
constexpr double kLeastLead = 0.7;
constexpr double kMostLead = 1.8;

/// The drawing as it would stand had the sheet not leant.
Drawing straightened(const Drawing& drawing, double slope) {
  Drawing straight = drawing;
  const auto lift = [slope](Rect& box) {
    const double by = slope * box.centre().x;
    box.top -= by;
    box.bottom -= by;
  };
  for (Shape& shape : straight.shapes) lift(shape.box);
  for (ArrowHead& head : straight.heads) lift(head.box);
  for (Stroke& stroke : straight.strokes) {
    for (Point& point : stroke.points) point.y -= slope * point.x;
  }
  return straight;
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// Side by side from left to right, row below row.
void sort_for_reading(std::vector<FlowShape>& boxes) {
  std::sort(boxes.begin(), boxes.end(), [](const FlowShape& a, const FlowShape& b) {
    return a.shape.box.top < b.shape.box.top;
  });
  for (auto first = boxes.begin(); first != boxes.end();) {
    const auto last = std::find_if(first, boxes.end(), [&](const FlowShape& box) {
      return vertical_overlap(first->shape.box, box.shape.box) <
             0.5 * std::min(first->shape.box.height(), box.shape.box.height());
    });
    std::sort(first, last, [](const FlowShape& a, const FlowShape& b) {
      return a.shape.box.left < b.shape.box.left;
    });
    first = last;
  }
}

/// Whether two boxes share a side.
bool adjoin(const Rect& a, const Rect& b) {
  const double beside = vertical_overlap(a, b);
  const double above = horizontal_overlap(a, b);
  return (std::abs(above) < kSharedSide && beside > 0.5 * std::min(a.height(), b.height())) ||
         (std::abs(beside) < kSharedSide && above > 0.5 * std::min(a.width(), b.width()));
}

/// Whether most boxes share a side with another, as the cells of a table do.
bool is_grid(const std::vector<FlowShape>& boxes) {
  const auto adjoining = std::count_if(boxes.begin(), boxes.end(), [&](const FlowShape& box) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const FlowShape& other) {
      return &other != &box && adjoin(box.shape.box, other.shape.box);
    });
  });
  return 2 * static_cast<std::size_t>(adjoining) > boxes.size();
}

std::vector<Shape> forms_of(const std::vector<FlowShape>& boxes) {
  std::vector<Shape> shapes;
  for (const FlowShape& box : boxes) shapes.push_back(box.shape);
  return shapes;
}

/// The size of the letters in the boxes, by which a chart's distances count: a picture is often
/// printed smaller than the text around it.
double letters_size(const Upright& page, const std::vector<FlowShape>& boxes) {
  std::vector<std::size_t> tokens;
  for (const FlowShape& box : boxes)
    tokens.insert(tokens.end(), box.tokens.begin(), box.tokens.end());
  return tokens.empty() ? page.body_size : std::min(page.body_size, size_of(page, tokens));
}

/// The boxes that lines lead to or from, and those with words that stand among them.
std::vector<FlowShape> boxes_of_chart(Drawing drawing, std::vector<FlowShape> boxes, double size) {
  drawing.shapes = forms_of(boxes);
  std::vector<bool> joined(boxes.size(), false);
  Rect region;
  for (const FlowWay& way : ways_between(drawing, size)) {
    for (const std::size_t end : {way.from, way.to}) {
      joined[end] = true;
      region = united(region, boxes[end].shape.box);
    }
  }
  if (region.empty()) return {};
  const double widest = kAlong * region.width();
  const double highest = kAlong * region.height();
  region = widened(region, kBeside * size);
  std::vector<FlowShape> kept;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Rect& box = boxes[i].shape.box;
    const bool among = !boxes[i].tokens.empty() && region.contains(box.centre()) &&
                       box.width() < widest && box.height() < highest;
    if (joined[i] || among) kept.push_back(std::move(boxes[i]));
  }
  sort_for_reading(kept);
  return kept;
}

/// Whether a word goes on in the line of another, no more than so many sizes from it.
bool stands_beside(const Token& word, const Token& own, double blank) {
  return std::abs(own.baseline - word.baseline) < 0.25 * word.size &&
         -horizontal_overlap(own.box, word.box) < blank * word.size;
}

/// Whether a word stands in the line above or below another.
bool stands_below_or_above(const Token& word, const Token& own) {
  const double apart = std::abs(own.baseline - word.baseline);
  return apart > kLeastLead * word.size && apart < kMostLead * word.size &&
         horizontal_overlap(own.box, word.box) > 0;
}

/// Whether a part of a word lies in a figure, not only in the box around it.
bool lies_partly_in(const Rect& word, const Shape& figure) {
  for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    if (covers(figure, {word.left + share * word.width(), word.centre().y})) return true;
  }
  return false;
}

bool is_slanting(ShapeKind kind) {
  return kind == ShapeKind::diamond || kind == ShapeKind::ellipse;
}

/// All words of the line in which a word stands, close together.
std::vector<std::size_t> line_around(const Upright& page, std::size_t word,
                                     const std::vector<std::size_t>& others) {
  std::vector<std::size_t> line{word};
  for (std::size_t i = 0; i < std::min(line.size(), kLongestLabel); ++i) {
    for (const std::size_t other : others) {
      if (std::find(line.begin(), line.end(), other) == line.end() &&
          stands_beside(page.tokens[other], page.tokens[line[i]], kWideBlank))
        line.push_back(other);
    }
  }
  return line;
}

/// Gives the words of a line back that runs over the side of a box and whose middle lies outside: a
/// label that was set too near to the box.
void release_overrunning(const Upright& page, FlowShape& box, std::vector<std::size_t>& free) {
  if (is_slanting(box.shape.kind) || box.tokens.size() + free.size() > kMostWords) return;
  const Rect& sides = box.shape.box;
  std::vector<std::size_t> all = box.tokens;
  all.insert(all.end(), free.begin(), free.end());
  for (const std::size_t token : std::vector<std::size_t>(box.tokens)) {
    const std::vector<std::size_t> line = line_around(page, token, all);
    Rect place;
    for (const std::size_t other : line) place = united(place, page.tokens[other].box);
    if (sides.contains(place.centre())) continue;
    for (const std::size_t other : line) {
      if (std::erase(box.tokens, other) > 0) free.push_back(other);
    }
  }
}

/// Adds the words that run over the border of a box to those in it.
void add_overrunning(const Upright& page, FlowShape& box, std::vector<std::size_t>& free) {
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t& token : free) {
      const Token& word = page.tokens[token];
      const bool touches = common_part(word.box, box.shape.box).area() > 0;
      const bool partly =
          touches && is_slanting(box.shape.kind) && lies_partly_in(word.box, box.shape);
      const bool goes_on =
          touches && std::any_of(box.tokens.begin(), box.tokens.end(), [&](std::size_t other) {
            const Token& own = page.tokens[other];
            return stands_beside(word, own, kBlank) || (partly && stands_below_or_above(word, own));
          });
      if (!goes_on) continue;
      box.tokens.push_back(token);
      std::swap(token, free.back());
      free.pop_back();
      grown = true;
      break;
    }
  }
}

std::vector<std::size_t> free_tokens(const Upright& page, const std::vector<FlowShape>& boxes,
                                     const std::vector<std::size_t>& tokens, double size) {
  std::vector<bool> taken(page.tokens.size(), false);
  Rect region;
  for (const FlowShape& box : boxes) {
    for (const std::size_t token : box.tokens) taken[token] = true;
    region = united(region, box.shape.box);
  }
  region = widened(region, kNameBeside * size);
  std::vector<std::size_t> free;
  for (const std::size_t token : tokens) {
    if (!taken[token] && region.contains(page.tokens[token].box.centre())) free.push_back(token);
  }
  return free;
}

/// The words as running text.
std::string running_text(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::string text;
  std::string last;
  for (const Row& row : rows_of(page, tokens)) {
    for (const Fragment& fragment : row.fragments) {
      const std::string line = text_of(page, fragment.tokens);
      const std::string first = line.substr(0, line.find(' '));
      const LineEnd end = last.empty() ? LineEnd::blank : line_end_of(last, first);
      if (end == LineEnd::divided) text.resize(text.find_last_of("-\xC2\xE2"));
      if (end == LineEnd::blank && !text.empty()) text += ' ';
      text += line;
      last = line.substr(line.rfind(' ') + 1);
    }
  }
  return text;
}

std::string id_of(std::size_t box) {
  return std::string("n").append(std::to_string(box + 1));
}

/// Puts what was found together, in reading order.
class Assembly {
 public:
  Assembly(const Upright& page, const std::vector<FlowShape>& boxes, const FlowLabels& labels)
      : page_(page), boxes_(boxes), labels_(labels) {}

  Figure figure(const std::vector<FlowWay>& ways, const std::vector<std::size_t>& free) {
    for (std::size_t i = 0; i < boxes_.size(); ++i) add_node(i);
    for (std::size_t i = 0; i < ways.size(); ++i) add_edge(i, ways[i]);
    std::sort(
        figure_.chart.edges.begin(), figure_.chart.edges.end(),
        [](const FlowEdge& a, const FlowEdge& b) {
          return std::pair(a.from.size(), a.from) < std::pair(b.from.size(), b.from) ||
                 (a.from == b.from && std::pair(a.to.size(), a.to) < std::pair(b.to.size(), b.to));
        });
    for (const std::size_t token : free) {  // titles of parts, and what else stands in between
      if (!taken(token) && figure_.box.contains(page_.tokens[token].box.centre()))
        figure_.labels.push_back(token);
    }
    figure_.chart.mermaid = mermaid_of(figure_.chart);
    return std::move(figure_);
  }

 private:
  [[nodiscard]] bool taken(std::size_t token) const {
    const auto holds = [token](const std::vector<std::size_t>& tokens) {
      return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
    };
    return holds(figure_.labels) || std::any_of(figure_.nodes.begin(), figure_.nodes.end(), holds);
  }

  void add_node(std::size_t i) {
    const FlowShape& box = boxes_[i];
    const FlowLabel& name = labels_.names[i];
    std::vector<std::size_t> tokens = box.tokens;
    tokens.insert(tokens.end(), name.tokens.begin(), name.tokens.end());
    figure_.chart.nodes.push_back(
        {.id = id_of(i),
         .text = running_text(page_, name.tokens.empty() ? box.tokens : name.tokens),
         .box = printed(page_, box.shape.box),
         .shape = std::string(name_of(box.shape.kind))});
    figure_.nodes.push_back(std::move(tokens));
    figure_.box = united(figure_.box, united(box.shape.box, name.box));
  }

  void add_edge(std::size_t i, const FlowWay& way) {
    const FlowLabel& label = labels_.labels[i];
    figure_.chart.edges.push_back({.from = id_of(way.from),
                                   .to = id_of(way.to),
                                   .directed = way.directed,
                                   .label = running_text(page_, label.tokens)});
    for (const std::size_t token : label.tokens) {
      if (!taken(token)) figure_.labels.push_back(token);
    }
    figure_.box = united(figure_.box, label.box);
  }

  const Upright& page_;
  const std::vector<FlowShape>& boxes_;
  const FlowLabels& labels_;
  Figure figure_;
};

/// Whether far more words stand beside the boxes than in them: bands of colour in a table.
bool mostly_beside(const Figure& figure) {
  std::size_t within = 0;
  for (const std::vector<std::size_t>& node : figure.nodes) within += node.size();
  return figure.labels.size() > kMostBeside * within;
}

}  // namespace

std::optional<Figure> figure_of(const Upright& page, const Drawing& drawing,
                                const std::vector<std::size_t>& tokens) {
  Drawing straight = straightened(drawing, page.slope);
  std::vector<FlowShape> shapes = flow_shapes_of(page, straight, tokens);
  if (shapes.size() < kLeastBoxes || is_grid(shapes)) return std::nullopt;
  const double size = letters_size(page, shapes);
  std::vector<FlowShape> boxes = boxes_of_chart(straight, std::move(shapes), size);
  if (boxes.size() < kLeastBoxes || is_grid(boxes)) return std::nullopt;
  std::vector<std::size_t> free = free_tokens(page, boxes, tokens, size);
  for (FlowShape& box : boxes) release_overrunning(page, box, free);
  for (FlowShape& box : boxes) add_overrunning(page, box, free);
  straight.shapes = forms_of(boxes);
  const std::vector<FlowWay> ways = ways_between(straight, size);
  const FlowLabels labels = flow_labels_of(page, boxes, straight, ways, free);
  Figure figure = Assembly(page, boxes, labels).figure(ways, free);
  if (mostly_beside(figure)) return std::nullopt;
  const auto with_words =
      std::count_if(figure.nodes.begin(), figure.nodes.end(),
                    [](const std::vector<std::size_t>& node) { return !node.empty(); });
  if (ways.size() < kLeastWays || static_cast<std::size_t>(with_words) < kLeastWithWords)
    return std::nullopt;
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
