#include "pipeline/publish/xml_file.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <stdexcept>

using namespace diarium;

TEST_CASE("xml file: control characters and noncharacters can't break it") {
  CHECK(xml_text("a\x02"
                 "b\x0B\tå\n") == "ab\tå\n");
  CHECK(xml_text("x\xEF\xBF\xBEy\xEF\xBF\xBFz\xEF\xBF\xBD") == "xyz\xEF\xBF\xBD");
}

TEST_CASE("xml file: says its coding, escapes its text") {
  pugi::xml_document file;
  root_of_new(file, "a").text() = "<å & \"ö\">";
  std::ostringstream out;
  write_xml(file, out);
  CHECK(out.str() == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>&lt;å &amp; \"ö\"&gt;</a>\n");
}

TEST_CASE("xml file: a stream that fails is an error") {
  pugi::xml_document file;
  root_of_new(file, "a");
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(write_xml(file, out), std::runtime_error);
}
