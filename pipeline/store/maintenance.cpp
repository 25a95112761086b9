#include "pipeline/store/maintenance.h"

#include <fmt/format.h>
#include <malloc.h>

#include <stdexcept>

namespace diarium {
namespace {

std::vector<std::string> indexes_of(Database& database) {
  SQLite::Statement& row = database.prepared(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"
      " AND (sql LIKE '%USING fts5 (%' OR sql LIKE '%USING fts5(%') ORDER BY name");
  std::vector<std::string> names;
  while (row.executeStep()) names.push_back(text_of(row, 0));
  row.reset();
  return names;
}

}  // namespace

void merge_indexes(Database& database) {
  for (const std::string& index : indexes_of(database))
    database.execute(fmt::format("INSERT INTO {0} ({0}) VALUES ('optimize')", index).c_str());
}

void rewrite_file(Database& database) {
  database.execute("VACUUM");
  SQLite::Statement& row = database.prepared("PRAGMA wal_checkpoint(TRUNCATE)");
  const bool busy = row.executeStep() && row.getColumn(0).getInt() != 0;
  row.reset();
  if (busy) {
    throw std::runtime_error(
        "a reader of the archive (a search page?) keeps its log from being emptied; end it and run "
        "this once more");
  }
}

void give_memory_back(Database& database) {
  database.execute("PRAGMA shrink_memory");
  database.analyser().forget();
  ::malloc_trim(0);
}

std::vector<std::string> damaged_indexes(Database& database) {
  std::vector<std::string> damaged;
  for (const std::string& index : indexes_of(database)) {
    try {
      // Rank 1 compares with the text as well.
      database.execute(
          fmt::format("INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1)", index).c_str());
    } catch (const SQLite::Exception&) {
      damaged.push_back(index);
    }
  }
  return damaged;
}

}  // namespace diarium
