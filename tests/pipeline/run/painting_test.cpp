#include "pipeline/run/painting.h"

#include <catch2/catch.hpp>

#include <vector>

#include "pipeline/run/sha256.h"
#include "temporary_archive.h"
#include "tests/source_folder.h"

using namespace diarium;

namespace {

std::map<int, PageJpeg> painted(const PagesToPaint& pages) {
  std::map<int, PageJpeg> pictures;
  const int count =
      paint_pages(pages, {}, [&](int page, const PageJpeg& picture) { pictures[page] = picture; });
  CHECK(static_cast<std::size_t>(count) == pictures.size());
  return pictures;
}

}  // namespace

TEST_CASE("painting: each page that is asked for, upright, at 150 dots an inch") {
  const TemporaryFolder folder;
  const std::string bytes = pdf_of({memo_lines(1), memo_lines(2), memo_lines(3)});
  const auto pictures = painted({.file = folder.write("a.pdf", bytes),
                                 .sha256 = sha256_of(bytes),
                                 .rotation = {{1, 0}, {3, 90}}});
  REQUIRE(pictures.size() == 2);
  CHECK(pictures.at(1).width == Approx(595 * kPictureDpi / 72).margin(2));
  CHECK(pictures.at(1).height == Approx(842 * kPictureDpi / 72).margin(2));
  CHECK(pictures.at(3).width == pictures.at(1).height);
  CHECK(pictures.at(1).bytes.starts_with("\xFF\xD8\xFF"));
}

TEST_CASE("painting: a scan is made as small, and stays whole") {
  const auto pictures = painted(
      {.file = source_folder() / "corpus/archive/skannat/fax_motion.pdf", .rotation = {{1, 0}}});
  REQUIRE(pictures.size() == 1);
  CHECK(pictures.at(1).width == Approx(595 * kPictureDpi / 72).margin(20));
  CHECK(pictures.at(1).height == Approx(842 * kPictureDpi / 72).margin(20));
}

TEST_CASE("painting: nothing of a file that has changed, is gone, is damaged or has no pages") {
  const TemporaryFolder folder;
  const auto changed = folder.write("a.pdf", pdf_of({memo_lines(1)}));
  CHECK(painted({.file = changed, .sha256 = std::string(64, '0'), .rotation = {{1, 0}}}).empty());
  CHECK(painted({.file = folder.path() / "gone.pdf", .rotation = {{1, 0}}}).empty());
  CHECK(painted({.file = folder.write("b.pdf", "%PDF-1.4 and no more"), .rotation = {{1, 0}}})
            .empty());
  CHECK(painted({.file = folder.write("c.txt", "Bara text"), .rotation = {{1, 0}}}).empty());
  CHECK(painted({.file = changed, .rotation = {{7, 0}}}).empty());
}

TEST_CASE("painting: what a worker says is a picture only where it is one") {
  const std::string jpeg = "\xFF\xD8\xFFpixels\xFF\xD9";
  const auto picture = picture_of_payload(payload_of(PageJpeg{12, 34, jpeg}));
  REQUIRE(picture);
  CHECK(picture->width == 12);
  CHECK(picture->height == 34);
  CHECK(picture->bytes == jpeg);
  const std::vector<std::string> wrong{"", "12 34\n<script>", "0 34\n" + jpeg, "12 99999\n" + jpeg,
                                       "12\n" + jpeg};
  for (const std::string& payload : wrong) {
    CAPTURE(payload);
    CHECK_FALSE(picture_of_payload(payload));
  }
}
