#include "pipeline/layout/flow_labels.h"

#include <catch2/catch.hpp>

#include "pipeline/layout/rows.h"
#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// A small circle, a small diamond and a line between them, with free words on the paper.
struct Chart {
  Paper paper;
  std::vector<FlowShape> boxes{{{{100, 100, 130, 130}, ShapeKind::ellipse}, {}},
                               {{{300, 95, 340, 135}, ShapeKind::diamond}, {}}};
  Drawing drawing{.strokes = {{{{130, 115}, {300, 115}}}}};
  std::vector<FlowWay> ways{{0, 1, true, {0}}};

  /// Names of both boxes and the label of the line.
  [[nodiscard]] std::vector<std::string> texts() const {
    const Upright page = upright_of(paper.sheet());
    const FlowLabels found = flow_labels_of(page, boxes, drawing, ways, all_tokens(page));
    return {text_of(page, found.names[0].tokens), text_of(page, found.names[1].tokens),
            text_of(page, found.labels[0].tokens)};
  }
};

}  // namespace

TEST_CASE("flow labels: a small box is called what stands beside it, over several lines") {
  Chart chart;
  chart.paper.set(95, 146, "Start", {.size = 10});
  chart.paper.set_lines(300, 150, {"Beslut", "(delegation)"}, {.size = 10});
  CHECK(chart.texts() == std::vector<std::string>{"Start", "Beslut (delegation)", ""});
}

TEST_CASE("flow labels: a sign that was hardly read is no name, a word is") {
  for (const auto& [trust, name] : {std::pair{0.4, "Beslut"}, std::pair{0.9, ""}}) {
    Chart chart;
    chart.paper.set(310, 120, "Yan", {.size = 10, .confidence = trust});
    chart.paper.set(300, 150, "Beslut", {.size = 10});
    chart.boxes[1].tokens = {0};
    const Sheet sheet = chart.paper.sheet();
    const Upright page = upright_of(sheet);
    const FlowLabels found = flow_labels_of(page, chart.boxes, chart.drawing, chart.ways, {1});
    CHECK(text_of(page, found.names[1].tokens) == name);
  }
}

TEST_CASE("flow labels: what stands on a line is its label") {
  Chart chart;
  chart.paper.set(200, 110, "komplett", {.size = 10});
  CHECK(chart.texts() == std::vector<std::string>{"", "", "komplett"});
}

TEST_CASE("flow labels: an answer is never a name") {
  Chart chart;
  chart.paper.set(278, 110, "Ja", {.size = 10});
  CHECK(chart.texts() == std::vector<std::string>{"", "", "Ja"});
}

TEST_CASE("flow labels: words far from everything say nothing of the chart") {
  Chart chart;
  chart.paper.set(200, 300, "Bilaga", {.size = 10});
  CHECK(chart.texts() == std::vector<std::string>{"", "", ""});
}

TEST_CASE("flow labels: a name may stand farther off where no other box is nearer") {
  Chart chart;
  chart.paper.set(40, 118, "Start", {.size = 10});
  chart.paper.set(385, 118, "Beslut", {.size = 10});
  CHECK(chart.texts() == std::vector<std::string>{"Start", "Beslut", ""});
}

}  // namespace diarium::layout
