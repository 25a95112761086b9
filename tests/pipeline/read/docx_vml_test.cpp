#include "pipeline/read/docx_vml.h"

#include <catch2/catch.hpp>

#include <string>

using namespace diarium;

namespace {

std::vector<DocxFigureNode> figures_in(const std::string& content) {
  pugi::xml_document xml;
  REQUIRE(xml.load_string(("<w:pict>" + content + "</w:pict>").c_str()));
  std::vector<DocxFigureNode> figures;
  add_vml_figures(xml.document_element(), figures);
  return figures;
}

}  // namespace

TEST_CASE("vml: lengths have units, and a bare one is of pixels") {
  const auto figures = figures_in(
      R"(<v:rect style="position:absolute;margin-left:1in;margin-top:18pt;width:96;height:2.54cm"/>)");
  REQUIRE(figures.size() == 1);
  const Rect& box = figures[0].figure.box;
  CHECK(box.left == Approx(72));
  CHECK(box.top == Approx(18));
  CHECK(box.width() == Approx(72));
  CHECK(box.height() == Approx(72));
}

TEST_CASE("vml: a group has coordinates of its own") {
  const auto figures = figures_in(
      R"(<v:group style="margin-left:10pt;margin-top:0;width:200pt;height:100pt" coordorigin="1000,500" coordsize="4000,2000">)"
      R"(<v:shape type="#_x0000_t110" style="left:1000;top:500;width:2000;height:1000"/>)"
      R"(<v:line from="3000,1000" to="5000,1000"><v:stroke endarrow="block"/></v:line></v:group>)");
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].figure.shape == ShapeKind::diamond);
  CHECK(figures[0].figure.box == Rect{10, 0, 110, 50});
  CHECK(figures[1].figure.points == std::vector<Point>{{110, 25}, {210, 25}});
  CHECK(figures[1].figure.head_at_end);
}

TEST_CASE("vml: a text box without pen and fill is words that stand free") {
  const auto figures = figures_in(
      R"(<v:shape type="#_x0000_t202" stroked="f" filled="f" style="width:30pt;height:12pt"><v:textbox><w:txbxContent/></v:textbox></v:shape>)"
      R"(<v:roundrect style="width:30pt;height:12pt"/>)");
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].figure.kind == DocxFigure::Kind::words);
  CHECK(figures[0].text);
  CHECK(figures[1].figure.shape == ShapeKind::rounded);
}

TEST_CASE("vml: a flipped connector bends as it is adjusted") {
  const auto figures = figures_in(
      R"(<v:shape type="#_x0000_t34" adj="5400" style="width:100pt;height:40pt;flip:y"><v:stroke startarrow="open"/></v:shape>)");
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].figure.points == std::vector<Point>{{0, 40}, {25, 40}, {25, 0}, {100, 0}});
  CHECK(figures[0].figure.head_at_start);
}

TEST_CASE("vml: pictures are no figures, and lengths that are none are nothing") {
  CHECK(figures_in(R"(<v:shape style="width:9pt"><v:imagedata r:id="rId4"/></v:shape>)").empty());
  CHECK(figures_in(R"(<v:rect style="width:nan;height:1e999pt;left"/>)")[0].figure.box.width() ==
        0);
}
