#include "tests/pipeline/read/written_docx.h"

#include <fmt/format.h>
#include <zip.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium::test {

std::string written_zip(const std::map<std::string, std::string>& members) {
  const ScratchFile file("written.zip", "");
  zip_t* const zip = zip_open(file.path().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  REQUIRE(zip != nullptr);
  for (const auto& [name, content] : members) {
    zip_source_t* const source = zip_source_buffer(zip, content.data(), content.size(), 0);
    REQUIRE(zip_file_add(zip, name.c_str(), source, ZIP_FL_OVERWRITE) >= 0);
  }
  REQUIRE(zip_close(zip) == 0);
  std::ifstream stream(file.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string word_xml(std::string_view root, std::string_view content) {
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8"?><w:{0} xmlns:w="urn:w" xmlns:r="urn:r">{1}</w:{0}>)",
      root, content);
}

std::string written_docx(std::string_view body, std::map<std::string, std::string> further) {
  further.try_emplace("word/document.xml",
                      word_xml("document", fmt::format("<w:body>{}</w:body>", body)));
  return written_zip(further);
}

}  // namespace diarium::test
