#include <catch2/catch.hpp>
#include <random>

#include "models/json.h"

namespace diarium {
namespace {

Page sample_page() {
  Page page;
  page.number = 7;
  page.width = 595.25;
  page.height = 842;
  page.rotation = 90;
  page.skew = -0.125;
  page.origin = Origin::ocr;
  page.words = {{.text = "Årets", .box = {72, 100.5, 100, 112}, .baseline = 110, .size = 11.5},
                {.text = "1",
                 .box = {100, 100, 104, 106},
                 .style = {.struck = true, .superscript = true},
                 .confidence = 0.875,
                 .joined = true,
                 .raw = "l"}};
  page.lines = {
      {.words = {0, 2}, .box = {72, 100, 104, 112}, .baseline = 110, .size = 11.5, .bold = true}};
  page.tables = {{.box = {72, 100, 104, 112},
                  .rows = 1,
                  .columns = 2,
                  .ruled = true,
                  .cells = {{.text = "Årets", .words = {0, 1}}, {.column = 1}}}};
  page.blocks = {
      {.kind = BlockKind::table, .lines = {0, 1}, .marker = "a)", .indent = 14.25, .table = 0}};
  page.rulings = {{.box = {72, 120, 300, 120.5}}};
  page.areas = {{.box = {1, 2, 3, 4}, .filled = true, .darkness = 0.5}};
  page.pictures = {{.box = {10, 10, 60, 60}}};
  page.flowcharts = {
      {.nodes = {{.id = "n1", .text = "Årets 1", .box = {70, 98, 106, 114}, .shape = "rounded"},
                 {.id = "n2", .text = "Nästa"}},
       .edges = {{.from = "n1", .to = "n2", .directed = true, .label = "ja"}},
       .mermaid = "flowchart TD"}};
  page.bookmarks = {{.title = "Målbild", .level = 1, .y = 72.5}, {.title = "Beslut", .level = -1}};
  page.changes = {{.inserted = true,
                   .author = "Åsa Ek",
                   .made_on = "2024-05-14",
                   .box = {72, 100.5, 104, 112}}};
  page.issues = {"text_layer_rejected"};
  return page;
}

}  // namespace

TEST_CASE("page bytes: a page comes back with all that it held") {
  const Page page = sample_page();
  const Result<Page> read = decode_page(encode(page));
  REQUIRE(read.has_value());
  CHECK(read->number == 7);
  CHECK(read->width == page.width);
  CHECK(read->rotation == 90);
  CHECK(read->skew == page.skew);
  CHECK(read->origin == Origin::ocr);
  CHECK(read->words == page.words);
  CHECK(read->lines == page.lines);
  CHECK(read->blocks == page.blocks);
  CHECK(read->tables == page.tables);
  CHECK(read->rulings == page.rulings);
  CHECK(read->areas == page.areas);
  CHECK(read->pictures == page.pictures);
  CHECK(read->flowcharts == page.flowcharts);
  CHECK(read->bookmarks == page.bookmarks);
  CHECK(read->changes == page.changes);
  CHECK(read->issues == page.issues);
  CHECK(encode(*read) == encode(page));
}

TEST_CASE("page bytes: a length between two steps is rounded once and then stays") {
  Page page = sample_page();
  page.words[0].box.left = 72.123456;
  page.words[0].confidence = 1.0 / 3;
  const std::string bytes = encode(page);
  const Result<Page> read = decode_page(bytes);
  REQUIRE(read.has_value());
  CHECK(read->words[0].box.left == Approx(72.123456).margin(1.0 / 128));
  CHECK(encode(*read) == bytes);
}

TEST_CASE("page bytes: a page that points outside itself is refused") {
  std::vector<Page> pages(8, sample_page());
  pages[0].lines[0].words.end = 3;
  pages[1].blocks[0].lines.end = 2;
  pages[2].blocks[0].table = 1;
  pages[3].tables[0].cells[0].words = {2};
  pages[4].tables[0].cells[1].column = 2;
  pages[5].number = 0;
  pages[6].words[0].text = "\xE5rets";
  pages[7].lines.push_back(pages[7].lines[0]);
  for (const Page& page : pages) {
    const Result<Page> read = decode_page(encode(page));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::damaged);
  }
}

TEST_CASE("page bytes: cut, changed and nested bytes never bring the reader down") {
  const std::string bytes = encode(sample_page());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_page(bytes.substr(0, size)).has_value());
  }
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string changed = bytes;
    for (int i = 0; i < 3; ++i) changed[random() % changed.size()] = static_cast<char>(random());
    const Result<Page> read = decode_page(changed);
    if (read) CHECK_FALSE(encode(*read).empty());
  }
  CHECK_FALSE(decode_page(std::string(1'000'000, '\x81')).has_value());
  CHECK_FALSE(decode_page(std::string(1'000'000, '\x7F')).has_value());  // texts within texts
}

}  // namespace diarium
