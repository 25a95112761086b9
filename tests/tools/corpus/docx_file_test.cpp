#include "tools/corpus/docx_file.h"

#include <zip.h>
#include <catch2/catch.hpp>

#include <memory>

using namespace diarium::corpus;

namespace {

std::string member(const std::string& docx, const char* name) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(docx.data(), docx.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  REQUIRE(archive != nullptr);
  zip_file_t* file = zip_fopen(archive, name, 0);
  REQUIRE(file != nullptr);
  std::string bytes(100'000, '\0');
  bytes.resize(static_cast<std::size_t>(zip_fread(file, bytes.data(), bytes.size())));
  zip_fclose(file);
  zip_discard(archive);
  return bytes;
}

}  // namespace

TEST_CASE(
    "docx: styles, numbering, struck text, notes and tables are what a word processor writes") {
  const std::string docx = docx_of(
      ".document kind=motion\n\n# Avgifter\n\n1. Höj ~~två~~ {ins|tre}{fn|1} gånger.\n\n"
      ".note marker=1\nSe förra året.\n\n.table widths=1,1\nPost | Kr\nMat | 20\n");
  const std::string text = member(docx, "word/document.xml");
  CHECK(text.find("<w:pStyle w:val=\"Rubrik1\"/>") != std::string::npos);
  CHECK(text.find("<w:numId w:val=\"1\"/>") != std::string::npos);
  CHECK(text.find("<w:strike/></w:rPr><w:t xml:space=\"preserve\">två") != std::string::npos);
  CHECK(text.find("<w:footnoteReference w:id=\"1\"/>") != std::string::npos);
  CHECK(text.find("<w:tc>") != std::string::npos);
  CHECK(text.find("1. Höj") == std::string::npos);  // the number comes from the list
  CHECK(member(docx, "word/footnotes.xml").find("Se förra året.") != std::string::npos);
  CHECK(member(docx, "[Content_Types].xml").find("document.main+xml") != std::string::npos);
}
