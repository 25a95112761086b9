#include "pipeline/read/paint_state.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
namespace {

using test::sheet_of;
using test::texts_of;
using test::WrittenPage;

const std::string kText = "BT /F1 12 Tf 72 700 Td (Hemlig) Tj ET BT 72 500 Td (Synlig) Tj ET ";

// The words of a page on which a black box is drawn over the first of two, by these operators.
std::vector<std::string> words_under(const std::string& box, const std::string& resources = {},
                                     const std::vector<std::string>& objects = {}) {
  return texts_of(sheet_of(
      test::written_pdf({WrittenPage{.content = kText + box, .resources = resources}}, objects)));
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("paint state: an opaque box hides, one that lets letters shine through doesn't") {
  const std::string states = "/ExtGState << /Half << /ca 0.5 >> /Marker << /BM /Multiply >> >>";
  const std::string box = "60 690 200 30 re f";
  CHECK(words_under(box) == Words{"Synlig"});
  CHECK(words_under("/Half gs " + box, states) == Words{"Hemlig", "Synlig"});
  CHECK(words_under("/Marker gs " + box, states) == Words{"Hemlig", "Synlig"});
  CHECK(words_under("q /Half gs Q " + box, states) == Words{"Synlig"});
}

TEST_CASE("paint state: what a group around a box lets through is seen") {
  const std::string resources =
      "/ExtGState << /Marker << /BM /Multiply >> >> /XObject << /Fm 100 0 R >>";
  const std::vector<std::string> form = {test::stream_object(
      "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >>",
      "60 690 200 30 re f")};
  CHECK(words_under("/Fm Do", resources, form) == Words{"Synlig"});
  CHECK(words_under("/Marker gs /Fm Do", resources, form) == Words{"Hemlig", "Synlig"});
}

TEST_CASE("paint state: a box that is clipped to another form isn't trusted to hide") {
  CHECK(words_under("q 60 690 m 260 690 l 160 720 l h W n 0 0 595 842 re f Q") ==
        Words{"Hemlig", "Synlig"});
  CHECK(words_under("q 60 690 200 30 re W n 0 0 595 842 re f Q") == Words{"Synlig"});
}

}  // namespace diarium
