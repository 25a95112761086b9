#include "pipeline/segment/document_flowcharts.h"

#include <algorithm>

namespace diarium {
namespace {

Rect box_of(const Flowchart& chart) {
  Rect box;
  for (const FlowNode& node : chart.nodes) box = united(box, node.box);
  return box;
}

/// Whether the paragraph's words stand in the chart or right beside one of its boxes.
bool stands_in(const Document& document, const Paragraph& paragraph, const Rect& chart) {
  constexpr double kBeside = 36;  // points: a name below the lowest box
  const Rect around{chart.left - kBeside, chart.top - kBeside, chart.right + kBeside,
                    chart.bottom + kBeside};
  const Place place = document.text.place_of(paragraph.span);
  return place.page == paragraph.page && around.contains(place.box.centre());
}

}  // namespace

void add_flowcharts(const std::vector<Page>& pages, Document& document) {
  for (const Page& page : pages) {
    for (const Flowchart& chart : page.flowcharts) {
      DocumentFlowchart found{.page = page.number, .box = box_of(chart), .chart = chart};
      for (const Paragraph& paragraph : document.paragraphs) {
        if (paragraph.kind != ParagraphKind::figure || paragraph.page != page.number ||
            !stands_in(document, paragraph, found.box))
          continue;
        if (found.span.empty()) found.span = paragraph.span;
        found.span = {std::min(found.span.begin, paragraph.span.begin),
                      std::max(found.span.end, paragraph.span.end)};
      }
      if (!found.span.empty()) document.flowcharts.push_back(std::move(found));
    }
  }
}

}  // namespace diarium
