#include "pipeline/store/archive.h"

#include <array>
#include <stdexcept>

#include "pipeline/store/database.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 5> kSourceStatus{"seen", "claimed", "indexed", "partial",
                                                        "quarantined"};
constexpr std::array<std::string_view, 6> kPathStatus{"waiting",   "processed", "unchanged",
                                                      "duplicate", "failed",    "missing"};

template <typename Status, std::size_t N>
Status status_of(const std::array<std::string_view, N>& names, const std::string& name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Status>(i);
  }
  throw std::runtime_error("unknown status in the archive: " + name);
}

std::optional<ErrorCode> reason_of(const SQLite::Statement& row, int column) {
  if (row.isColumnNull(column)) return std::nullopt;
  return error_code_of(text_of(row, column));
}

std::string_view name_of(const std::optional<ErrorCode>& reason) {
  return reason ? diarium::name_of(*reason) : std::string_view();
}

constexpr std::string_view kSelectSource =
    "SELECT id, sha256, bytes, media_type, pages, status, reason, message, attempts,"
    " (SELECT count(*) FROM reading WHERE source = source.id AND page IS NULL), set_aside_under"
    " FROM source ";

Source source_at(const SQLite::Statement& row) {
  return {.id = text_of(row, 0),
          .sha256 = text_of(row, 1),
          .bytes = row.getColumn(2).getInt64(),
          .media_type = text_of(row, 3),
          .pages = row.getColumn(4).getInt(),
          .lost_pages = row.getColumn(9).getInt(),
          .status = status_of<SourceStatus>(kSourceStatus, text_of(row, 5)),
          .reason = reason_of(row, 6),
          .message = text_of(row, 7),
          .attempts = row.getColumn(8).getInt(),
          .set_aside_under = text_of(row, 10)};
}

std::vector<Source> sources_of(SQLite::Statement& statement) {
  std::vector<Source> sources;
  while (statement.executeStep()) sources.push_back(source_at(statement));
  statement.reset();
  return sources;
}

constexpr std::string_view kSelectPath =
    "SELECT path, display, bytes, mtime_ns, source, status, reason, message, run FROM path ";

PathEntry path_at(const SQLite::Statement& row) {
  return {.path = text_of(row, 0),
          .display = text_of(row, 1),
          .bytes = row.getColumn(2).getInt64(),
          .mtime_ns = row.getColumn(3).getInt64(),
          .source = text_of(row, 4),
          .status = status_of<PathStatus>(kPathStatus, text_of(row, 5)),
          .reason = reason_of(row, 6),
          .message = text_of(row, 7),
          .run = row.getColumn(8).getInt64()};
}

}  // namespace

std::string_view name_of(SourceStatus status) {
  return kSourceStatus[static_cast<std::size_t>(status)];
}
std::string_view name_of(PathStatus status) {
  return kPathStatus[static_cast<std::size_t>(status)];
}

Archive::Archive(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const std::filesystem::path& file) {
  return Archive(std::make_unique<Database>(file, Database::Mode::write));
}

void Archive::show_personal_numbers() {
  database_->show_personal_numbers();
}

Archive Archive::open_read_only(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) {
    throw std::runtime_error("no archive at " + file.string() + "; `diarium ingest` makes one");
  }
  return Archive(std::make_unique<Database>(file, Database::Mode::read));
}

Archive Archive::open_to_check(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) throw std::runtime_error("no archive at " + file.string());
  return Archive(std::make_unique<Database>(file, Database::Mode::check));
}

Archive::Transaction::Transaction(Archive& archive) : database_(archive.database_.get()) {
  if (!database_->begin()) throw std::logic_error("a transaction is open already");
}

Archive::Transaction::~Transaction() {
  if (database_ != nullptr) database_->roll_back();
}

void Archive::Transaction::commit() {
  database_->commit();
  database_ = nullptr;
}

std::int64_t Archive::begin_run(std::string_view started, std::string_view version,
                                std::string_view settings) {
  run_statement(*database_, "INSERT INTO run (started, version, settings) VALUES (?, ?, ?)",
                started, version, settings);
  return database_->connection().getLastInsertRowid();
}

void Archive::finish_run(std::int64_t run, std::string_view finished) {
  run_statement(*database_, "UPDATE run SET finished = ? WHERE id = ?", finished, run);
}

std::optional<PathEntry> Archive::find_path(std::string_view path) const {
  SQLite::Statement& row = database_->prepared(std::string(kSelectPath) + "WHERE path = ?");
  Binder(row).add_blob(path);
  std::optional<PathEntry> entry;
  if (row.executeStep()) entry = path_at(row);
  row.reset();
  return entry;
}

std::vector<PathEntry> Archive::paths_of(std::string_view source) const {
  SQLite::Statement& row =
      database_->prepared(std::string(kSelectPath) + "WHERE source = ? ORDER BY path");
  Binder(row).add(source);
  std::vector<PathEntry> paths;
  while (row.executeStep()) paths.push_back(path_at(row));
  row.reset();
  return paths;
}

void Archive::put_path(const PathEntry& entry) {
  SQLite::Statement& insert = database_->prepared(
      "INSERT OR REPLACE INTO path (path, display, bytes, mtime_ns, source, status, reason, "
      "message,"
      " run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder binder(insert);
  binder.add_blob(entry.path).add(entry.display).add(entry.bytes).add(entry.mtime_ns);
  binder.add_unless_empty(entry.source).add(name_of(entry.status));
  binder.add_unless_empty(name_of(entry.reason)).add_unless_empty(entry.message);
  if (entry.run == 0) {
    binder.add_null();
  } else {
    binder.add(entry.run);
  }
  insert.exec();
}

std::vector<std::string> Archive::paths_below(std::string_view folder) const {
  SQLite::Statement& row = database_->prepared(
      "SELECT path FROM path WHERE path > ? AND path < ? AND status <> 'missing' ORDER BY path");
  // "0" is the byte after "/".
  Binder(row).add_blob(std::string(folder) + '/').add_blob(std::string(folder) + '0');
  std::vector<std::string> paths;
  while (row.executeStep()) paths.push_back(text_of(row, 0));
  row.reset();
  return paths;
}

void Archive::mark_missing(std::string_view path) {
  SQLite::Statement& update =
      database_->prepared("UPDATE path SET status = 'missing' WHERE path = ?");
  Binder(update).add_blob(path);
  update.exec();
}

void Archive::remove_path(std::string_view path) {
  SQLite::Statement& removal = database_->prepared("DELETE FROM path WHERE path = ?");
  Binder(removal).add_blob(path);
  removal.exec();
}

std::string Archive::add_source(std::string_view sha256, std::int64_t bytes) {
  constexpr std::size_t kIdLength = 16;
  std::string id(sha256.substr(0, kIdLength));
  run_statement(*database_,
                "INSERT INTO source (id, sha256, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                id, sha256, bytes);
  return id;
}

std::optional<Source> Archive::find_source(std::string_view id) const {
  SQLite::Statement& statement = database_->prepared(std::string(kSelectSource) + "WHERE id = ?");
  Binder(statement).add(id);
  std::vector<Source> found = sources_of(statement);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Source> Archive::sources() const {
  return sources_of(database_->prepared(std::string(kSelectSource) + "ORDER BY id"));
}

std::vector<Source> Archive::sources(SourceStatus status) const {
  SQLite::Statement& statement =
      database_->prepared(std::string(kSelectSource) + "WHERE status = ? ORDER BY id");
  Binder(statement).add(name_of(status));
  return sources_of(statement);
}

void Archive::begin_attempt(std::string_view source) {
  run_statement(*database_,
                "UPDATE source SET status = 'claimed', attempts ="
                " CASE WHEN status IN ('seen', 'claimed') THEN attempts + 1 ELSE 1 END"
                " WHERE id = ?",
                source);
}

void Archive::note_progress(std::string_view source) {
  run_statement(*database_, "UPDATE source SET attempts = 1 WHERE id = ? AND attempts > 1", source);
}

void Archive::release(std::string_view source) {
  run_statement(*database_,
                "UPDATE source SET status = 'seen', attempts = max(0, attempts - 1)"
                " WHERE id = ? AND status = 'claimed'",
                source);
}

void Archive::finish_source(std::string_view source, const SourceEnd& end) {
  SQLite::Statement& update = database_->prepared(
      "UPDATE source SET status = ?, media_type = ?, pages = ?, reason = ?, message = ?,"
      " set_aside_under = ? WHERE id = ?");
  Binder binder(update);
  binder.add(name_of(end.status)).add_unless_empty(end.media_type).add(end.pages);
  binder.add_unless_empty(name_of(end.reason)).add_unless_empty(end.message);
  binder.add_unless_empty(end.set_aside_under).add(source);
  update.exec();
}

void Archive::retry(std::string_view source) {
  WriteScope scope(*database_);
  run_statement(*database_,
                "UPDATE source SET status = 'seen', attempts = 0, reason = NULL, message = NULL"
                " WHERE id = ? AND status IN ('quarantined', 'partial')",
                source);
  run_statement(*database_, "DELETE FROM reading WHERE source = ? AND page IS NULL", source);
  scope.commit();
}

}  // namespace diarium
