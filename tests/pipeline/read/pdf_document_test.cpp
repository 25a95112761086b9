#include "pipeline/read/pdf_document.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "tests/pipeline/read/written_pdf.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

const fs::path kHostile = source_folder() / "../shared/real/hostile";

ErrorCode code_of(std::string bytes, const ReadLimits& limits = {}) {
  const auto reader = open_pdf(std::move(bytes), OcrChoice::automatic, limits);
  REQUIRE_FALSE(reader);
  return reader.error().code;
}

}  // namespace

TEST_CASE("pdf document: what can't be opened says why") {
  CHECK(code_of("%PDF-1.4\nnothing") == ErrorCode::damaged);
  CHECK(code_of(test::written_pdf({})) == ErrorCode::damaged);
  CHECK(code_of(test::written_pdf({{}, {}, {}}), {.pages = 2}) == ErrorCode::too_large);
}

TEST_CASE("pdf document: pages are read in any order, one that isn't there is an error") {
  const auto reader =
      open_pdf(test::written_pdf({{.content = "BT /F1 12 Tf 72 742 Td (ett) Tj ET"},
                                  {.content = "BT /F1 12 Tf 72 742 Td (tv\\345) Tj ET"}}),
               OcrChoice::automatic, {});
  REQUIRE(reader);
  CHECK((*reader)->page_count() == 2);
  CHECK((*reader)->media_type() == MediaType::pdf);
  CHECK(test::texts_of(*(*reader)->read(2)) == std::vector<std::string>{"två"});
  CHECK(test::texts_of(*(*reader)->read(1)) == std::vector<std::string>{"ett"});
  CHECK((*reader)->read(3).error().code == ErrorCode::damaged);
  CHECK((*reader)->read(3).error().page == 3);
}

TEST_CASE("pdf document: every hostile file opens or says why") {
  if (!fs::exists(kHostile)) {
    std::cout << "skipped: no hostile files\n";
    return;
  }
  int encrypted = 0;
  const ReadLimits small{.page_pixels =
                             1e6};  // what is tested is that nothing breaks, not how it looks
  for (const auto& entry : fs::recursive_directory_iterator(kHostile)) {
    if (entry.path().extension() != ".pdf" || entry.path().stem() == "hugemono") continue;
    CAPTURE(entry.path().filename().string());
    const auto reader = open_file(entry.path(), OcrChoice::automatic, small);
    if (!reader) {
      CHECK_FALSE(reader.error().message.empty());
      if (reader.error().code == ErrorCode::encrypted) ++encrypted;
      continue;
    }
    for (int number = 1; number <= (*reader)->page_count(); ++number) {
      const Result<Sheet> sheet = (*reader)->read(number);
      CHECK((sheet.has_value() || sheet.error().page == number));
    }
  }
  CHECK(encrypted == 7);
}

}  // namespace diarium
