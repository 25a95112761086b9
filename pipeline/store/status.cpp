#include "pipeline/store/status.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "pipeline/store/audit.h"
#include "pipeline/store/database.h"
#include "pipeline/store/maintenance.h"

namespace diarium {
namespace {

std::vector<Count> counts_of(Database& database, std::string_view sql) {
  SQLite::Statement& row = database.prepared(sql);
  std::vector<Count> counts;
  while (row.executeStep()) {
    counts.push_back({.name = text_of(row, 0), .number = row.getColumn(1).getInt64()});
  }
  row.reset();
  return counts;
}

std::vector<std::string> lines_of(Database& database, std::string_view sql) {
  SQLite::Statement& row = database.prepared(sql);
  std::vector<std::string> lines;
  while (row.executeStep()) lines.push_back(text_of(row, 0));
  row.reset();
  return lines;
}

std::int64_t number_of(Database& database, std::string_view sql) {
  SQLite::Statement& row = database.prepared(sql);
  const std::int64_t number = row.executeStep() ? row.getColumn(0).getInt64() : 0;
  row.reset();
  return number;
}

/// The tables, views and triggers as this version makes them: "view v_page", its text.
std::vector<std::pair<std::string, std::string>> definitions_in(Database& database) {
  SQLite::Statement& row = database.prepared(
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1");
  std::vector<std::pair<std::string, std::string>> definitions;
  while (row.executeStep()) definitions.emplace_back(text_of(row, 0), text_of(row, 1));
  row.reset();
  return definitions;
}

/// A letter that rots in the text of a view changes every answer that it gives, and no row. What a
/// user has added is nobody's business.
std::vector<std::string> damage_of_definitions(Database& database) {
  Database fresh(":memory:", Database::Mode::write);
  const auto held = definitions_in(database);
  std::vector<std::string> damage;
  for (const auto& definition : definitions_in(fresh)) {
    if (!std::binary_search(held.begin(), held.end(), definition))
      damage.push_back("the definition of " + definition.first + " is not what it should be");
  }
  return damage;
}

/// Checks of indexes write nothing and yet want to be allowed to.
std::vector<std::string> damage_of_indexes(const Archive& archive) {
  Database& database = archive.database();
  const bool may_write = sqlite3_db_readonly(database.connection().getHandle(), "main") == 0;
  if (!may_write || !database.index_is_current()) return {};
  std::vector<std::string> damage;
  for (const std::string& index : damaged_indexes(database)) {
    damage.push_back("the full-text index " + index +
                     " does not say what the text says; put back a backup (`diarium restore`)");
  }
  return damage;
}

}  // namespace

ArchiveStatus status_of(const Archive& archive) {
  Database& database = archive.database();
  const ReadScope scope(database);
  ArchiveStatus status;
  status.sources = counts_of(database, "SELECT status, count(*) FROM source GROUP BY 1 ORDER BY 1");
  status.reasons =
      counts_of(database,
                "SELECT reason, count(*) FROM (SELECT reason FROM source WHERE status ="
                " 'quarantined' UNION ALL SELECT reason FROM reading WHERE page IS NULL"
                " UNION ALL SELECT reason FROM path WHERE status = 'failed')"
                " WHERE reason IS NOT NULL GROUP BY 1 ORDER BY 1");
  status.pages = counts_of(database,
                           "SELECT origin, count(*) FROM page GROUP BY 1 UNION ALL"
                           " SELECT 'lost', count(*) FROM reading WHERE page IS NULL"
                           " GROUP BY 1 ORDER BY 1");
  status.documents =
      counts_of(database, "SELECT document_kind, count(*) FROM document GROUP BY 1 ORDER BY 1");
  status.records = counts_of(database, "SELECT kind, count(*) FROM record GROUP BY 1 ORDER BY 1");
  status.issues =
      counts_of(database, "SELECT value, count(*) FROM record_issues GROUP BY 1 ORDER BY 1");
  status.not_understood =
      number_of(database,
                "SELECT count(*) FROM source WHERE understanding IS NULL AND EXISTS"
                " (SELECT 1 FROM reading WHERE source = source.id AND page IS NOT NULL)");
  status.waiting =
      number_of(database, "SELECT count(*) FROM source WHERE status IN ('seen', 'claimed')");
  status.missing = number_of(database, "SELECT count(*) FROM path WHERE status = 'missing'");
  SQLite::Statement& run =
      database.prepared("SELECT started, finished IS NOT NULL FROM run ORDER BY id DESC LIMIT 1");
  if (run.executeStep()) {
    status.last_run = text_of(run, 0);
    status.last_run_finished = run.getColumn(1).getInt() != 0;
  }
  run.reset();
  status.finds_compounds = !database.analyser().dictionary().empty();
  status.index_is_current = database.index_is_current();
  return status;
}

std::vector<Failure> failures_of(const Archive& archive) {
  SQLite::Statement& row = archive.database().prepared(
      "SELECT display, s.id, 0 AS number, s.reason, s.message, s.attempts"
      " FROM source s LEFT JOIN path ON path.source = s.id WHERE s.status = 'quarantined'"
      " UNION ALL SELECT display, s.id, r.number, r.reason, r.message, s.attempts"
      " FROM reading r JOIN source s ON s.id = r.source LEFT JOIN path ON path.source = s.id"
      " WHERE r.page IS NULL"
      " UNION ALL SELECT display, NULL, 0, reason, message, 1 FROM path WHERE status = 'failed'"
      " ORDER BY 1, 2, 3");
  std::vector<Failure> failures;
  while (row.executeStep()) {
    failures.push_back({.path = text_of(row, 0),
                        .source = text_of(row, 1),
                        .page = row.getColumn(2).getInt(),
                        .reason = error_code_of(text_of(row, 3)),
                        .message = text_of(row, 4),
                        .attempts = row.getColumn(5).getInt()});
  }
  row.reset();
  return failures;
}

std::vector<std::string> sources_with(const Archive& archive, std::string_view kind) {
  SQLite::Statement& row = archive.database().prepared(
      "SELECT DISTINCT source FROM document WHERE id IN (SELECT document FROM record WHERE kind = "
      "?)"
      " ORDER BY 1");
  Binder(row).add(kind);
  std::vector<std::string> sources;
  while (row.executeStep()) sources.push_back(text_of(row, 0));
  row.reset();
  return sources;
}

std::vector<std::string> damage_of(const Archive& archive) {
  Database& database = archive.database();
  std::vector<std::string> damage = lines_of(database, "PRAGMA integrity_check");
  std::erase(damage, "ok");
  for (const std::string& line :
       lines_of(database,
                "SELECT 'a row of ' || \"table\" || ' belongs to no ' || parent"
                " FROM pragma_foreign_key_check")) {
    damage.push_back(line);
  }
  if (const auto entry = break_in_audit(archive)) {
    damage.push_back("entry " + std::to_string(*entry) +
                     " of the audit is not the one that was written, or one before it is gone");
  }
  for (std::string& line : damage_of_definitions(database)) damage.push_back(std::move(line));
  for (std::string& line : damage_of_indexes(archive)) damage.push_back(std::move(line));
  return damage;
}

}  // namespace diarium
