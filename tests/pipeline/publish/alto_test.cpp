#include "pipeline/publish/alto.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "tests/pipeline/publish/sample_contents.h"

using namespace diarium;

namespace {

struct Alto {
  pugi::xml_document file;
  [[nodiscard]] pugi::xml_node page() const {
    return file.child("alto").child("Layout").child("Page");
  }
  [[nodiscard]] pugi::xml_node word(const char* content) const {
    return file.select_node(("//String[@CONTENT='" + std::string(content) + "']").c_str()).node();
  }
};

Alto alto_of(const Page& page, std::span<const StoredRecord> records = {}) {
  std::ostringstream out;
  write_alto(page, records, {"in/memo.pdf", "0123456789abcdef.p1"}, out);
  Alto alto;
  REQUIRE(alto.file.load_string(out.str().c_str()));
  return alto;
}

}  // namespace

TEST_CASE("alto: every word stands on its line, in tenths of a millimetre") {
  const Alto alto = alto_of(scanned_memo().pages.front());
  CHECK(alto.page().attribute("WIDTH").as_int() == 2099);
  CHECK(alto.page().attribute("HEIGHT").as_int() == 2970);
  const pugi::xml_node word = alto.word("godkänna");
  REQUIRE(word);
  CHECK(word.attribute("HPOS").as_int() == 487);  // 138 points
  CHECK(word.attribute("VPOS").as_int() == 385);  // 109 points
  CHECK(word.attribute("WIDTH").as_int() == 212);
  CHECK(word.attribute("WC").as_double() == Approx(0.9));
  CHECK(std::string(word.parent().child("String").attribute("CONTENT").value()) == "Att");
  CHECK(std::string(word.previous_sibling().name()) == "SP");
}

TEST_CASE("alto: embedded words claim no confidence of recognition") {
  Page page = scanned_memo().pages.front();
  page.origin = Origin::embedded;
  const Alto alto = alto_of(page);
  CHECK_FALSE(alto.word("godkänna").attribute("WC"));
  CHECK_FALSE(alto.page().attribute("PC"));
}

TEST_CASE("alto: struck, bold and raised words refer to a style that says so") {
  Page page = scanned_memo().pages.front();
  page.words[3].style.struck = true;
  page.words[3].style.bold = true;
  page.words[5].style.superscript = true;
  const Alto alto = alto_of(page);
  const auto style_of = [&alto](const char* word) {
    const std::string id = alto.word(word).attribute("STYLEREFS").value();
    return std::string(alto.file.select_node(("//TextStyle[@ID='" + id + "']").c_str())
                           .node()
                           .attribute("FONTSTYLE")
                           .value());
  };
  CHECK(style_of("Att") == "bold strikethrough");
  CHECK(style_of("planen") == "superscript");
  CHECK(style_of("godkänna").empty());
}

TEST_CASE("alto: the halves of a divided word know the whole, suspended hyphens stay") {
  const Alto alto =
      alto_of(page_of_lines(1, {{"hälso-", "och", "kommun-"}, {"styrelsen", "Lars-"}, {"Åke"}}));
  CHECK(std::string(alto.word("kommun").attribute("SUBS_TYPE").value()) == "HypPart1");
  CHECK(std::string(alto.word("kommun").attribute("SUBS_CONTENT").value()) == "kommunstyrelsen");
  CHECK(std::string(alto.word("kommun").next_sibling().name()) == "HYP");
  CHECK(std::string(alto.word("styrelsen").attribute("SUBS_TYPE").value()) == "HypPart2");
  CHECK(alto.word("hälso-"));
  CHECK(alto.word("Lars-"));
}

TEST_CASE("alto: lines that a record stands on carry the tag of its kind") {
  const SourceContents contents = scanned_memo();
  const Alto alto = alto_of(contents.pages.front(), contents.records);
  const pugi::xml_node tag = alto.file.child("alto").child("Tags").child("StructureTag");
  CHECK(std::string(tag.attribute("TYPE").value()) == "beslutssats");
  CHECK(std::string(tag.attribute("LABEL").value()) == "0123456789abcdef.d1.beslutssats.1");
  CHECK(std::string(alto.word("godkänna").parent().attribute("TAGREFS").value()) ==
        tag.attribute("ID").value());
  CHECK_FALSE(alto.word("Förslag").parent().attribute("TAGREFS"));
}

TEST_CASE("alto: running heads and footers stand in the margins, in the order of the format") {
  Page page = page_of_lines(1, {{"Almvik"}, {"Text"}, {"Sida", "1"}});
  page.blocks = {{.kind = BlockKind::footer, .lines = {2, 3}, .box = page.lines[2].box},
                 {.kind = BlockKind::running_head, .lines = {0, 1}, .box = page.lines[0].box},
                 {.lines = {1, 2}, .box = page.lines[1].box}};
  const Alto alto = alto_of(page);
  std::string areas;
  for (const pugi::xml_node& area : alto.page()) areas += std::string(area.name()) + " ";
  CHECK(areas == "TopMargin BottomMargin PrintSpace ");
  CHECK(alto.page().child("TopMargin").select_node(".//String[@CONTENT='Almvik']"));
  CHECK(alto.page().child("PrintSpace").select_node(".//String[@CONTENT='Text']"));
}

TEST_CASE("alto: has the elements that the format demands, in its order, ids once each") {
  const SourceContents contents = scanned_memo();
  const Alto alto = alto_of(contents.pages.front(), contents.records);
  std::string parts;
  for (const pugi::xml_node& part : alto.file.child("alto"))
    parts += std::string(part.name()) + " ";
  CHECK(parts == "Description Styles Tags Layout ");
  std::set<std::string> ids;
  for (const pugi::xpath_node& node : alto.file.select_nodes("//*[@ID]")) {
    CHECK(ids.insert(node.node().attribute("ID").value()).second);
  }
  for (const pugi::xpath_node& node : alto.file.select_nodes("//*[@STYLEREFS]")) {
    CHECK(ids.contains(node.node().attribute("STYLEREFS").value()));
  }
}

TEST_CASE("alto: a blank page is a page with an empty print space") {
  const Alto alto = alto_of(Page{.number = 3, .width = 595, .height = 842});
  CHECK(alto.page().attribute("PHYSICAL_IMG_NR").as_int() == 3);
  CHECK(alto.page().child("PrintSpace"));
  CHECK_FALSE(alto.page().child("PrintSpace").child("TextBlock"));
}
