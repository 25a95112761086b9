#include "pipeline/segment/furniture.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("furniture: page labels in all their spellings") {
  const std::vector<std::pair<std::string, PageLabel>> labels{
      {"Sida 3(41)", {3, 41}},   {"3 (12)", {3, 12}},   {"PROTOKOLL 2 (21)", {2, 21}},
      {"Sida 3 av 12", {3, 12}}, {"Sida l(6)", {1, 6}}, {"Sida 1[6]", {1, 6}},
      {"Sida 7", {7, 0}},        {"- 4 -", {4, 0}},     {"12", {12, 0}},
  };
  for (const auto& [line, label] : labels) {
    INFO(line);
    CHECK(page_label_of(line, shipped_rules()) == label);
  }
}

TEST_CASE("furniture: what looks like a page label and is none") {
  for (const char* line :
       {"Sida 7(3)", "2024-03-01", "SFS 2001:453", "Bilaga 2", "(12)", "0 (3)"}) {
    INFO(line);
    CHECK_FALSE(page_label_of(line, shipped_rules()));
  }
}

TEST_CASE("furniture: spans are the lines of the page's text") {
  const auto pages = pages_of("^ Sida 1(2)\nText på sidan.\n_ Postadress Besöksadress Telefon");
  const auto found = find_furniture(pages, shipped_rules());
  const std::string text = text_of(pages[0]);
  REQUIRE(found[0].spans.size() == 2);
  CHECK(text.substr(found[0].spans[0].begin, found[0].spans[0].size()) == "Sida 1(2)");
  CHECK(text.substr(found[0].spans[1].begin, found[0].spans[1].size()) ==
        "Postadress Besöksadress Telefon");
  CHECK(found[0].label == PageLabel{1, 2});
}

TEST_CASE("furniture: under a letterhead a label is one, and what it repeats goes on") {
  const auto pages = pages_of(
      "Tjänsteutlåtande\nDnr KS 2024/12\nSida 1(2)\n# Taxa\nText.\n---\n"
      "Tjänsteutlåtande\nDnr KS 2024/12\nSida 2(2)\nDnr KS 2023/9\nMer text.");
  const auto found = find_furniture(pages, shipped_rules());
  CHECK(found[0].lines == std::vector<bool>{false, false, true, false, false});
  CHECK(found[1].lines == std::vector<bool>{true, true, true, false, false});
}

TEST_CASE("furniture: a line at the same place of three margins is a running head") {
  Page page = pages_of("Almviks kommun\nText på sidan.")[0];
  for (Line& line : page.lines) {
    line.box.top -= 60;
    line.box.bottom -= 60;
  }
  const auto three = find_furniture({page, page, page}, shipped_rules());
  CHECK(three[1].lines == std::vector<bool>{true, true});  // both stand in the head's zone
  const auto two = find_furniture({page, page}, shipped_rules());
  CHECK(two[1].lines == std::vector<bool>{false, false});
}

TEST_CASE("furniture: headings and cards stay, however often they stand at the same place") {
  const auto* const first =
      GENERATE("Datum", "Alternativt förslag till Kommunstyrelsens sammanträde 2024-11-25:");
  Page page = pages_of(std::string(first) + "\nSammanfattning")[0];
  for (Line& line : page.lines) {
    line.box.top -= 60;
    line.box.bottom -= 60;
  }
  for (const Furniture& found : find_furniture({page, page, page, page}, shipped_rules())) {
    CHECK(found.lines == std::vector<bool>{false, false});
  }
}

TEST_CASE("furniture: heads are told apart from the label") {
  const auto pages = pages_of("^ SAMMANTRÄDESPROTOKOLL\n^ Sida 1(9)\nText.");
  const auto found = find_furniture(pages, shipped_rules());
  CHECK(found[0].head == std::vector<std::string>{"SAMMANTRÄDESPROTOKOLL"});
}

TEST_CASE("furniture: an address at the foot that is set line by line") {
  Page page = pages_of(
      "Text på sidan.\nSocialnämnden\n  Postadress\n  123 45 Almvik\n  Telefon\n  0123-45 67 89\n  "
      "E-post")[0];
  for (std::size_t i = 1; i < page.lines.size(); ++i) page.lines[i].box.top += 650;
  page.blocks[1].box.top += 650;
  CHECK(find_furniture({page}, shipped_rules())[0].lines ==
        std::vector<bool>{false, true, true, true, true, true, true});
  page.blocks[1].box.top -= 650;
  CHECK(find_furniture({page}, shipped_rules())[0].spans.empty());
}

TEST_CASE("furniture: no pages, no furniture") {
  CHECK(find_furniture({}, shipped_rules()).empty());
}

TEST_CASE("furniture: a letterhead typed as a column amid a page, and over its end") {
  const auto pages = pages_of(
      "Text om saken.\n\nPostadress\n501 80 Almvik\nBesöksadress\nTorget 1\n---\n"
      "E-post\nTelefon\n033-35 70 00 vxl\n\nMer text som följer.");
  const auto furniture = find_furniture(pages, shipped_rules());
  REQUIRE(furniture.size() == 2);
  CHECK(furniture[0].lines == std::vector<bool>{false, true, true, true, true});
  CHECK(furniture[1].lines == std::vector<bool>{true, true, true, false});
}
