#include "pipeline/read/docx_bookmarks.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/read/written_docx.h"
#include "tests/pipeline/read/written_pdf.h"

using namespace diarium;
using namespace diarium::test;

namespace {

std::vector<Bookmark> bookmarks_in(std::string_view body) {
  return sheet_of(written_docx(body)).bookmarks;
}

}  // namespace

TEST_CASE("docx bookmarks: a heading by its outline level has its own text for a name") {
  const auto bookmarks = bookmarks_in(
      "<w:p><w:r><w:t>Ingress.</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Våra</w:t></w:r><w:del><w:r>"
      "<w:delText> gamla</w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\"> "
      "mål</w:t></w:r></w:p>");
  REQUIRE(bookmarks.size() == 1);
  CHECK(bookmarks[0].title == "Våra mål");
  CHECK(bookmarks[0].level == 1);
  CHECK(bookmarks[0].y > 72);
}

TEST_CASE("docx bookmarks: a name that somebody gave stands in no outline") {
  const auto bookmarks = bookmarks_in(
      "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"Förslag_till_beslut\"/><w:r><w:t>Förslag till "
      "beslut</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p>");
  REQUIRE(bookmarks.size() == 1);
  CHECK(bookmarks[0].title == "Förslag till beslut");
  CHECK(bookmarks[0].level == -1);
}

TEST_CASE("docx bookmarks: the word processor's own names name nothing") {
  CHECK(bookmarks_in("<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkStart "
                     "w:id=\"1\" w:name=\"_Toc123\"/><w:r><w:t>Text</w:t></w:r></w:p>")
            .empty());
}

TEST_CASE("docx bookmarks: no more than some on a page, and none of endless names") {
  std::string body = "<w:p>";
  for (int i = 0; i < 200; ++i) body += "<w:bookmarkStart w:name=\"n" + std::to_string(i) + "\"/>";
  body += "<w:r><w:t>Text</w:t></w:r></w:p>";
  CHECK(bookmarks_in(body).size() == kMostBookmarksOnPage);
  CHECK(bookmarks_in("<w:p><w:bookmarkStart w:name=\"" + std::string(400, 'x') +
                     "\"/><w:r><w:t>Text</w:t></w:r></w:p>")
            .empty());
}
