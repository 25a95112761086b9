#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"

namespace diarium {

struct FlowNode {
  std::string id;  ///< "n1": unique in its chart, by reading order
  std::string text;
  Rect box;
  std::string shape;  ///< "rectangle", "rounded", "ellipse", "diamond"
  bool operator==(const FlowNode&) const = default;
};

struct FlowEdge {
  std::string from;
  std::string to;
  bool directed = false;
  std::string label;
  bool operator==(const FlowEdge&) const = default;
};

/// Boxes and the lines between them.
struct Flowchart {
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;
  std::string mermaid;
  bool operator==(const Flowchart&) const = default;
};

/// The chart in the language of Mermaid: "flowchart TD" and a line for each box and each line.
std::string mermaid_of(const Flowchart& chart);

}  // namespace diarium
