#include "pipeline/read/pdf_outline.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/pipeline/read/written_pdf.h"

using namespace diarium;
using namespace diarium::test;

namespace {

std::vector<std::vector<Bookmark>> bookmarks_in(const std::string& file) {
  const ScratchFile scratch("outline", file);
  const auto reader = open_file(scratch.path(), OcrChoice::never, {});
  REQUIRE(reader);
  std::vector<std::vector<Bookmark>> pages;
  for (int number = 1; number <= (*reader)->page_count(); ++number) {
    const Result<Sheet> sheet = (*reader)->read(number);
    REQUIRE(sheet);
    CHECK(sheet->issues.empty());
    pages.push_back(sheet->bookmarks);
  }
  return pages;
}

const std::string kText = "BT /F1 12 Tf 72 700 Td (Beslut) Tj ET";

/// Pages of a line each under the outline whose first entry is object 101.
std::string with_outline(const std::vector<WrittenPage>& pages, std::vector<std::string> entries,
                         std::string_view catalogue = {}) {
  entries.insert(entries.begin(), "<< /Type /Outlines /First 101 0 R /Last 101 0 R >>");
  return written_pdf(pages, entries, fmt::format("/Outlines 100 0 R {}", catalogue));
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

std::string drawn_by_cairo() {
  std::string bytes;
  cairo_surface_t* const surface = cairo_pdf_surface_create_for_stream(append, &bytes, 595, 842);
  cairo_t* const pen = cairo_create(surface);
  for (const char* const text : {"Kallelse", "Motion om träd"}) {
    cairo_move_to(pen, 72, 150);
    cairo_show_text(pen, text);
    cairo_show_page(pen);
  }
  const int summons =
      cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, "Kallelse",
                                    "page=1 pos=[72 130]", CAIRO_PDF_OUTLINE_FLAG_OPEN);
  cairo_pdf_surface_add_outline(surface, summons, "Motion om träd", "page=2 pos=[72 130]",
                                CAIRO_PDF_OUTLINE_FLAG_OPEN);
  cairo_destroy(pen);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  return bytes;
}

}  // namespace

TEST_CASE("pdf outline: entries of a bundle stand on the pages that they lead to") {
  const auto pages = bookmarks_in(drawn_by_cairo());
  REQUIRE(pages.size() == 2);
  CHECK(pages[0] == std::vector<Bookmark>{{.title = "Kallelse", .level = 0, .y = 130}});
  CHECK(pages[1] == std::vector<Bookmark>{{.title = "Motion om träd", .level = 1, .y = 130}});
}

TEST_CASE("pdf outline: letters beyond ASCII, and destinations by name and without a height") {
  const auto pages = bookmarks_in(with_outline(
      {{.content = kText}, {.content = kText}},
      {"<< /Title <FEFF004D00E5006C00620069006C0064> /Parent 100 0 R /Next 102 0 R /Dest [11 0 R "
       "/Fit] >>",
       "<< /Title (Beslut) /Parent 100 0 R /A << /S /GoTo /D (plats) >> >>",
       "<< /plats [11 0 R /XYZ 72 712 null] >>"},
      "/Dests 103 0 R"));
  CHECK(pages[0].empty());
  CHECK(pages[1] ==
        std::vector<Bookmark>{{.title = "Målbild", .y = 0}, {.title = "Beslut", .y = 130}});
}

TEST_CASE("pdf outline: heights are those of the page as it stands upright") {
  const auto turned = bookmarks_in(
      with_outline({{.content = "BT /F1 12 Tf -1 0 0 -1 300 700 Tm (Beslut) Tj ET",
                     .attributes = "/Rotate 180"}},
                   {"<< /Title (Beslut) /Parent 100 0 R /Dest [10 0 R /FitH 712] >>"}));
  CHECK(turned[0] == std::vector<Bookmark>{{.title = "Beslut", .y = 712}});
  const auto cropped = bookmarks_in(
      with_outline({{.content = kText, .attributes = "/CropBox [0 0 595 742]"}},
                   {"<< /Title (Beslut) /Parent 100 0 R /Dest [10 0 R /FitH 712] >>"}));
  CHECK(cropped[0] == std::vector<Bookmark>{{.title = "Beslut", .y = 30}});
}

TEST_CASE("pdf outline: what leads nowhere, has no name or lies too deep is left out") {
  const std::string deep =
      "<< /Title (Djup {}) /Parent 100 0 R /Dest [10 0 R /Fit] /First {} 0 R /Count 1 >>";
  std::vector<std::string> entries;
  for (int i = 1; i <= 6; ++i) entries.push_back(fmt::format(fmt::runtime(deep), i, 101 + i));
  const auto nested = bookmarks_in(with_outline({{.content = kText}}, entries));
  CHECK(nested[0].size() == kDeepestBookmark + 1);
  const auto odd = bookmarks_in(with_outline(
      {{.content = kText}},
      {"<< /Title ( ) /Parent 100 0 R /Next 102 0 R /Dest [10 0 R /Fit] >>",
       "<< /Title (Utan plats) /Parent 100 0 R /Next 103 0 R >>",
       "<< /Title (Annan sida) /Parent 100 0 R /Next 104 0 R /Dest [77 /Fit] >>",
       "<< /Title (" + std::string(400, 'x') + ") /Parent 100 0 R /Dest [10 0 R /Fit] >>"}));
  CHECK(odd[0].empty());
}

TEST_CASE("pdf outline: an outline that leads round and round, and one of thousands, end") {
  const auto round = bookmarks_in(with_outline(
      {{.content = kText}},
      {"<< /Title (Ett) /Parent 100 0 R /Next 102 0 R /First 102 0 R /Dest [10 0 R /Fit] >>",
       "<< /Title (Tva) /Parent 101 0 R /Next 101 0 R /First 101 0 R /Dest [10 0 R /Fit] >>"}));
  CHECK(round[0].size() <= kMostBookmarksOnPage);
  std::vector<std::string> many;
  for (int i = 0; i < 20'000; ++i) {
    many.push_back(
        fmt::format("<< /Title ({}) /Parent 100 0 R /Next {} 0 R /First 101 0 R /Dest "
                    "[10 0 R /Fit] >>",
                    i, 102 + i));
  }
  CHECK(bookmarks_in(with_outline({{.content = kText}}, many))[0].size() == kMostBookmarksOnPage);
}
