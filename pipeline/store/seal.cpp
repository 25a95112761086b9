#include "pipeline/store/seal.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "pipeline/store/database.h"
#include "pipeline/store/digest.h"

namespace diarium {
namespace {

// How the rows of a table lead to the source they belong to. A row of a record belongs to its
// document's source, and so on.
struct Link {
  std::string_view column;
  std::string_view rows_of_source;
};
constexpr std::array<Link, 4> kLinks{{
    {"source", "?1"},
    {"document", "SELECT id FROM document WHERE source = ?1"},
    {"record",
     "SELECT record.id FROM document JOIN record ON record.document = document.id"
     " WHERE document.source = ?1"},
    {"page", "SELECT id FROM page WHERE source = ?1"},
}};

std::vector<std::string> texts_of(Database& database, std::string_view sql,
                                  std::string_view parameter) {
  SQLite::Statement& row = database.prepared(sql);
  if (!parameter.empty()) Binder(row).add(parameter);
  std::vector<std::string> texts;
  while (row.executeStep()) texts.push_back(text_of(row, 0));
  row.reset();
  return texts;
}

/// A query for the rows of one source in a table; empty for a table that holds none.
std::string query_of_rows(Database& database, const std::string& table) {
  const std::string order = texts_of(database,
                                     "SELECT CASE wr WHEN 1 THEN '1, 2' ELSE 'rowid' END"
                                     " FROM pragma_table_list WHERE schema = 'main' AND name = ?",
                                     table)
                                .front();
  // The key of its understanding is not content; where that alone changes, the seal stays.
  if (table == "source") {
    return "SELECT id, sha256, bytes, media_type, pages, status, reason, message, attempts"
           " FROM source WHERE id = ?1";
  }
  const auto parents = texts_of(
      database, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?) ORDER BY 1", table);
  for (const auto& [column, rows] : kLinks) {
    if (std::find(parents.begin(), parents.end(), column) == parents.end()) continue;
    return "SELECT * FROM \"" + table + "\" WHERE " + std::string(column) + " IN (" +
           std::string(rows) + ") ORDER BY " + order;
  }
  return {};
}

/// One query a table, by the name of the table. What paths and seals say is not part of a source.
std::vector<std::string> queries_of(Database& database) {
  std::vector<std::string> queries;
  for (const std::string& table :
       texts_of(database,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND name NOT IN ('path', 'seal') AND name NOT LIKE 'sqlite_%' ORDER BY name",
                {})) {
    std::string query = query_of_rows(database, table);
    if (!query.empty()) queries.push_back(std::move(query));
  }
  return queries;
}

std::string bytes_of(double number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

void add_value(Digest& digest, const SQLite::Column& column) {
  if (column.isFloat()) return digest.add_field(bytes_of(column.getDouble()));
  const auto size = static_cast<std::size_t>(column.getBytes());
  digest.add_field({static_cast<const char*>(column.getBlob()), size});
}

/// Tables without rows and columns without a value say nothing: a newer version of the program may
/// bring some, and the seals of what was stored before hold all the same.
void add_rows(Digest& digest, std::string_view table, SQLite::Statement& row) {
  for (bool first = true; row.executeStep(); first = false) {
    if (first) digest.add_field(table);
    digest.add("row");
    for (int i = 0; i < row.getColumnCount(); ++i) {
      const SQLite::Column column = row.getColumn(i);
      if (column.isNull()) continue;
      digest.add_field(column.getName());
      add_value(digest, column);
    }
  }
  row.reset();
}

}  // namespace

Sealer::Sealer(const Archive& archive)
    : archive_(&archive), queries_(queries_of(archive.database())) {}

std::string Sealer::seal_of(std::string_view source) const {
  Digest digest;
  for (const std::string& query : queries_) {
    SQLite::Statement& rows = archive_->database().prepared(query);
    Binder(rows).add(source);
    add_rows(digest, query.substr(0, query.find(" WHERE")), rows);
  }
  return digest.hex();
}

void Sealer::seal(std::string_view source) const {
  run_statement(archive_->database(), "INSERT OR REPLACE INTO seal (source, sha256) VALUES (?, ?)",
                source, seal_of(source));
}

std::optional<std::string> Sealer::kept_seal_of(std::string_view source) const {
  SQLite::Statement& row =
      archive_->database().prepared("SELECT sha256 FROM seal WHERE source = ?");
  Binder(row).add(source);
  std::optional<std::string> sha256;
  if (row.executeStep()) sha256 = text_of(row, 0);
  row.reset();
  return sha256;
}

bool Sealer::is_broken(std::string_view source) const {
  const std::optional<std::string> kept = kept_seal_of(source);
  return kept && *kept != seal_of(source);
}

}  // namespace diarium
