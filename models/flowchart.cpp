#include "models/flowchart.h"

#include <cmath>

namespace diarium {
namespace {

/// Mermaid ends a text at a quotation mark and a line at its end.
std::string quoted(std::string_view text) {
  std::string result(1, '"');
  for (const char c : text) {
    if (c == '"') {
      result += "#quot;";
    } else if (c == '\n' || c == '\r') {
      result += ' ';
    } else {
      result += c;
    }
  }
  result += '"';
  return result;
}

std::string node_line(const FlowNode& node) {
  const std::string text = quoted(node.text.empty() ? " " : node.text);
  if (node.shape == "rounded") return node.id + "(" + text + ")";
  if (node.shape == "ellipse") return node.id + "([" + text + "])";
  if (node.shape == "diamond") return node.id + "{" + text + "}";
  return node.id + "[" + text + "]";
}

std::string edge_line(const FlowEdge& edge) {
  std::string line = edge.from + (edge.directed ? " -->" : " ---");
  if (!edge.label.empty()) line.append("|").append(quoted(edge.label)).append("|");
  return line + " " + edge.to;
}

const FlowNode* node_of(const Flowchart& chart, std::string_view id) {
  for (const FlowNode& node : chart.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

/// Whether most of the way from box to box leads sideways.
bool runs_sideways(const Flowchart& chart) {
  double across = 0;
  double down = 0;
  for (const FlowEdge& edge : chart.edges) {
    const FlowNode* const from = node_of(chart, edge.from);
    const FlowNode* const to = node_of(chart, edge.to);
    if (from == nullptr || to == nullptr) continue;
    across += std::abs(to->box.centre().x - from->box.centre().x);
    down += std::abs(to->box.centre().y - from->box.centre().y);
  }
  return across > down;
}

}  // namespace

std::string mermaid_of(const Flowchart& chart) {
  std::string text = runs_sideways(chart) ? "flowchart LR" : "flowchart TD";
  for (const FlowNode& node : chart.nodes) text.append("\n  ").append(node_line(node));
  for (const FlowEdge& edge : chart.edges) text.append("\n  ").append(edge_line(edge));
  return text;
}

}  // namespace diarium
