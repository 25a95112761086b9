#include "pipeline/store/export_table.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <stdexcept>

#include "models/json.h"
#include "pipeline/store/export.h"
#include "sample_archive.h"

using namespace diarium;

namespace {

std::string table_of(const Archive& archive, std::string_view kind,
                     CsvDialect dialect = CsvDialect::rfc4180) {
  std::ostringstream out;
  export_csv(archive, out, kind, dialect);
  return out.str();
}

/// Rows of a table, line ends within quotes not counted.
std::ptrdiff_t rows_of(const std::string& table) {
  bool quoted = false;
  std::ptrdiff_t rows = 0;
  for (const char c : table) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) ++rows;
  }
  return rows;
}

}  // namespace

TEST_CASE("export table: commas, quotes and line ends stay in their cells") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::string page = table_of(archive, "page");
  CHECK(page.starts_with("kind,id,source,page,number,"));
  CHECK(page.find("\"Almviks kommun\nAtt inrätta en familjecentral i Almvik\n\"") !=
        std::string::npos);
  CHECK(table_of(archive, "vote").find("§ 42,,,,31,0,,Eva Ek (S),,,true,,\r\n") !=
        std::string::npos);
  CHECK(table_of(archive, "table").find(R"("[{""row"":0,""column"":0)") != std::string::npos);
  CHECK_THROWS_AS(table_of(archive, "brev"), std::invalid_argument);
}

TEST_CASE("export table: every kind has as many rows as lines of JSON") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  for (const std::string_view kind : exported_kinds()) {
    CAPTURE(kind);
    std::ostringstream lines;
    export_jsonl(archive, lines, kind);
    const std::string text = lines.str();
    CHECK(rows_of(table_of(archive, kind)) == 1 + std::count(text.begin(), text.end(), '\n'));
  }
}

TEST_CASE("export table: for Excel, semicolons, a byte order mark and no formulas") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto put_path = [&archive](const std::string& path) {
    archive.put_path({.path = path,
                      .display = path,
                      .status = PathStatus::failed,
                      .reason = ErrorCode::unreadable});
  };
  put_path("=1+1.pdf");
  put_path("-3");
  const std::string table = table_of(archive, "source", CsvDialect::excel);
  CHECK(table.starts_with("\xEF\xBB\xBFkind;id;source;path;"));
  CHECK(table.find(";'=1+1.pdf;") != std::string::npos);
  CHECK(table.find(";-3;") != std::string::npos);
  CHECK(table_of(archive, "source").find(",=1+1.pdf,") != std::string::npos);
}

TEST_CASE("export table: the data package describes each column, with the name of the Riksdag") {
  const std::string package = data_package({"signature", "page"}, CsvDialect::rfc4180);
  const auto members = flat_members(package);
  CHECK(members.at("profile") == "tabular-data-package");
  const std::string& resources = members.at("resources");
  CHECK(resources.find(R"("path":"signature.csv")") != std::string::npos);
  CHECK(resources.find(R"({"name":"party","type":"string","riksdagen":"partibet"})") !=
        std::string::npos);
  CHECK(resources.find(R"("name":"width","type":"number")") != std::string::npos);
  for (const std::string& column : table_columns("page")) {
    CHECK(resources.find("\"name\":\"" + column + "\"") != std::string::npos);
  }
}
