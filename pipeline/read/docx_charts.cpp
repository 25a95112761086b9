#include "pipeline/read/docx_charts.h"

#include <algorithm>
#include <cmath>

#include "models/bounds.h"
#include "pipeline/read/docx_lines.h"

namespace diarium {
namespace {

constexpr double kLeading = 1.2;  // line height in parts of the size
constexpr double kPadding = 2;    // points between a border and its text
constexpr double kSmaller = 0.9;  // the next size that is tried
constexpr double kSmallest = 3;   // points
constexpr double kHead = 5;       // points: length of an arrow's head

/// The part of a box where its form leaves room for text.
Rect room_of(const DocxFigure& figure, const Rect& box) {
  const bool pointed = figure.shape == ShapeKind::diamond;
  const double share = pointed ? 0.25 : figure.shape == ShapeKind::ellipse ? 0.15 : 0.0;
  const double across = std::min(share * box.width() + kPadding, 0.4 * box.width());
  const double down = share * box.height();
  return {box.left + across, box.top + down, box.right - across, box.bottom - down};
}

std::vector<SetLine> lines_of(const std::vector<DocxParagraph>& paragraphs, const Rect& room,
                              double largest) {
  std::vector<SetLine> lines;
  for (DocxParagraph paragraph : paragraphs) {
    paragraph.outline = -1;
    for (DocxRun& run : paragraph.runs) run.size = std::min(run.size, largest);
    for (SetLine& line : set_lines(paragraph, room.left, room.right)) {
      if (!line.words.empty()) lines.push_back(std::move(line));
    }
  }
  return lines;
}

double height_of(const std::vector<SetLine>& lines) {
  double height = 0;
  for (const SetLine& line : lines) height += kLeading * line.size;
  return height;
}

bool fits(const std::vector<SetLine>& lines, const Rect& room) {
  return height_of(lines) <= room.height() &&
         std::all_of(lines.begin(), lines.end(), [&](const SetLine& line) {
           return line.words.back().box.right <= room.right + kPadding;
         });
}

double largest_size(const std::vector<DocxParagraph>& paragraphs) {
  double size = 0;
  for (const DocxParagraph& paragraph : paragraphs) {
    for (const DocxRun& run : paragraph.runs) size = std::max(size, run.size);
  }
  return size;
}

void set_text(const DocxFigure& figure, const Rect& box, std::vector<Word>& words) {
  const Rect room = room_of(figure, box);
  double size = largest_size(figure.text);
  std::vector<SetLine> lines = lines_of(figure.text, room, size);
  while (!fits(lines, room) && size > kSmallest) {
    size *= kSmaller;
    lines = lines_of(figure.text, room, size);
  }
  double top = room.centre().y - height_of(lines) / 2;
  for (SetLine& line : lines) {
    const bool centred = figure.kind == DocxFigure::Kind::box;
    const double aside = centred ? (room.right - line.words.back().box.right) / 2 : 0;
    for (Word& word : line.words) {
      word.box = moved(word.box, {aside, top + line.size});
      word.baseline += top + line.size;
      words.push_back(std::move(word));
    }
    top += kLeading * line.size;
  }
}

/// A head that comes from `before` and ends at `tip`.
ArrowHead head_at(Point tip, Point before) {
  const double length = std::hypot(tip.x - before.x, tip.y - before.y);
  if (length <= 0) return {{tip.x - kHead / 2, tip.y - kHead / 2, tip.x, tip.y}};
  const Point way{(tip.x - before.x) / length, (tip.y - before.y) / length};
  const Point base{tip.x - kHead * way.x, tip.y - kHead * way.y};
  const Point side{kHead / 2 * way.y, -kHead / 2 * way.x};
  const std::vector<Point> corners{
      tip, {base.x + side.x, base.y + side.y}, {base.x - side.x, base.y - side.y}};
  return {bounds_of(corners)};
}

void set_line(const DocxFigure& figure, std::vector<Point> points, Drawing& drawing) {
  if (points.size() < 2) return;
  if (figure.head_at_start) drawing.heads.push_back(head_at(points[0], points[1]));
  if (figure.head_at_end)
    drawing.heads.push_back(head_at(points.back(), points[points.size() - 2]));
  drawing.strokes.push_back({std::move(points)});
}

}  // namespace

ChartSize chart_size(const DocxDrawing& drawing, double width, double height) {
  double right = 1;
  double bottom = 1;
  for (const DocxFigure& figure : drawing.figures) {
    right = std::max(right, figure.box.right);
    bottom = std::max(bottom, figure.box.bottom);
  }
  const double scale = std::min({1.0, width / right, height / bottom});
  return {.scale = scale, .height = scale * bottom};
}

SetChart set_chart(const DocxDrawing& drawing, Point corner, double scale) {
  const auto placed = [&](Point point) {
    return Point{corner.x + scale * point.x, corner.y + scale * point.y};
  };
  SetChart chart;
  for (const DocxFigure& figure : drawing.figures) {
    const Point top_left = placed({figure.box.left, figure.box.top});
    const Point bottom_right = placed({figure.box.right, figure.box.bottom});
    const Rect box{top_left.x, top_left.y, bottom_right.x, bottom_right.y};
    if (figure.kind == DocxFigure::Kind::box) chart.drawing.shapes.push_back({box, figure.shape});
    std::vector<Point> points = figure.points;
    std::transform(points.begin(), points.end(), points.begin(), placed);
    set_line(figure, std::move(points), chart.drawing);
    if (!figure.text.empty()) set_text(figure, box, chart.words);
  }
  return chart;
}

}  // namespace diarium
