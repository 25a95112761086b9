#include "pipeline/read/docx_vml.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "models/bounds.h"
#include "models/unicode.h"
#include "pipeline/read/docx_shapes.h"
#include "pipeline/read/docx_styles.h"

namespace diarium {
namespace {

constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostFigures = 600;
constexpr double kFarthest = 20'000;        // points
constexpr double kAdjustmentUnit = 21'600;  // its whole width

/// Office's numbers of forms ("#_x0000_t110") by their names in DrawingML.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kNumberedForms{{
    {"2", "roundRect"},
    {"3", "ellipse"},
    {"4", "diamond"},
    {"13", "rightArrow"},
    {"20", "line"},
    {"32", "straightConnector1"},
    {"33", "bentConnector2"},
    {"34", "bentConnector3"},
    {"35", "bentConnector4"},
    {"36", "bentConnector5"},
    {"38", "curvedConnector3"},
    {"66", "leftArrow"},
    {"67", "downArrow"},
    {"68", "upArrow"},
    {"110", "flowChartDecision"},
    {"116", "flowChartTerminator"},
    {"120", "flowChartConnector"},
    {"176", "flowChartAlternateProcess"},
}};

/// "position:absolute;left:10pt": by name.
std::map<std::string, std::string, std::less<>> style_of(const pugi::xml_node& node) {
  std::map<std::string, std::string, std::less<>> style;
  std::string_view rest = attribute_of(node, "style");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view entry = rest.substr(0, end);
    const std::size_t colon = entry.find(':');
    if (colon != std::string_view::npos)
      style.emplace(trim(entry.substr(0, colon)), trim(entry.substr(colon + 1)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return style;
}

/// "10.5pt", "2cm"; a bare number is one of the coordinates that hold there, or of pixels.
double length_of(std::string_view text, double bare_unit) {
  char* rest = nullptr;
  const std::string number(text);
  const double value = std::strtod(number.c_str(), &rest);
  const std::string_view unit = trim(std::string_view(rest));
  const double points = unit == "in"   ? 72
                        : unit == "cm" ? 72 / 2.54
                        : unit == "mm" ? 72 / 25.4
                        : unit == "pt" ? 1
                        : unit == "px" ? 0.75
                                       : bare_unit;
  const double length = value * points;
  return std::isfinite(length) ? std::clamp(length, -kFarthest * 1e3, kFarthest * 1e3) : 0;
}

/// "10,20"
Point pair_of(std::string_view text, double bare_unit) {
  const std::size_t comma = std::min(text.find(','), text.size());
  return {length_of(text.substr(0, comma), bare_unit),
          length_of(text.substr(std::min(comma + 1, text.size())), bare_unit)};
}

bool is_off(std::string_view value) {
  return value == "f" || value == "false" || value == "0";
}

/// "#_x0000_t110" -> "110".
std::string_view form_number(const pugi::xml_node& node) {
  const std::string_view type = attribute_of(node, "type");
  const std::size_t at = type.rfind("_t");
  return at == std::string_view::npos ? std::string_view() : type.substr(at + 2);
}

DocxForm form_of_element(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "line") return form_of("line");
  if (name == "roundrect") return form_of("roundRect");
  if (name == "oval") return form_of("ellipse");
  const std::string_view number = form_number(node);
  for (const auto& [known, preset] : kNumberedForms) {
    if (known == number) return form_of(preset);
  }
  return {};
}

bool is_figure(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"rect", "roundrect", "oval", "shape", "line"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class VmlReader {
 public:
  explicit VmlReader(std::vector<DocxFigureNode>& figures) : figures_(figures) {}

  void add_all(const pugi::xml_node& container, const DocxFrame& frame, bool in_group, int depth) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& node : container.children()) {
      const std::string_view name = local_name(node);
      if (name == "AlternateContent") {
        add_all(chosen_branch(node), frame, in_group, depth + 1);
      } else if (name == "group") {
        add_all(node, frame_of_group(node, frame, in_group), true, depth + 1);
      } else if (is_figure(name) && figures_.size() <= kMostFigures) {
        add_figure(node, frame, in_group);
      }
    }
  }

 private:
  struct Place {
    Point corner;
    Point size;
    DocxTurn turn;
  };

  /// What a bare number stands for: a unit of the group, or a pixel.
  static double unit(bool in_group) { return in_group ? 1 : 0.75; }

  static Place place_of(const pugi::xml_node& node, bool in_group) {
    const auto style = style_of(node);
    const auto length = [&](std::string_view name) {
      const auto found = style.find(name);
      return found == style.end() ? 0.0 : length_of(found->second, unit(in_group));
    };
    Place place;
    place.corner = {length("left") + length("margin-left"), length("top") + length("margin-top")};
    place.size = {length("width"), length("height")};
    if (const auto flip = style.find("flip"); flip != style.end()) {
      place.turn.flipped_across = flip->second.find('x') != std::string::npos;
      place.turn.flipped_down = flip->second.find('y') != std::string::npos;
    }
    if (const auto turned = style.find("rotation"); turned != style.end())
      place.turn.degrees = length_of(turned->second, 1);
    return place;
  }

  static DocxFrame frame_of_group(const pugi::xml_node& group, const DocxFrame& frame,
                                  bool in_group) {
    const Place place = place_of(group, in_group);
    const Point origin = pair_of(attribute_of(group, "coordorigin"), 1);
    Point size = pair_of(attribute_of(group, "coordsize"), 1);
    if (size.x <= 0) size.x = 1000;  // what VML takes where it isn't said
    if (size.y <= 0) size.y = 1000;
    const double across = place.size.x / size.x;
    const double down = place.size.y / size.y;
    DocxFrame made =
        frame.at({place.corner.x - across * origin.x, place.corner.y - down * origin.y});
    made.x_scale *= across;
    made.y_scale *= down;
    return made;
  }

  void add_figure(const pugi::xml_node& node, const DocxFrame& frame, bool in_group) {
    const DocxForm form = form_of_element(node);
    if (child_of(node, "imagedata")) return;  // a picture
    DocxFigureNode made{.text = child_of(child_of(node, "textbox"), "txbxContent")};
    if (form.kind == DocxForm::Kind::box) {
      const Place place = place_of(node, in_group);
      const bool seen = !is_off(attribute_of(node, "stroked")) || is_filled(node);
      made.figure.kind = seen ? DocxFigure::Kind::box : DocxFigure::Kind::words;
      made.figure.shape = form.shape;
      made.figure.box =
          bounds_of(placed_points(corners_of(place.size.x, place.size.y), place.corner,
                                  place.size.x, place.size.y, place.turn, frame));
    } else {
      made.figure.kind = DocxFigure::Kind::line;
      made.figure.points = line_of(node, form, frame, in_group);
      made.figure.box = bounds_of(made.figure.points);
      const pugi::xml_node pen = child_of(node, "stroke");
      made.figure.head_at_start = form.head_at_start || has_head(pen, "startarrow");
      made.figure.head_at_end = form.head_at_end || has_head(pen, "endarrow");
    }
    figures_.push_back(std::move(made));
  }

  static bool is_filled(const pugi::xml_node& node) {
    const std::string_view colour = attribute_of(node, "fillcolor");
    const bool white = colour.empty() || colour.starts_with("white") || colour.starts_with("#fff");
    return !is_off(attribute_of(node, "filled")) && !white;
  }

  static bool has_head(const pugi::xml_node& pen, std::string_view end) {
    const std::string_view type = attribute_of(pen, end);
    return !type.empty() && type != "none";
  }

  static std::vector<Point> line_of(const pugi::xml_node& node, const DocxForm& form,
                                    const DocxFrame& frame, bool in_group) {
    const Place place = place_of(node, in_group);
    if (local_name(node) == "line") {
      std::vector<Point> ends{pair_of(attribute_of(node, "from"), unit(in_group)),
                              pair_of(attribute_of(node, "to"), unit(in_group))};
      for (Point& end : ends) end = frame.placed({end.x + place.corner.x, end.y + place.corner.y});
      return ends;
    }
    std::vector<Point> points;
    if (form.kind == DocxForm::Kind::arrow_across) {
      points = {{0, place.size.y / 2}, {place.size.x, place.size.y / 2}};
    } else if (form.kind == DocxForm::Kind::arrow_down) {
      points = {{place.size.x / 2, 0}, {place.size.x / 2, place.size.y}};
    } else {
      points = connector_points(place.size.x, place.size.y, form.bends, shares_of(node));
    }
    return placed_points(std::move(points), place.corner, place.size.x, place.size.y, place.turn,
                         frame);
  }

  /// adj="10800,,5400"
  static std::vector<double> shares_of(const pugi::xml_node& node) {
    std::vector<double> shares;
    std::string_view rest = attribute_of(node, "adj");
    while (!rest.empty() && shares.size() < 4) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      const std::string_view number = rest.substr(0, end);
      shares.push_back(number.empty() ? 0.5 : length_of(number, 1) / kAdjustmentUnit);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return shares;
  }

  std::vector<DocxFigureNode>& figures_;
};

}  // namespace

void add_vml_figures(const pugi::xml_node& pict, std::vector<DocxFigureNode>& figures) {
  VmlReader(figures).add_all(pict, {}, false, 0);
}

}  // namespace diarium
