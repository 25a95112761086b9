#include "pipeline/read/docx_package.h"

#include <catch2/catch.hpp>

#include <map>

#include "tests/pipeline/read/written_docx.h"

namespace diarium {

TEST_CASE("docx package: members are read by name, and only so far") {
  Result<DocxPackage> package = DocxPackage::open(
      test::written_zip({{"a.xml", "<a/>"}, {"bomb.xml", std::string(3'000'000, ' ')}}));
  REQUIRE(package);
  CHECK(package->has("a.xml"));
  CHECK(package->read("a.xml") == "<a/>");
  CHECK(package->read("missing.xml").error().code == ErrorCode::damaged);
  CHECK(package->read("bomb.xml").error().code == ErrorCode::too_large);
}

TEST_CASE("docx package: an archive of thousands of entries is no document") {
  std::map<std::string, std::string> members;
  for (int i = 0; i < 5'000; ++i) members[std::to_string(i)] = "x";
  CHECK(DocxPackage::open(test::written_zip(members)).error().code == ErrorCode::too_large);
  CHECK(DocxPackage::open("not a zip").error().code == ErrorCode::damaged);
}

TEST_CASE("docx package: an archive with names that lead out of it is refused") {
  const auto is_refused = [](const std::string& name) {
    const auto package = DocxPackage::open(test::written_zip({{"a.xml", "<a/>"}, {name, "x"}}));
    return !package && package.error().code == ErrorCode::damaged;
  };
  for (const char* const name :
       {"../b", "word/../../b", "/etc/passwd", "word\\..\\b", "C:/b", ".."})
    CHECK(is_refused(name));
  for (const char* const name : {"word/a..b.xml", "word/...", "[Content_Types].xml"})
    CHECK_FALSE(is_refused(name));
}

}  // namespace diarium
