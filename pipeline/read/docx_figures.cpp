#include "pipeline/read/docx_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/bounds.h"
#include "pipeline/read/docx_shapes.h"
#include "pipeline/read/docx_styles.h"
#include "pipeline/read/docx_vml.h"

namespace diarium {
namespace {

constexpr double kPoint = 12'700;    // of Word's units
constexpr double kDegree = 60'000;   // of its units of an angle
constexpr double kThousandth = 1e5;  // its units of a share
constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostFigures = 600;
constexpr double kMargin = 72;      // points: where text begins that the document doesn't tell
constexpr double kTextWidth = 451;  // points
constexpr std::size_t kLeastBoxes = 3;
constexpr std::size_t kLeastWithText = 2;
constexpr std::size_t kLeastLines = 2;

Point point_of(const pugi::xml_node& node, std::string_view x, std::string_view y) {
  return {static_cast<double>(number_of(node, x).value_or(0)),
          static_cast<double>(number_of(node, y).value_or(0))};
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

/// A fill that shows on paper.
bool is_filled(const pugi::xml_node& properties, const pugi::xml_node& style) {
  if (child_of(properties, "noFill")) return false;
  if (const pugi::xml_node solid = child_of(properties, "solidFill")) {
    const std::string_view own = attribute_of(child_of(solid, "srgbClr"), "val");
    const std::string_view themed = attribute_of(child_of(solid, "schemeClr"), "val");
    return own != "FFFFFF" && own != "ffffff" && themed != "bg1" && themed != "lt1";
  }
  if (child_of(properties, "gradFill") || child_of(properties, "pattFill")) return true;
  return number_of(child_of(style, "fillRef"), "idx").value_or(0) > 0;
}

bool is_outlined(const pugi::xml_node& properties, const pugi::xml_node& style) {
  const pugi::xml_node pen = child_of(properties, "ln");
  if (child_of(pen, "noFill")) return false;
  if (child_of(pen, "solidFill") || child_of(pen, "gradFill") || child_of(pen, "pattFill"))
    return true;
  return number_of(child_of(style, "lnRef"), "idx").value_or(0) > 0;
}

bool has_head(const pugi::xml_node& pen, std::string_view end) {
  const std::string_view type = attribute_of(child_of(pen, end), "type");
  return !type.empty() && type != "none";
}

/// "val 35000" of the guides of a preset form, as shares.
std::vector<double> shares_of(const pugi::xml_node& form) {
  std::vector<double> shares;
  for (const pugi::xml_node& guide : child_of(form, "avLst").children()) {
    const std::string_view formula = attribute_of(guide, "fmla");
    if (!formula.starts_with("val ")) continue;
    shares.push_back(std::strtod(std::string(formula.substr(4)).c_str(), nullptr) / kThousandth);
  }
  return shares;
}

class FigureReader {
 public:
  void add_all(const pugi::xml_node& container, const DocxFrame& frame, int depth) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& node : container.children()) {
      const std::string_view name = local_name(node);
      if (name == "AlternateContent") {
        add_all(chosen_branch(node), frame, depth + 1);
      } else if (name == "anchor" || name == "inline") {
        add_all(node, placed(node), depth + 1);
      } else if (name == "wgp" || name == "grpSp") {
        add_all(node, frame_of_group(node, frame), depth + 1);
      } else if (name == "wsp" || name == "cxnSp") {
        add_shape(node, frame);
      } else if (name == "pict") {
        add_vml_figures(node, figures_);
      } else if (name != "txbxContent") {
        add_all(node, frame, depth + 1);
      }
    }
  }

  std::vector<DocxFigureNode> take() { return std::move(figures_); }

 private:
  /// The corner of a drawing, from the column's and the paragraph's. Those that stand in the line
  /// follow one below another.
  DocxFrame placed(const pugi::xml_node& drawing) {
    const pugi::xml_node extent = child_of(drawing, "extent");
    const double width = number_of(extent, "cx").value_or(0) / kPoint;
    DocxFrame frame{.origin = {}, .x_scale = 1 / kPoint, .y_scale = 1 / kPoint};
    if (local_name(drawing) == "inline") {
      frame.origin.y = inline_y_;
      inline_y_ += number_of(extent, "cy").value_or(0) / kPoint;
      return frame;
    }
    const pugi::xml_node across = child_of(drawing, "positionH");
    const std::string_view side = child_of(across, "align").text().get();
    if (side == "center") {
      frame.origin.x = (kTextWidth - width) / 2;
    } else if (side == "right") {
      frame.origin.x = kTextWidth - width;
    } else {
      frame.origin.x = child_of(across, "posOffset").text().as_double() / kPoint;
      if (attribute_of(across, "relativeFrom") == "page") frame.origin.x -= kMargin;
    }
    const pugi::xml_node down = child_of(drawing, "positionV");
    frame.origin.y = child_of(down, "posOffset").text().as_double() / kPoint;
    if (attribute_of(down, "relativeFrom") == "page") frame.origin.y -= kMargin;
    return frame;
  }

  /// A group has coordinates of its own for what is in it.
  static DocxFrame frame_of_group(const pugi::xml_node& group, const DocxFrame& frame) {
    const pugi::xml_node place = child_of(child_of(group, "grpSpPr"), "xfrm");
    const pugi::xml_node extent = child_of(place, "ext");
    if (!extent) return frame;
    const Point corner = point_of(child_of(place, "off"), "x", "y");
    const Point size = point_of(extent, "cx", "cy");
    const Point inner = point_of(child_of(place, "chOff"), "x", "y");
    const Point inner_size = point_of(child_of(place, "chExt"), "cx", "cy");
    const double across = inner_size.x > 0 ? size.x / inner_size.x : 1;
    const double down = inner_size.y > 0 ? size.y / inner_size.y : 1;
    DocxFrame made = frame.at({corner.x - across * inner.x, corner.y - down * inner.y});
    made.x_scale *= across;
    made.y_scale *= down;
    return made;
  }

  void add_shape(const pugi::xml_node& node, const DocxFrame& frame) {
    const pugi::xml_node properties = child_of(node, "spPr");
    const pugi::xml_node place = child_of(properties, "xfrm");
    const pugi::xml_node preset = child_of(properties, "prstGeom");
    const pugi::xml_node glue = child_of(node, "cNvCnPr");
    DocxForm form = form_of(attribute_of(preset, "prst"));
    if (glue && form.kind == DocxForm::Kind::box) form = form_of("line");
    const Point size = point_of(child_of(place, "ext"), "cx", "cy");
    const Point corner = point_of(child_of(place, "off"), "x", "y");
    const DocxTurn turn{.flipped_across = is_true(attribute_of(place, "flipH")),
                        .flipped_down = is_true(attribute_of(place, "flipV")),
                        .degrees = number_of(place, "rot").value_or(0) / kDegree};
    const auto set = [&](const std::vector<Point>& points) {
      return placed_points(points, corner, size.x, size.y, turn, frame);
    };
    DocxFigureNode made{.text = child_of(child_of(node, "txbx"), "txbxContent"),
                        .name = std::string(attribute_of(child_of(node, "cNvPr"), "id"))};
    if (form.kind == DocxForm::Kind::box) {
      const pugi::xml_node style = child_of(node, "style");
      const bool seen = is_outlined(properties, style) || is_filled(properties, style);
      made.figure.kind = seen ? DocxFigure::Kind::box : DocxFigure::Kind::words;
      made.figure.shape = form.shape;
      made.figure.box = bounds_of(set(corners_of(size.x, size.y)));
    } else {
      made.figure.kind = DocxFigure::Kind::line;
      made.figure.points = set(line_of(form, size, shares_of(preset)));
      made.figure.box = bounds_of(made.figure.points);
      const pugi::xml_node pen = child_of(properties, "ln");
      made.figure.head_at_start = form.head_at_start || has_head(pen, "headEnd");
      made.figure.head_at_end = form.head_at_end || has_head(pen, "tailEnd");
      made.from = attribute_of(child_of(glue, "stCxn"), "id");
      made.to = attribute_of(child_of(glue, "endCxn"), "id");
    }
    if (figures_.size() <= kMostFigures) figures_.push_back(std::move(made));
  }

  static std::vector<Point> line_of(const DocxForm& form, Point size,
                                    const std::vector<double>& shares) {
    if (form.kind == DocxForm::Kind::arrow_across) return {{0, size.y / 2}, {size.x, size.y / 2}};
    if (form.kind == DocxForm::Kind::arrow_down) return {{size.x / 2, 0}, {size.x / 2, size.y}};
    return connector_points(size.x, size.y, form.bends, shares);
  }

  std::vector<DocxFigureNode> figures_;
  double inline_y_ = 0;  // where the next drawing in the line stands
};

/// What a paragraph has besides figures.
struct Holding {
  bool text = false;
  bool page_break = false;
  bool on_page = false;  ///< drawings whose place is one of the page
  bool in_text = false;  ///< drawings whose place is one of the text
};

bool is_place_on_page(const pugi::xml_node& anchor) {
  const std::string_view from = attribute_of(child_of(anchor, "positionV"), "relativeFrom");
  return from == "page" || from == "margin" || from == "topMargin";
}

Holding holds(const pugi::xml_node& container, Holding held, int depth) {
  if (depth > kDeepestNesting) return held;
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view name = local_name(node);
    if (name == "t" || name == "delText" || name == "footnoteReference") held.text = true;
    if (name == "lastRenderedPageBreak" || name == "sectPr" ||
        (name == "br" && attribute_of(node, "type") == "page"))
      held.page_break = true;
    if (name == "anchor") (is_place_on_page(node) ? held.on_page : held.in_text) = true;
    if (name == "inline" || name == "pict") held.in_text = true;
    if (name == "AlternateContent") {
      held = holds(chosen_branch(node), held, depth + 1);
    } else if (name != "anchor" && name != "inline" && name != "pict") {
      held = holds(node, held, depth + 1);
    }
  }
  return held;
}

Point nearest_on(const Rect& box, Point point) {
  Point near{std::clamp(point.x, box.left, box.right), std::clamp(point.y, box.top, box.bottom)};
  return near;
}

/// Glued lines lead to their figures, although a figure may have been moved since.
void lead_to_figures(std::vector<DocxFigureNode>& figures) {
  std::map<std::string, Rect> boxes;
  std::set<std::string> shared;  // names that say nothing
  for (const DocxFigureNode& node : figures) {
    if (node.figure.kind != DocxFigure::Kind::box || node.name.empty()) continue;
    if (!boxes.emplace(node.name, node.figure.box).second) shared.insert(node.name);
  }
  for (const std::string& name : shared) boxes.erase(name);
  for (DocxFigureNode& node : figures) {
    std::vector<Point>& points = node.figure.points;
    const auto lead = [&](const std::string& name, auto at, Point end) {
      const auto box = boxes.find(name);
      if (box == boxes.end()) return;
      const Point near = nearest_on(box->second, end);
      if (std::hypot(near.x - end.x, near.y - end.y) > 1) points.insert(at, near);
    };
    if (node.figure.kind != DocxFigure::Kind::line) continue;
    lead(node.from, points.begin(), points.front());
    lead(node.to, points.end(), points.back());
    node.figure.box = bounds_of(points);
  }
}

/// What lies far off every sheet of paper is no part of a chart.
bool is_on_paper(const DocxFigureNode& node) {
  constexpr double kFarthest = 20'000;  // points
  const Rect& box = node.figure.box;
  return std::abs(box.left) < kFarthest && std::abs(box.top) < kFarthest &&
         std::abs(box.right) < kFarthest && std::abs(box.bottom) < kFarthest;
}

void move_to_corner(std::vector<DocxFigureNode>& figures) {
  Rect all;
  for (const DocxFigureNode& node : figures) {
    Rect box = node.figure.box;  // a straight line is no box, yet takes room
    box.right += 1;
    box.bottom += 1;
    all = united(all, box);
  }
  for (DocxFigureNode& node : figures) {
    node.figure.box = moved(node.figure.box, {-all.left, -all.top});
    for (Point& point : node.figure.points) point = {point.x - all.left, point.y - all.top};
  }
}

}  // namespace

std::vector<pugi::xml_node> drawn_together(const pugi::xml_node& paragraph) {
  std::vector<pugi::xml_node> together{paragraph};
  if (holds(paragraph, {}, 0).on_page) {
    for (pugi::xml_node next = paragraph.next_sibling(); local_name(next) == "p";
         next = next.next_sibling()) {
      const Holding held = holds(next, {}, 0);
      if (held.text || held.page_break || held.in_text) break;
      together.push_back(next);
    }
  }
  return together;
}

std::vector<DocxFigureNode> figures_of(std::span<const pugi::xml_node> paragraphs) {
  FigureReader reader;
  for (const pugi::xml_node& paragraph : paragraphs) reader.add_all(paragraph, {}, 0);
  std::vector<DocxFigureNode> figures = reader.take();
  if (figures.size() > kMostFigures || !std::all_of(figures.begin(), figures.end(), is_on_paper))
    return {};
  lead_to_figures(figures);
  move_to_corner(figures);
  return figures;
}

bool may_be_chart(const std::vector<DocxFigureNode>& figures) {
  std::size_t boxes = 0;
  std::size_t with_text = 0;
  std::size_t lines = 0;
  for (const DocxFigureNode& node : figures) {
    if (node.figure.kind == DocxFigure::Kind::line) ++lines;
    if (node.figure.kind != DocxFigure::Kind::box) continue;
    ++boxes;
    if (node.text) ++with_text;
  }
  return boxes >= kLeastBoxes && with_text >= kLeastWithText && lines >= kLeastLines;
}

}  // namespace diarium
