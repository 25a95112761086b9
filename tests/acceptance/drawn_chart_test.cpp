// A flowchart that is drawn in a Word file, from its XML to its boxes and edges.
#include <catch2/catch.hpp>

#include <string>

#include "pipeline/layout/lay_out.h"
#include "pipeline/read/docx.h"
#include "tests/pipeline/read/drawn_docx.h"
#include "tests/pipeline/read/written_docx.h"

using namespace diarium;
using test::arrow;
using test::canvas;
using test::floating;
using test::shape;

namespace {

constexpr std::string_view kBare = "<a:noFill/><a:ln><a:noFill/></a:ln>";

const std::string kWanted =
    "flowchart TD\n"
    "  n1(\"Ansökan kommer in\")\n"
    "  n2{\"Behov finns?\"}\n"
    "  n3[\"Avslag\"]\n"
    "  n4[\"Beslut om stöd\"]\n"
    "  n1 --> n2\n"
    "  n2 -->|\"Nej\"| n3\n"
    "  n2 -->|\"Ja\"| n4";

std::string paragraph(const std::string& content) {
  return "<w:p>" + content + "</w:p>";
}

Page page_of(const std::string& body) {
  const auto reader = open_docx(test::written_docx(body), OcrChoice::never, {});
  REQUIRE(reader);
  return lay_out(*(*reader)->read(1));
}

std::string vml(std::string_view element, std::string_view attributes, std::string_view place,
                std::string_view text) {
  return "<v:" + std::string(element) + " " + std::string(attributes) + " style=\"" +
         std::string(place) + "\"><v:textbox><w:txbxContent><w:p><w:r><w:t>" + std::string(text) +
         "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:" + std::string(element) + ">";
}

std::string vml_arrow(std::string_view from, std::string_view to) {
  return "<v:line from=\"" + std::string(from) + "\" to=\"" + std::string(to) +
         "\"><v:stroke endarrow=\"block\"/></v:line>";
}

}  // namespace

TEST_CASE("drawn chart: shapes and glued arrows on a canvas") {
  const Page page =
      page_of(paragraph("<w:r><w:t>Så går det till</w:t></w:r>") +
              paragraph(canvas(
                  shape("flowChartTerminator", 50, 0, 120, 36, "Ansökan kommer in", 1) +
                  shape("flowChartDecision", 40, 80, 140, 80, "Behov finns?", 2) +
                  shape("rect", 240, 102, 90, 36, "Avslag", 3) +
                  shape("rect", 60, 210, 100, 36, "Beslut om stöd", 4) +
                  arrow(110, 36, 0, 44, 1, 2) + arrow(180, 120, 60, 0, 2, 3) +
                  arrow(110, 160, 0, 50, 2, 4) + shape("rect", 190, 100, 40, 16, "Nej", 5, kBare) +
                  shape("rect", 113, 172, 40, 16, "Ja", 6, kBare))));
  REQUIRE(page.flowcharts.size() == 1);
  CHECK(page.flowcharts[0].mermaid == kWanted);
}

TEST_CASE("drawn chart: shapes that float alone") {
  const auto at = [](double x, double y, std::string_view form, double width, double height,
                     std::string_view text, std::string_view look) {
    return floating(x, y, shape(form, 0, 0, width, height, text, 0, look));
  };
  constexpr std::string_view kPen = "<a:ln><a:solidFill/></a:ln>";
  const Page page = page_of(paragraph(
      at(50, 0, "flowChartTerminator", 120, 36, "Ansökan kommer in", kPen) +
      at(40, 80, "flowChartDecision", 140, 80, "Behov finns?", kPen) +
      at(240, 102, "rect", 90, 36, "Avslag", kPen) +
      at(60, 210, "rect", 100, 36, "Beslut om stöd", kPen) + floating(110, 36, arrow(0, 0, 0, 44)) +
      floating(180, 120, arrow(0, 0, 60, 0)) + floating(110, 160, arrow(0, 0, 0, 50)) +
      at(190, 100, "rect", 40, 16, "Nej", kBare) + at(113, 172, "rect", 40, 16, "Ja", kBare)));
  REQUIRE(page.flowcharts.size() == 1);
  CHECK(page.flowcharts[0].mermaid == kWanted);
}

TEST_CASE("drawn chart: a group of the older VML") {
  const Page page = page_of(paragraph(
      "<w:r><w:pict><v:group style=\"width:400pt;height:300pt\" coordsize=\"400,300\">" +
      vml("roundrect", "", "left:50;top:0;width:120;height:36", "Ansökan kommer in") +
      vml("shape", "type=\"#_x0000_t110\"", "left:40;top:80;width:140;height:80", "Behov finns?") +
      vml("rect", "", "left:240;top:102;width:90;height:36", "Avslag") +
      vml("rect", "", "left:60;top:210;width:100;height:36", "Beslut om stöd") +
      vml_arrow("110,36", "110,80") + vml_arrow("180,120", "240,120") +
      vml_arrow("110,160", "110,210") +
      vml("shape", "stroked=\"f\" filled=\"f\"", "left:190;top:100;width:40;height:16", "Nej") +
      vml("shape", "stroked=\"f\" filled=\"f\"", "left:113;top:172;width:40;height:16", "Ja") +
      "</v:group></w:pict></w:r>"));
  REQUIRE(page.flowcharts.size() == 1);
  CHECK(page.flowcharts[0].mermaid == kWanted);
}
