#include "tools/corpus/archive.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/source_folder.h"

namespace fs = std::filesystem;
using namespace diarium::corpus;

namespace {

const fs::path kRoot = diarium::source_folder();

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string source(std::string_view name) {
  return read_file(kRoot / "tools/corpus/sources" / name);
}

/// Without the first line, which has the checksum: bytes of a PDF depend on the version of Cairo.
std::string without_checksum(const std::string& truth) {
  return truth.substr(truth.find('\n') + 1);
}

}  // namespace

TEST_CASE("archive: what is committed is what the sources make") {
  for (const ArchiveEntry& entry : archive_entries(source("archive.txt"))) {
    INFO(entry.path);
    CHECK(fs::exists(kRoot / "corpus/archive" / entry.path));
    const fs::path truth = kRoot / "corpus/truth" / (entry.path + ".jsonl");
    REQUIRE(fs::exists(truth));
    // A scan takes a second a page; the fax shows that the others would agree too.
    if (entry.form != "born" && entry.form != "docx" && entry.form != "fax") continue;
    CHECK(without_checksum(make_file(entry, source, 1).truth) ==
          without_checksum(read_file(truth)));
  }
}

TEST_CASE("archive: the same seed gives the same bytes") {
  const ArchiveEntry fax{
      .source = "motion_cykelvag.txt", .form = "fax", .path = "a.pdf", .last_page = 1};
  const MadeFile first = make_file(fax, source, 3);
  CHECK(first.bytes == make_file(fax, source, 3).bytes);
  CHECK(first.bytes != make_file(fax, source, 4).bytes);
  const ArchiveEntry docx{.source = "tillagg_kfn.txt", .form = "docx", .path = "a.docx"};
  CHECK(make_file(docx, source, 1).bytes == make_file(docx, source, 1).bytes);
}

TEST_CASE("archive: pages cut out of a source are numbered anew") {
  const ArchiveEntry entry{.source = "kallelse_bun.txt",
                           .form = "fax",
                           .path = "a.pdf",
                           .first_page = 12,
                           .last_page = 13};
  const std::string truth = make_file(entry, source, 1).truth;
  CHECK(truth.find("\"first_page\":1,\"last_page\":1") != std::string::npos);
  CHECK(truth.find("\"document\":\"d8\",\"page\":2") != std::string::npos);
  CHECK(truth.find("\"id\":\"d1\"") == std::string::npos);
}

TEST_CASE("archive: an unknown form is refused") {
  const ArchiveEntry entry{.source = "tillagg_kfn.txt", .form = "papyrus", .path = "a.pdf"};
  CHECK_THROWS_AS(make_file(entry, source, 1), std::invalid_argument);
  CHECK_THROWS(archive_entries(".fil source=a.txt\n"));
}
