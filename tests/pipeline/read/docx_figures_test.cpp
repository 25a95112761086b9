#include "pipeline/read/docx_figures.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/pipeline/read/drawn_docx.h"

namespace diarium {
namespace {

using test::arrow;
using test::canvas;
using test::floating;
using test::shape;
using Kind = DocxFigure::Kind;

constexpr std::string_view kBare = "<a:noFill/><a:ln><a:noFill/></a:ln>";

struct Paragraph {
  explicit Paragraph(const std::string& content) {
    REQUIRE(xml.load_string(("<w:p>" + content + "</w:p>").c_str()));
    const pugi::xml_node paragraph = xml.document_element();
    figures = figures_of({&paragraph, 1});
  }
  pugi::xml_document xml;
  std::vector<DocxFigureNode> figures;
};

void check_box(const Rect& box, const Rect& wanted) {
  CHECK(box.left == Approx(wanted.left).margin(0.01));
  CHECK(box.top == Approx(wanted.top).margin(0.01));
  CHECK(box.right == Approx(wanted.right).margin(0.01));
  CHECK(box.bottom == Approx(wanted.bottom).margin(0.01));
}

}  // namespace

TEST_CASE("docx figures: boxes and arrows of a canvas, from the corner of all of them") {
  const Paragraph drawn(canvas(shape("flowChartDecision", 30, 50, 100, 60, "Behov?", 1) +
                               arrow(80, 110, 0, 40) + shape("rect", 40, 150, 80, 30, "Avslag")));
  REQUIRE(drawn.figures.size() == 3);
  CHECK(drawn.figures[0].figure.shape == ShapeKind::diamond);
  check_box(drawn.figures[0].figure.box, {0, 0, 100, 60});
  CHECK(drawn.figures[0].text);
  CHECK(drawn.figures[1].figure.kind == Kind::line);
  CHECK(drawn.figures[1].figure.head_at_end);
  CHECK_FALSE(drawn.figures[1].figure.head_at_start);
  CHECK(drawn.figures[1].figure.points.back().y == Approx(100));
  check_box(drawn.figures[2].figure.box, {10, 100, 90, 130});
}

TEST_CASE("docx figures: shapes that float alone stand where their anchors say") {
  const Paragraph drawn(floating(100, 20, shape("rect", 0, 0, 80, 30, "A")) +
                        floating(100, 90, shape("rect", 0, 0, 80, 30, "B")));
  REQUIRE(drawn.figures.size() == 2);
  check_box(drawn.figures[0].figure.box, {0, 0, 80, 30});
  check_box(drawn.figures[1].figure.box, {0, 70, 80, 100});
}

TEST_CASE(
    "docx figures: shapes that hang on paragraphs without text but stand on the page are one") {
  const auto on_page = [](double y) {
    std::string run = floating(100, y, shape("rect", 0, 0, 80, 30, "A"));
    for (std::size_t at; (at = run.find("\"paragraph\"")) != std::string::npos;)
      run.replace(at, 11, "\"page\"");
    return "<w:p>" + run + "</w:p>";
  };
  pugi::xml_document xml;
  REQUIRE(xml.load_string(("<w:body>" + on_page(100) + "<w:p/>" + on_page(170) +
                           "<w:p><w:r><w:t>Text</w:t></w:r></w:p>" + on_page(300) + "</w:body>")
                              .c_str()));
  const std::vector<pugi::xml_node> together = drawn_together(xml.document_element().first_child());
  CHECK(together.size() == 3);
  const std::vector<DocxFigureNode> figures = figures_of(together);
  REQUIRE(figures.size() == 2);
  check_box(figures[1].figure.box, {0, 70, 80, 100});
}

TEST_CASE("docx figures: shapes that stand from their own paragraphs on are those of each alone") {
  pugi::xml_document xml;
  const std::string one = "<w:p>" + floating(100, 20, shape("rect", 0, 0, 80, 30, "A")) + "</w:p>";
  REQUIRE(xml.load_string(("<w:body>" + one + one + "</w:body>").c_str()));
  CHECK(drawn_together(xml.document_element().first_child()).size() == 1);
}

TEST_CASE("docx figures: a group stretches what is in it to its own size") {
  const std::string group =
      R"(<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2540000" cy="1270000"/><a:chOff x="127000" y="127000"/><a:chExt cx="5080000" cy="2540000"/></a:xfrm></wpg:grpSpPr>)" +
      shape("rect", 10, 10, 100, 60, "A") + shape("rect", 210, 110, 100, 60, "B") + "</wpg:wgp>";
  const Paragraph drawn(floating(0, 0, group));
  REQUIRE(drawn.figures.size() == 2);
  check_box(drawn.figures[0].figure.box, {0, 0, 50, 30});
  check_box(drawn.figures[1].figure.box, {100, 50, 150, 80});
}

TEST_CASE("docx figures: of two branches for old and new programs one is read") {
  const Paragraph drawn("<w:r><mc:AlternateContent><mc:Choice>" +
                        canvas(shape("rect", 0, 0, 80, 30, "A")) + "</mc:Choice><mc:Fallback>" +
                        canvas(shape("rect", 0, 0, 80, 30, "A")) +
                        "</mc:Fallback></mc:AlternateContent></w:r>");
  CHECK(drawn.figures.size() == 1);
}

TEST_CASE("docx figures: a text box without border and fill is words that stand free") {
  const Paragraph drawn(canvas(shape("rect", 0, 0, 80, 30, "Ja", 1, kBare) +
                               shape("rect", 0, 50, 80, 30, "Beslut", 2)));
  REQUIRE(drawn.figures.size() == 2);
  CHECK(drawn.figures[0].figure.kind == Kind::words);
  CHECK(drawn.figures[1].figure.kind == Kind::box);
}

TEST_CASE("docx figures: a line that is glued leads to its box although that was moved") {
  const Paragraph drawn(canvas(shape("rect", 0, 0, 80, 30, "A", 7) + arrow(40, 30, 0, 20, 7, 8) +
                               shape("rect", 0, 90, 80, 30, "B", 8)));
  const std::vector<Point>& points = drawn.figures.at(1).figure.points;
  REQUIRE(points.size() == 3);
  CHECK(points.back().x == Approx(40));
  CHECK(points.back().y == Approx(90));
}

TEST_CASE("docx figures: a name that two boxes have glues nothing") {
  const Paragraph drawn(canvas(shape("rect", 0, 0, 80, 30, "A", 7) + arrow(40, 30, 0, 60, 7, 7) +
                               shape("rect", 0, 90, 80, 30, "B", 7)));
  CHECK(drawn.figures.at(1).figure.points.size() == 2);
}

TEST_CASE("docx figures: a block arrow is a line with a head") {
  const Paragraph drawn(canvas(shape("downArrow", 30, 40, 20, 50)));
  const DocxFigure& figure = drawn.figures.at(0).figure;
  CHECK(figure.kind == Kind::line);
  CHECK(figure.head_at_end);
  CHECK(figure.points.front().x == Approx(figure.points.back().x));
}

TEST_CASE("docx figures: three boxes and two lines may be a chart, text boxes are none") {
  const std::string boxes = shape("rect", 0, 0, 80, 30, "A") + shape("rect", 0, 60, 80, 30, "B") +
                            shape("rect", 0, 120, 80, 30, "C");
  CHECK_FALSE(may_be_chart(Paragraph(canvas(boxes)).figures));
  CHECK(
      may_be_chart(Paragraph(canvas(boxes + arrow(40, 30, 0, 30) + arrow(40, 90, 0, 30))).figures));
}

TEST_CASE("docx figures: a drawing that reaches off every sheet of paper is none") {
  CHECK(Paragraph(floating(1e5, 20, shape("rect", 0, 0, 80, 30, "A")) +
                  floating(0, 20, shape("rect", 0, 0, 80, 30, "B")))
            .figures.empty());
  std::string nowhere = floating(7, 20, shape("rect", 0, 0, 80, 30, "A"));
  nowhere.replace(nowhere.find(">88900<"), 7, ">nan<");
  CHECK(Paragraph(nowhere).figures.empty());
}

TEST_CASE("docx figures: a drawing of more figures than any chart has is none") {
  std::string many;
  for (int i = 0; i < 700; ++i) many += shape("rect", i, i, 10, 10);
  CHECK(Paragraph(canvas(many)).figures.empty());
}

}  // namespace diarium
