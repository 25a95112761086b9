#include "extractors/flowcharts.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

/// A document with a chart of three boxes, the words of the last read with `confidence`.
Document document_with_chart(double confidence) {
  Document document;
  document.text.append("Så går det till", {.page = 1});
  document.text.append_gap("\n");
  const std::size_t begin = document.text.size();
  document.text.append("Ansökan", {.page = 1, .box = {50, 100, 90, 110}});
  document.text.append_gap("\n");
  document.text.append("Beslut", {.page = 1, .box = {50, 200, 90, 210}, .confidence = confidence});
  document.flowcharts = {{.page = 1,
                          .span = {begin, document.text.size()},
                          .chart = {.nodes = {{"n1", "Ansökan"}, {"n2", "Beslut"}},
                                    .edges = {{"n1", "n2", true}},
                                    .mermaid = "flowchart TD"}}};
  return document;
}

std::vector<Finding> charts_in(const Document& document) {
  static const RuleBook book = RuleBook::built_in();
  return Flowcharts(book).extract(document);
}

}  // namespace

TEST_CASE("flowcharts: a chart is found with its boxes, its lines and the span of its words") {
  const Document document = document_with_chart(1);
  const std::vector<Finding> findings = charts_in(document);
  REQUIRE(findings.size() == 1);
  const auto& chart = std::get<FlowchartRecord>(findings[0].record).chart;
  CHECK(chart == document.flowcharts[0].chart);
  CHECK(document.text.slice(findings[0].span) == "Ansökan\nBeslut");
  CHECK(findings[0].rule == "flowcharts.chart");
  CHECK(findings[0].issues.empty());
}

TEST_CASE("flowcharts: badly read words lower the trust in the chart") {
  CHECK(charts_in(document_with_chart(0.4))[0].confidence <
        charts_in(document_with_chart(1))[0].confidence);
}

TEST_CASE(
    "flowcharts: a box that nothing names is an issue; a chart without words on the page is none") {
  Document document = document_with_chart(1);
  document.flowcharts[0].chart.nodes.push_back({"n3", ""});
  CHECK(charts_in(document)[0].issues == std::vector<std::string>{"unnamed_box"});
  document.flowcharts[0].span = {};
  CHECK(charts_in(document).empty());
}
