#include "pipeline/store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "pipeline/store/archive.h"
#include "pipeline/store/disk_file.h"
#include "pipeline/store/fact_blocks.h"
#include "pipeline/store/passages.h"
#include "pipeline/store/spelling.h"
#include "pipeline/store/tokenizer.h"
#include "store_schema.h"

namespace diarium {
namespace {

constexpr int kApplicationId = 0x44494152;  // "DIAR"
constexpr int kBusyMilliseconds = 10'000;

/// SQLite would call a folder a failing disk.
std::string file_name(const std::filesystem::path& file) {
  if (std::filesystem::is_directory(file)) {
    throw std::runtime_error(fmt::format("{} is a folder; the archive is a file, such as {}",
                                         file.string(), (file / "diarium.db").string()));
  }
  return file.string();
}

int flags_of(Database::Mode mode) {
  switch (mode) {
    case Database::Mode::read:
      return SQLite::OPEN_READONLY;
    case Database::Mode::check:
      return SQLite::OPEN_READWRITE;
    case Database::Mode::write:
      break;
  }
  return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
}

/// "001_initial.sql" -> 1
int number_of(const EmbeddedFile& migration) {
  int number = 0;
  std::from_chars(migration.name.data(), migration.name.data() + migration.name.size(), number);
  return number;
}

/// A step of the schema, and what the archive has by it.
struct Mark {
  int step;
  const char* name;
};
/// Two steps had one number for a while when these were written: an archive of those days lacks the
/// second of them, whatever its version says.
constexpr std::array kMarks{Mark{4, "seal"}, Mark{5, "v_document"},
                            Mark{13, "date_record_candidates"}};

bool has(SQLite::Database& connection, const char* name) {
  SQLite::Statement row(connection, "SELECT 1 FROM sqlite_schema WHERE name = ?");
  row.bind(1, name);
  return row.executeStep();
}

/// The steps that an archive of this version still needs.
std::vector<EmbeddedFile> steps_from(SQLite::Database& connection, int version) {
  std::vector<EmbeddedFile> steps;
  for (const EmbeddedFile& step : store_schema()) {
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(), [&step](const Mark& one) {
      return one.step == number_of(step);
    });
    const bool left_out = mark != kMarks.end() && !has(connection, mark->name);
    if (number_of(step) > version || left_out) steps.push_back(step);
  }
  return steps;
}

int pragma(SQLite::Database& connection, const char* name) {
  return connection.execAndGet(std::string("PRAGMA ") + name).getInt();
}

/// The WAL stays beside a closed archive: without it a user who may only read can't open it.
void keep_wal(sqlite3* handle) {
  int on = 1;
  sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &on);
}

void prepare_writer(SQLite::Database& connection) {
  connection.exec("PRAGMA journal_mode = WAL");
  // Measured by cutting the power: NORMAL loses acknowledged rows, FULL loses none.
  connection.exec("PRAGMA synchronous = FULL");
  connection.exec("PRAGMA journal_size_limit = 67108864");
  // In KiB. With the 2 MB of old, pages of a large archive were written and read again at each
  // file.
  connection.exec("PRAGMA cache_size = -32768");
  keep_wal(connection.getHandle());
}

void prepare_reader(SQLite::Database& connection) {
  connection.exec("PRAGMA query_only = ON");
  connection.exec("PRAGMA trusted_schema = OFF");
}

}  // namespace

Database::Database(const std::filesystem::path& file, Mode mode)
    : connection_(file_name(file), flags_of(mode), kBusyMilliseconds) {
  sqlite3_db_config(connection_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  connection_.exec("PRAGMA foreign_keys = ON");
  register_search(connection_.getHandle(), analyser_);
  check_version(mode);
  if (mode == Mode::check) keep_wal(connection_.getHandle());
  if (mode == Mode::read) prepare_reader(connection_);
  if (mode == Mode::write) {
    prepare_writer(connection_);
    migrate();
    refresh_index();
  }
}

void Database::check_version(Mode mode) {
  const std::string file = connection_.getFilename();
  const int version = pragma(connection_, "user_version");
  const int newest = number_of(store_schema().back());
  const bool ours = pragma(connection_, "application_id") == kApplicationId;
  const bool blank = connection_.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (!ours && !(blank && mode == Mode::write)) {
    throw std::runtime_error(fmt::format("not an archive of Diarium: {}", file));
  }
  if (version > newest) {
    throw NewerArchive(fmt::format(
        "the archive was made by a newer version of Diarium (schema {}, this program knows {}): {}",
        version, newest, file));
  }
  if (mode != Mode::write && version < newest) {
    throw std::runtime_error(
        fmt::format("the archive must first be brought up to date by a command that writes (schema "
                    "{} of {}): {}",
                    version, newest, file));
  }
}

/// An archive of an older version is kept beside the new one: DATABASE.schema-2.
void Database::back_up_before_migration() {
  const int version = pragma(connection_, "user_version");
  if (version == 0 || version >= number_of(store_schema().back())) return;
  const std::string file = fmt::format("{}.schema-{}", connection_.getFilename(), version);
  const std::string aside = file + ".part";
  std::filesystem::remove(aside);
  run_statement(*this, "VACUUM INTO ?", std::string_view(aside));
  sync_file(aside);
  rename_for_good(aside, file);
}

/// All steps at once: an archive is of the old version or of this one, never between.
void Database::migrate() {
  back_up_before_migration();
  WriteScope scope(*this);
  // Asked within the transaction: another process may have come first.
  const int version = pragma(connection_, "user_version");
  const int newest = number_of(store_schema().back());
  if (version < newest) {
    for (const EmbeddedFile& step : steps_from(connection_, version)) {
      connection_.exec(std::string(step.content));
    }
    connection_.exec(fmt::format("PRAGMA user_version = {}", newest));
    connection_.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  }
  scope.commit();
}

bool Database::index_is_current() {
  SQLite::Statement& row = prepared("SELECT fingerprint FROM analyser");
  const bool current = row.executeStep() && text_of(row, 0) == analyser_.fingerprint();
  row.reset();
  return current;
}

/// Rows can only be taken out of the index by the analyser that put them in.
void Database::refresh_index() {
  if (index_is_current()) return;
  WriteScope scope(*this);
  execute("INSERT INTO passage_index (passage_index) VALUES ('rebuild')");
  execute("DELETE FROM analyser");
  put_words(*this, analyser_.take_new_words());
  make_fact_blocks(*this);
  run_statement(*this, "INSERT INTO analyser (fingerprint) VALUES (?)", analyser_.fingerprint());
  scope.commit();
}

SQLite::Statement& Database::prepared(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    auto statement = std::make_unique<SQLite::Statement>(connection_, std::string(sql));
    found = statements_.emplace(sql, std::move(statement)).first;
  }
  found->second->tryReset();  // what the last use failed with was thrown then
  found->second->clearBindings();
  return *found->second;
}

bool Database::begin() {
  if (in_transaction_) return false;
  connection_.exec("BEGIN IMMEDIATE");
  in_transaction_ = true;
  return true;
}

void Database::commit() {
  index_passages(*this);
  connection_.exec("COMMIT");
  in_transaction_ = false;
  unindexed_ = {};
}

void Database::roll_back() noexcept {
  for (auto& [sql, statement] : statements_) statement->tryReset();
  // SQLite rolls back by itself after some errors; then this one has nothing left to do.
  connection_.tryExec("ROLLBACK");
  in_transaction_ = false;
  unindexed_ = {};
}

ReadScope::ReadScope(Database& database)
    : database_(database), own_(sqlite3_get_autocommit(database.connection().getHandle()) != 0) {
  if (own_) database_.execute("BEGIN");
}

ReadScope::~ReadScope() {
  if (own_) database_.roll_back();
}

Binder& Binder::add(std::string_view text) {
  statement_.bind(next_++, std::string(text));
  return *this;
}

Binder& Binder::add(std::int64_t number) {
  statement_.bind(next_++, number);
  return *this;
}

Binder& Binder::add(double number) {
  statement_.bind(next_++, number);
  return *this;
}

Binder& Binder::add_null() {
  statement_.bind(next_++);
  return *this;
}

Binder& Binder::add_blob(std::string_view bytes) {
  statement_.bind(next_++, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
  return *this;
}

std::string text_of(const SQLite::Statement& row, int column) {
  return row.getColumn(column).getString();
}

}  // namespace diarium
