// Whether anything is left to do for a source: asked for each file of the archive in each run, so
// it is one statement.
#include <string>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"

namespace diarium {
namespace {

/// Of `source`, whose understanding begins with its key as a line; the keys are ?1 of readings, ?2
/// of understandings, ?3 of what is set aside. A lost page is settled under any key: `retry`
/// forgets it.
constexpr std::string_view kIsSettled =
    "((source.status = 'quarantined' AND source.set_aside_under IS ?3)"
    " OR (source.status IN ('indexed', 'partial') AND source.pages <="
    " (SELECT count(*) FROM reading WHERE reading.source = source.id"
    "  AND (reading.page IS NULL OR reading.key = ?1))"
    " AND substr(source.understanding || char(10), 1, length(?2) + 1) = ?2 || char(10)))";

std::string first_text(SQLite::Statement& row) {
  std::string text;
  if (row.executeStep()) text = text_of(row, 0);
  row.reset();
  return text;
}

void bind(SQLite::Statement& row, const SettledUnder& keys) {
  Binder(row).add(keys.reading).add(keys.understanding).add(keys.set_aside);
}

}  // namespace

bool Archive::is_settled(std::string_view source, const SettledUnder& keys) const {
  static const std::string kAsk =
      std::string("SELECT id FROM source WHERE id = ?4 AND ").append(kIsSettled);
  SQLite::Statement& row = database_->prepared(kAsk);
  bind(row, keys);
  row.bind(4, std::string(source));
  return !first_text(row).empty();
}

std::string Archive::settled_source(const PathEntry& file, const SettledUnder& keys) const {
  static const std::string kAsk =
      std::string(
          "SELECT source.id FROM path JOIN source ON source.id = path.source"
          " WHERE path.path = ?4 AND path.bytes = ?5 AND path.mtime_ns = ?6"
          " AND path.status <> 'missing' AND ")
          .append(kIsSettled);
  SQLite::Statement& row = database_->prepared(kAsk);
  bind(row, keys);
  row.bind(4, static_cast<const void*>(file.path.data()), static_cast<int>(file.path.size()));
  row.bind(5, file.bytes);
  row.bind(6, file.mtime_ns);
  return first_text(row);
}

}  // namespace diarium
