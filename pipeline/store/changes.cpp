#include "pipeline/store/changes.h"

#include <fmt/format.h>

#include "models/json.h"
#include "pipeline/store/database.h"
#include "pipeline/store/digest.h"
#include "pipeline/store/export.h"

namespace diarium {
namespace {

/// Lines of every kind, in the order of an export, each with the key that it is told apart by.
using KeyedSink =
    std::function<void(std::string_view kind, const std::string& key, const std::string& line)>;

/// "0123456789abcdef.d1.vote.1"; of a source "0123456789abcdef\nin/memo.pdf".
std::string key_of(std::string_view kind, const std::string& line) {
  if (kind == "source") {
    auto members = flat_members(line);
    return members["id"] + '\n' + members["path"];
  }
  // Every other id is plain letters and digits, and its member the second of the line.
  static constexpr std::string_view kMember = "\"id\":\"";
  const std::size_t begin = line.find(kMember) + kMember.size();
  return line.substr(begin, line.find('"', begin) - begin);
}

void each_keyed_line(const Archive& archive, const KeyedSink& sink) {
  for (const std::string_view kind : exported_kinds()) {
    for_each_line(archive, kind,
                  [&](const std::string& line) { sink(kind, key_of(kind, line), line); });
  }
}

std::string digest_of(const std::string& line) {
  Digest digest;
  digest.add(line);
  return digest.hex();
}

std::int64_t newest_change(Database& database) {
  SQLite::Statement& row = database.prepared("SELECT coalesce(max(sequence), 0) FROM change");
  row.executeStep();
  const std::int64_t newest = row.getColumn(0).getInt64();
  row.reset();
  return newest;
}

/// {"kind":"source","id":"...","path":"...","deleted":true}
std::string tombstone(std::string_view kind, const std::string& key) {
  const std::size_t end = std::min(key.find('\n'), key.size());
  std::string line =
      fmt::format("{{\"kind\":\"{}\",\"id\":{}", kind, quoted_json(key.substr(0, end)));
  if (end < key.size()) line += fmt::format(",\"path\":{}", quoted_json(key.substr(end + 1)));
  return line + ",\"deleted\":true}";
}

}  // namespace

std::int64_t note_changes(Archive& archive) {
  archive.show_personal_numbers();
  Database& database = archive.database();
  WriteScope scope(database);
  const std::int64_t next = newest_change(database) + 1;
  database.execute("CREATE TEMP TABLE IF NOT EXISTS standing (key TEXT PRIMARY KEY) WITHOUT ROWID");
  database.execute("DELETE FROM standing");
  each_keyed_line(
      archive, [&](std::string_view kind, const std::string& key, const std::string& line) {
        run_statement(database, "INSERT OR IGNORE INTO standing (key) VALUES (?)", key);
        run_statement(
            database,
            "INSERT INTO change (key, kind, sequence, digest) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (key) DO UPDATE SET sequence = ?3, digest = ?4 WHERE digest IS NOT ?4",
            key, kind, next, digest_of(line));
      });
  run_statement(database,
                "UPDATE change SET sequence = ?, digest = NULL"
                " WHERE digest IS NOT NULL AND key NOT IN (SELECT key FROM standing)",
                next);
  database.execute("DELETE FROM standing");
  const std::int64_t newest = newest_change(database);
  scope.commit();
  return newest;
}

void changed_lines(const Archive& archive, std::int64_t since,
                   const std::function<void(const std::string&)>& sink) {
  Database& database = archive.database();
  const ReadScope scope(database);
  SQLite::Statement& gone = database.prepared(
      "SELECT kind, key FROM change WHERE sequence > ? AND digest IS NULL ORDER BY key");
  Binder(gone).add(since);
  while (gone.executeStep()) sink(tombstone(text_of(gone, 0), text_of(gone, 1)));
  gone.reset();
  each_keyed_line(archive, [&](std::string_view, const std::string& key, const std::string& line) {
    SQLite::Statement& changed =
        database.prepared("SELECT 1 FROM change WHERE key = ? AND sequence > ?");
    Binder(changed).add(key).add(since);
    const bool wanted = changed.executeStep();
    changed.reset();
    if (wanted) sink(line);
  });
}

}  // namespace diarium
