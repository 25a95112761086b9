#include "pipeline/store/audit.h"

#include "pipeline/store/database.h"
#include "pipeline/store/digest.h"

namespace diarium {
namespace {

std::string sha256_of(const AuditEntry& entry, std::int64_t id, std::string_view previous) {
  Digest digest;
  digest.add_field(std::to_string(id));
  for (const std::string_view field :
       {std::string_view(entry.at), std::string_view(entry.who), std::string_view(entry.act),
        std::string_view(entry.version), std::string_view(entry.detail), previous}) {
    digest.add_field(field);
  }
  return digest.hex();
}

struct LastEntry {
  std::int64_t id = 0;
  std::string sha256;
};

LastEntry last_entry(Database& database) {
  SQLite::Statement& row =
      database.prepared("SELECT id, sha256 FROM audit ORDER BY id DESC LIMIT 1");
  LastEntry last;
  if (row.executeStep()) last = {row.getColumn(0).getInt64(), text_of(row, 1)};
  row.reset();
  return last;
}

}  // namespace

void add_to_audit(Archive& archive, const AuditEntry& entry) {
  Database& database = archive.database();
  WriteScope scope(database);
  const LastEntry last = last_entry(database);
  const std::int64_t id = last.id + 1;
  run_statement(database,
                "INSERT INTO audit (id, at, who, act, version, detail, previous, sha256)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id, entry.at, entry.who, entry.act, entry.version, entry.detail, last.sha256,
                sha256_of(entry, id, last.sha256));
  scope.commit();
}

std::optional<std::int64_t> break_in_audit(const Archive& archive) {
  SQLite::Statement& row = archive.database().prepared(
      "SELECT id, at, who, act, version, detail, previous, sha256 FROM audit ORDER BY id");
  std::string previous;
  std::int64_t expected = 1;
  std::optional<std::int64_t> broken;
  while (!broken && row.executeStep()) {
    const std::int64_t id = row.getColumn(0).getInt64();
    const AuditEntry entry{text_of(row, 1), text_of(row, 2), text_of(row, 3), text_of(row, 4),
                           text_of(row, 5)};
    const std::string sha256 = text_of(row, 7);
    const bool fits =
        id == expected && text_of(row, 6) == previous && sha256_of(entry, id, previous) == sha256;
    if (!fits) broken = id;
    previous = sha256;
    ++expected;
  }
  row.reset();
  return broken;
}

}  // namespace diarium
