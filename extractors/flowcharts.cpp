#include "extractors/flowcharts.h"

#include <algorithm>

#include "extractors/finding_confidence.h"

namespace diarium {

std::vector<Finding> Flowcharts::extract(const Document& document) const {
  const Rule& rule = rules_.rule("flowcharts.chart");
  std::vector<Finding> findings;
  for (const DocumentFlowchart& chart : document.flowcharts) {
    if (chart.span.empty()) continue;
    const std::vector<FlowNode>& nodes = chart.chart.nodes;
    Finding finding{.record = FlowchartRecord{chart.chart},
                    .span = chart.span,
                    .rule = rule.name(),
                    .confidence = finding_confidence(rule.confidence(), document.text, chart.span)};
    if (std::any_of(nodes.begin(), nodes.end(),
                    [](const FlowNode& node) { return node.text.empty(); })) {
      finding.issues.emplace_back("unnamed_box");
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace diarium
