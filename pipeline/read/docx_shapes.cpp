#include "pipeline/read/docx_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace diarium {
namespace {

constexpr double kHalf = 0.5;

double share_at(const std::vector<double>& shares, std::size_t at) {
  return at < shares.size() ? shares[at] : kHalf;
}

struct NamedForm {
  std::string_view name;
  DocxForm form;
};

constexpr DocxForm line(int bends) {
  return {.kind = DocxForm::Kind::line, .bends = bends};
}
constexpr DocxForm box(ShapeKind shape) {
  return {.kind = DocxForm::Kind::box, .shape = shape};
}
constexpr DocxForm arrow(DocxForm::Kind kind, bool at_start, bool at_end) {
  return {.kind = kind, .head_at_start = at_start, .head_at_end = at_end};
}

using Kind = DocxForm::Kind;
constexpr std::array kForms{
    NamedForm{"line", line(0)},
    NamedForm{"lineInv", line(0)},
    NamedForm{"straightConnector1", line(0)},
    NamedForm{"bentConnector2", line(1)},
    NamedForm{"bentConnector3", line(2)},
    NamedForm{"bentConnector4", line(3)},
    NamedForm{"bentConnector5", line(4)},
    NamedForm{"curvedConnector2", line(1)},
    NamedForm{"curvedConnector3", line(2)},
    NamedForm{"curvedConnector4", line(3)},
    NamedForm{"curvedConnector5", line(4)},
    NamedForm{"rightArrow", arrow(Kind::arrow_across, false, true)},
    NamedForm{"notchedRightArrow", arrow(Kind::arrow_across, false, true)},
    NamedForm{"leftArrow", arrow(Kind::arrow_across, true, false)},
    NamedForm{"leftRightArrow", arrow(Kind::arrow_across, true, true)},
    NamedForm{"downArrow", arrow(Kind::arrow_down, false, true)},
    NamedForm{"upArrow", arrow(Kind::arrow_down, true, false)},
    NamedForm{"upDownArrow", arrow(Kind::arrow_down, true, true)},
    NamedForm{"roundRect", box(ShapeKind::rounded)},
    NamedForm{"flowChartAlternateProcess", box(ShapeKind::rounded)},
    NamedForm{"flowChartTerminator", box(ShapeKind::rounded)},
    NamedForm{"ellipse", box(ShapeKind::ellipse)},
    NamedForm{"flowChartConnector", box(ShapeKind::ellipse)},
    NamedForm{"diamond", box(ShapeKind::diamond)},
    NamedForm{"flowChartDecision", box(ShapeKind::diamond)},
};

}  // namespace

DocxForm form_of(std::string_view preset) {
  const auto* const found = std::find_if(
      kForms.begin(), kForms.end(), [&](const NamedForm& form) { return form.name == preset; });
  return found == kForms.end() ? DocxForm{} : found->form;
}

std::vector<Point> corners_of(double width, double height) {
  return {{0, 0}, {width, 0}, {width, height}, {0, height}};
}

std::vector<Point> connector_points(double width, double height, int bends,
                                    const std::vector<double>& shares) {
  const double first = share_at(shares, 0) * width;
  const double across = share_at(shares, 1) * height;
  const double last = share_at(shares, 2) * width;
  const Point end{width, height};
  switch (bends) {
    case 1:
      return {{0, 0}, {width, 0}, end};
    case 2:
      return {{0, 0}, {first, 0}, {first, height}, end};
    case 3:
      return {{0, 0}, {first, 0}, {first, across}, {width, across}, end};
    case 4:
      return {{0, 0}, {first, 0}, {first, across}, {last, across}, {last, height}, end};
    default:
      return {{0, 0}, end};
  }
}

std::vector<Point> placed_points(std::vector<Point> points, Point corner, double width,
                                 double height, const DocxTurn& turn, const DocxFrame& frame) {
  const double angle = turn.degrees * std::numbers::pi / 180;
  const Point middle{width / 2, height / 2};
  for (Point& point : points) {
    if (turn.flipped_across) point.x = width - point.x;
    if (turn.flipped_down) point.y = height - point.y;
    const double x = point.x - middle.x;
    const double y = point.y - middle.y;
    const Point turned{middle.x + x * std::cos(angle) - y * std::sin(angle),
                       middle.y + x * std::sin(angle) + y * std::cos(angle)};
    point = frame.placed({corner.x + turned.x, corner.y + turned.y});
  }
  return points;
}

}  // namespace diarium
