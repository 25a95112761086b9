#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("readings: pages come back in order, lost pages with their reason") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  archive.add_source(kSha, 10);
  archive.put_reading(kSource, "r1", page_of(3, {"sist"}));
  archive.put_reading(kSource, "r1", page_of(1, {"först", "av allt"}));
  archive.put_lost_page(kSource, "r1", {.code = ErrorCode::timeout, .message = "60 s", .page = 2});
  const Readings readings = archive.readings(kSource);
  REQUIRE(readings.pages.size() == 2);
  CHECK(text_of(readings.pages[0]) == "först\nav allt\n");
  CHECK(readings.pages[1].number == 3);
  REQUIRE(readings.lost.size() == 1);
  CHECK(readings.lost[0].code == ErrorCode::timeout);
  CHECK(readings.lost[0].page == 2);
  CHECK(archive.find_source(kSource)->lost_pages == 1);
}

TEST_CASE("readings: a page is fresh under the key that it was read by, a lost one never") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  archive.add_source(kSha, 10);
  archive.put_reading(kSource, "r1", page_of(1, {"a"}));
  archive.put_reading(kSource, "r2", page_of(2, {"b"}));
  archive.put_lost_page(kSource, "r2", {.code = ErrorCode::crashed, .page = 3});
  CHECK(archive.fresh_pages(kSource, "r1") == std::vector<int>{1});
  CHECK(archive.fresh_pages(kSource, "r2") == std::vector<int>{2});
  archive.put_reading(kSource, "r2", page_of(3, {"c"}));
  CHECK(archive.fresh_pages(kSource, "r2") == std::vector<int>{2, 3});
  CHECK(archive.readings(kSource).lost.empty());
}

TEST_CASE("readings: a stored page that rotted is lost, the others are not") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  archive.add_source(kSha, 10);
  archive.put_reading(kSource, "r1", page_of(1, {"a"}));
  archive.put_reading(kSource, "r1", page_of(2, {"b"}));
  archive.database().execute("UPDATE reading SET page = x'0011' WHERE number = 1");
  const Readings readings = archive.readings(kSource);
  CHECK(readings.pages.size() == 1);
  REQUIRE(readings.lost.size() == 1);
  CHECK(readings.lost[0].page == 1);
  CHECK(readings.lost[0].code == ErrorCode::damaged);
}

}  // namespace diarium
