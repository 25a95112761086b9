#include "models/flowchart.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("flowchart: Mermaid text with a form for each shape and arrows with their labels") {
  const Flowchart chart{
      .nodes = {{"n1", "Ansökan", {0, 0, 90, 40}, "rounded"},
                {"n2", "Komplett?", {0, 80, 90, 120}, "diamond"},
                {"n3", "Beslut", {0, 160, 90, 200}, "rectangle"},
                {"n4", "Slut", {0, 240, 90, 280}, "ellipse"}},
      .edges = {{"n1", "n2", true, ""}, {"n2", "n3", true, "ja"}, {"n3", "n4", false, ""}}};
  CHECK(mermaid_of(chart) ==
        "flowchart TD\n"
        "  n1(\"Ansökan\")\n"
        "  n2{\"Komplett?\"}\n"
        "  n3[\"Beslut\"]\n"
        "  n4([\"Slut\"])\n"
        "  n1 --> n2\n"
        "  n2 -->|\"ja\"| n3\n"
        "  n3 --- n4");
}

TEST_CASE(
    "flowchart: a chart that runs sideways says so; quotation marks and line ends don't break it") {
  const Flowchart chart{
      .nodes = {{"n1", "\"En väg\nin\"", {0, 0, 90, 40}, ""}, {"n2", "", {200, 0, 290, 40}, ""}},
      .edges = {{"n1", "n2", true, ""}, {"n2", "n9", true, ""}}};
  CHECK(mermaid_of(chart) ==
        "flowchart LR\n"
        "  n1[\"#quot;En väg in#quot;\"]\n"
        "  n2[\" \"]\n"
        "  n1 --> n2\n"
        "  n2 --> n9");
}

}  // namespace diarium
