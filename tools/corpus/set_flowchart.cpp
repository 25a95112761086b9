#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <sstream>

#include "tools/corpus/setters.h"

namespace diarium::corpus {
namespace {

constexpr double kArrowLength = 7;
constexpr double kArrowWidth = 3.2;
constexpr double kDash = 4;
constexpr std::array<const char*, 3> kArrows = {"->", "--", "..>"};

void trace_shape(cairo_t* ink, const std::string& shape, const Rect& box) {
  const Point centre = box.centre();
  if (shape == "diamond") {
    cairo_move_to(ink, centre.x, box.top);
    cairo_line_to(ink, box.right, centre.y);
    cairo_line_to(ink, centre.x, box.bottom);
    cairo_line_to(ink, box.left, centre.y);
    cairo_close_path(ink);
  } else if (shape == "ellipse") {
    cairo_save(ink);
    cairo_translate(ink, centre.x, centre.y);
    cairo_scale(ink, box.width() / 2, box.height() / 2);
    cairo_new_sub_path(ink);
    cairo_arc(ink, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_restore(ink);
  } else if (shape == "rounded") {
    const double r = 8;
    const double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(ink);
    cairo_arc(ink, box.right - r, box.top + r, r, -quarter, 0);
    cairo_arc(ink, box.right - r, box.bottom - r, r, 0, quarter);
    cairo_arc(ink, box.left + r, box.bottom - r, r, quarter, 2 * quarter);
    cairo_arc(ink, box.left + r, box.top + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(ink);
  } else {
    cairo_rectangle(ink, box.left, box.top, box.width(), box.height());
  }
}

/// The way of a connector: from the side of `a` that faces `b`, with one bend pair where they are
/// not in line.
std::vector<Point> way_between(const Rect& a, const Rect& b) {
  const Point from = a.centre();
  const Point to = b.centre();
  if (vertical_overlap(a, b) > 8) {
    const double y = (std::max(a.top, b.top) + std::min(a.bottom, b.bottom)) / 2;
    return to.x > from.x ? std::vector<Point>{{a.right, y}, {b.left, y}}
                         : std::vector<Point>{{a.left, y}, {b.right, y}};
  }
  const double out = to.y > from.y ? a.bottom : a.top;
  const double in = to.y > from.y ? b.top : b.bottom;
  if (horizontal_overlap(a, b) > 8) {
    const double x = (std::max(a.left, b.left) + std::min(a.right, b.right)) / 2;
    return {{x, out}, {x, in}};
  }
  const double middle = (out + in) / 2;
  return {{from.x, out}, {from.x, middle}, {to.x, middle}, {to.x, in}};
}

void draw_arrow_head(cairo_t* ink, Point from, Point tip) {
  const double angle = std::atan2(tip.y - from.y, tip.x - from.x);
  cairo_save(ink);
  cairo_translate(ink, tip.x, tip.y);
  cairo_rotate(ink, angle);
  cairo_move_to(ink, 0, 0);
  cairo_line_to(ink, -kArrowLength, kArrowWidth);
  cairo_line_to(ink, -kArrowLength, -kArrowWidth);
  cairo_close_path(ink);
  cairo_fill(ink);
  cairo_restore(ink);
}

class FlowchartSetter {
 public:
  FlowchartSetter(Flow& flow, const Directive& directive) : flow_(flow), directive_(directive) {
    look_ = {.family = directive.value("family", "Liberation Sans"),
             .size = directive.number("size", 9),
             .leading = 1.2,
             .alignment = Alignment::centre};
  }

  SetFlowchart set(const Block& block) {
    const double height = directive_.number("height", 400);
    flow_.need(height);
    origin_ = {flow_.style().left, flow_.y()};
    for (const std::string& line : block.lines) {
      const std::vector<std::string> parts = split_outside_braces(line, "|");
      const bool joins = std::any_of(kArrows.begin(), kArrows.end(), [&](const char* arrow) {
        return parts[0].find(arrow) != std::string::npos;
      });
      if (joins) {
        edge(parts[0], parts.size() > 1 ? parts[1] : "", block.line_number);
      } else {
        node(parts[0], parts.size() > 1 ? parts[1] : "");
      }
    }
    flow_.advance(height);
    return std::move(out_);
  }

 private:
  cairo_t* ink() { return flow_.paper().page(flow_.page()).ink.get(); }

  void node(const std::string& head, const std::string& markup) {
    std::istringstream words(head);
    FlowNode node;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    words >> node.id >> node.shape >> x >> y >> width >> height;
    node.box = {origin_.x + x, origin_.y + y, origin_.x + x + width, origin_.y + y + height};
    if (node.shape == "rect") node.shape = "rectangle";
    cairo_set_source_rgb(ink(), 0, 0, 0);
    cairo_set_line_width(ink(), 1);
    trace_shape(ink(), node.shape, node.box);
    cairo_stroke(ink());
    const bool narrow = node.shape == "diamond" || node.shape == "ellipse";
    const double inset = narrow ? width * 0.17 : 6;
    const RichText text = parse_rich(joined_lines({markup}));
    const ShapedText shaped(text, look_, width - 2 * inset);
    const Point corner{node.box.left + inset, node.box.centre().y - shaped.height() / 2};
    SetText set{text, flow_.paper().draw(flow_.page(), Zone::body, shaped, corner), ""};
    node.text = printed_text(set.text, set.whole());
    out_.place.page = flow_.page();
    out_.place.box = united(out_.place.box, node.box);
    out_.record.chart.nodes.push_back(std::move(node));
    out_.texts.push_back(std::move(set));
  }

  [[nodiscard]] const Rect& box_of(const std::string& id, int line_number) const {
    for (const FlowNode& node : out_.record.chart.nodes) {
      if (node.id == id) return node.box;
    }
    throw SourceError(line_number, "an arrow to a box that isn't drawn yet: " + id);
  }

  void edge(const std::string& head, const std::string& label, int line_number) {
    std::istringstream words(head);
    FlowEdge edge;
    std::string arrow;
    words >> edge.from >> arrow >> edge.to;
    edge.directed = arrow.back() == '>';
    edge.label = label;
    const std::vector<Point> way =
        way_between(box_of(edge.from, line_number), box_of(edge.to, line_number));
    cairo_set_source_rgb(ink(), 0, 0, 0);
    cairo_set_line_width(ink(), 1);
    cairo_move_to(ink(), way[0].x, way[0].y);
    for (const Point& point : way) cairo_line_to(ink(), point.x, point.y);
    if (arrow == "..>") cairo_set_dash(ink(), &kDash, 1, 0);
    cairo_stroke(ink());
    cairo_set_dash(ink(), nullptr, 0, 0);
    if (edge.directed) draw_arrow_head(ink(), way[way.size() - 2], way.back());
    if (!label.empty()) draw_label(label, way);
    out_.record.chart.edges.push_back(std::move(edge));
  }

  void draw_label(const std::string& label, const std::vector<Point>& way) {
    TextLook look = look_;
    look.size -= 1;
    look.alignment = Alignment::left;
    const RichText text = parse_rich(label);
    const ShapedText shaped(text, look, 80);
    const Point a = way[0];
    const Point b = way[1];
    const bool vertical = std::abs(a.x - b.x) < 1;
    const Point corner =
        vertical ? Point{a.x + 4, (a.y + b.y) / 2 - shaped.height() / 2}
                 : Point{(a.x + b.x) / 2 - shaped.width() / 2, a.y - shaped.height() - 1};
    SetText set{text, flow_.paper().draw(flow_.page(), Zone::body, shaped, corner), ""};
    out_.texts.push_back(std::move(set));
  }

  Flow& flow_;
  const Directive& directive_;
  TextLook look_;
  Point origin_;
  SetFlowchart out_;
};

}  // namespace

SetFlowchart set_flowchart(Flow& flow, const Block& block, const Directive& flowchart) {
  return FlowchartSetter(flow, flowchart).set(block);
}

}  // namespace diarium::corpus
