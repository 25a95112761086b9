#include "pipeline/layout/flow_lines.h"

#include <catch2/catch.hpp>
#include <string>

namespace diarium::layout {
namespace {

constexpr double kSize = 10;

/// A and B side by side, C below A, D below B; 90 by 40 points, 60 and 100 apart.
Drawing four_boxes() {
  Drawing drawing;
  for (const Point corner : {Point{50, 100}, Point{200, 100}, Point{50, 240}, Point{200, 240}})
    drawing.shapes.push_back({{corner.x, corner.y, corner.x + 90, corner.y + 40}});
  return drawing;
}

void add_line(Drawing& drawing, std::vector<Point> points) {
  drawing.strokes.push_back({std::move(points)});
}

/// A line with a head at its end, which comes from the left or from above.
void add_arrow(Drawing& drawing, std::vector<Point> points) {
  const Point tip = points.back();
  const Point before = points[points.size() - 2];
  drawing.heads.push_back(before.y == tip.y ? ArrowHead{{tip.x - 7, tip.y - 3, tip.x, tip.y + 3}}
                                            : ArrowHead{{tip.x - 3, tip.y - 7, tip.x + 3, tip.y}});
  add_line(drawing, std::move(points));
}

/// "A>B" for each way, "A-B" without direction.
std::vector<std::string> ways_of(const Drawing& drawing) {
  std::vector<std::string> names;
  for (const FlowWay& way : ways_between(drawing, kSize)) {
    std::string name;
    name += static_cast<char>('A' + way.from);
    name += way.directed ? '>' : '-';
    name += static_cast<char>('A' + way.to);
    names.push_back(name);
  }
  return names;
}

}  // namespace

TEST_CASE("flow lines: a line with a head leads from the one box to the other") {
  Drawing drawing = four_boxes();
  add_arrow(drawing, {{140, 120}, {200, 120}});
  add_line(drawing, {{95, 140}, {95, 240}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>B", "A-C"});
}

TEST_CASE("flow lines: pieces that end on one another are one line, around bends") {
  Drawing drawing = four_boxes();
  add_line(drawing, {{95, 140}, {95, 190}});
  add_line(drawing, {{95, 190}, {245, 190}});
  add_arrow(drawing, {{245, 190}, {245, 240}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>D"});
}

TEST_CASE("flow lines: lines that cross don't belong together") {
  Drawing drawing = four_boxes();
  add_line(drawing, {{140, 130}, {200, 250}});
  add_line(drawing, {{200, 130}, {140, 250}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A-D", "B-C"});
}

TEST_CASE("flow lines: a line that runs into another leads where that one leads") {
  Drawing drawing = four_boxes();
  add_arrow(drawing, {{95, 140}, {95, 240}});
  add_line(drawing, {{245, 140}, {245, 190}, {95, 190}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>C", "B>C"});
}

TEST_CASE("flow lines: a line that forks leads to each of its heads") {
  Drawing drawing = four_boxes();
  add_arrow(drawing, {{95, 140}, {95, 240}});
  add_arrow(drawing, {{95, 190}, {245, 190}, {245, 240}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>C", "A>D"});
}

TEST_CASE("flow lines: a tree without heads hangs on the box at its top") {
  Drawing drawing = four_boxes();
  add_line(drawing, {{95, 140}, {95, 190}, {245, 190}, {245, 240}});
  add_line(drawing, {{95, 190}, {95, 240}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A-D", "A-C"});
}

TEST_CASE("flow lines: two heads on one line lead both ways") {
  Drawing drawing = four_boxes();
  add_arrow(drawing, {{140, 120}, {200, 120}});
  drawing.heads.push_back({{140, 117, 147, 123}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>B", "B>A"});
}

TEST_CASE("flow lines: two lines that end at the same place of a box stay two") {
  Drawing drawing = four_boxes();
  add_arrow(drawing, {{140, 120}, {200, 120}});
  add_arrow(drawing, {{140, 260}, {170, 260}, {170, 120}, {200, 120}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>B", "C>B"});
}

TEST_CASE("flow lines: a line that stops short of the box it points to leads there") {
  Drawing drawing = four_boxes();
  add_arrow(drawing, {{140, 120}, {188, 120}});
  CHECK(ways_of(drawing) == std::vector<std::string>{"A>B"});
}

TEST_CASE("flow lines: sides of boxes, underlines and lines in the open lead nowhere") {
  Drawing drawing = four_boxes();
  add_line(drawing, {{50, 140}, {140, 140}});
  add_line(drawing, {{60, 125}, {120, 125}});
  add_line(drawing, {{300, 100}, {400, 100}});
  CHECK(ways_of(drawing).empty());
}

TEST_CASE("flow lines: a speck between two boxes points nowhere, a dash does") {
  Drawing speck = four_boxes();
  add_line(speck, {{95, 150}, {95, 152}});
  CHECK(ways_of(speck).empty());
  Drawing dashed = four_boxes();
  add_line(dashed, {{146, 120}, {160, 120}});
  add_line(dashed, {{160, 120}, {166, 120}});
  add_line(dashed, {{166, 120}, {200, 120}});
  CHECK(ways_of(dashed) == std::vector<std::string>{"A-B"});
}

}  // namespace diarium::layout
