#include "pipeline/store/forget.h"

#include <stdexcept>
#include <string>

#include "pipeline/store/database.h"
#include "pipeline/store/fact_blocks.h"
#include "pipeline/store/maintenance.h"
#include "pipeline/store/name_register.h"
#include "pipeline/store/spelling.h"

namespace diarium {
namespace {

std::string first_text(SQLite::Statement& row) {
  std::string text;
  if (row.executeStep()) text = text_of(row, 0);
  row.reset();
  return text;
}

void remove_rows(Archive& archive, std::string_view source, Comeback comeback) {
  Database& database = archive.database();
  WriteScope scope(database);
  if (comeback == Comeback::barred) {
    run_statement(database,
                  "INSERT OR IGNORE INTO forgotten SELECT sha256 FROM source WHERE id = ?", source);
  }
  // The names of files may say as much as what stands in them.
  run_statement(database, "DELETE FROM path WHERE source = ?", source);
  run_statement(database,
                "DELETE FROM change WHERE kind = 'source' AND key >= ?1 || char(10)"
                " AND key < ?1 || char(11)",
                source);
  archive.remove_source(source);
  drop_unused_words(database);
  make_fact_blocks(database);
  drop_unused_names(database);
  scope.commit();
}

}  // namespace

void forget(Archive& archive, std::string_view source, Comeback comeback) {
  Database& database = archive.database();
  database.execute("PRAGMA secure_delete = ON");
  remove_rows(archive, source, comeback);
  merge_indexes(database);
  rewrite_file(database);
}

bool is_forgotten(const Archive& archive, std::string_view sha256) {
  SQLite::Statement& row =
      archive.database().prepared("SELECT sha256 FROM forgotten WHERE sha256 = ?");
  Binder(row).add(sha256);
  return !first_text(row).empty();
}

std::string source_of_id(const Archive& archive, std::string_view id) {
  SQLite::Statement& row = archive.database().prepared(
      "SELECT id FROM source WHERE id = ?1 UNION ALL SELECT source FROM page WHERE id = ?1"
      " UNION ALL SELECT source FROM document WHERE id = ?1 UNION ALL SELECT source FROM document"
      " WHERE id = (SELECT document FROM record WHERE id = ?1)");
  Binder(row).add(id);
  return first_text(row);
}

}  // namespace diarium
