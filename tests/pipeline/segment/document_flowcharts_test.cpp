#include "pipeline/segment/document_flowcharts.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

/// A document with a heading on page 1 and two boxes of a chart on page 2.
Document document_with_figures() {
  Document document;
  const auto add = [&](ParagraphKind kind, std::string_view text, int page, const Rect& box) {
    const Span span = document.text.append(text, {.page = page, .box = box});
    document.text.append_gap("\n");
    document.paragraphs.push_back({.kind = kind, .span = span, .page = page});
  };
  add(ParagraphKind::heading, "Handlingsplan", 1, {50, 100, 150, 112});
  add(ParagraphKind::figure, "Ansökan", 2, {55, 105, 95, 115});
  add(ParagraphKind::figure, "Beslut", 2, {55, 205, 95, 215});
  return document;
}

std::vector<Page> pages_with_chart() {
  std::vector<Page> pages(2);
  pages[0].number = 1;
  pages[1].number = 2;
  pages[1].flowcharts = {{.nodes = {{"n1", "Ansökan", {50, 100, 140, 140}, "rectangle"},
                                    {"n2", "Beslut", {50, 200, 140, 240}, "rectangle"}}}};
  return pages;
}

}  // namespace

TEST_CASE("document flowcharts: a chart has the span of the words in its boxes") {
  Document document = document_with_figures();
  add_flowcharts(pages_with_chart(), document);
  REQUIRE(document.flowcharts.size() == 1);
  CHECK(document.flowcharts[0].page == 2);
  CHECK(document.flowcharts[0].box == Rect{50, 100, 140, 240});
  CHECK(document.text.slice(document.flowcharts[0].span) == "Ansökan\nBeslut");
}

TEST_CASE("document flowcharts: the chart of a page that is another document's is not taken") {
  Document document = document_with_figures();
  document.paragraphs.resize(1);
  add_flowcharts(pages_with_chart(), document);
  CHECK(document.flowcharts.empty());
}
