#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/store/analyser.h"
#include "pipeline/store/passage_class.h"

namespace diarium {

/// The passages that a transaction has written and not yet put into the full-text index, as spans
/// of ids. FTS5 makes a segment of what it is given at once, and merging many small ones was a
/// third of the work of storing: so they enter the index together when the transaction ends.
struct UnindexedPassages {
  struct Ids {
    std::int64_t begin = 0;
    std::int64_t end = 0;  ///< the next free one; 0: not asked for yet
  };
  std::array<Ids, kPassageClasses> of_class;
  std::set<std::string, std::less<>> sources;  ///< whose passages they are
};

/// The connection below an Archive, for the files of store/ alone: opened, checked, brought up to
/// date, with its prepared statements kept.
class Database {
 public:
  /// `check` may write and yet changes nothing: an index is asked whether it is sound by writing.
  enum class Mode { write, read, check };
  /// Throws NewerArchive, or std::runtime_error for what is no archive.
  Database(const std::filesystem::path& file, Mode mode);

  /// A statement ready to bind, prepared once. Valid until the same text is asked for again.
  SQLite::Statement& prepared(std::string_view sql);
  void execute(const char* sql) { connection_.exec(sql); }
  [[nodiscard]] SQLite::Database& connection() { return connection_; }
  [[nodiscard]] const Analyser& analyser() const { return analyser_; }
  [[nodiscard]] Analyser& analyser() { return analyser_; }
  /// Whether the index was made by this analyser; if not, searches may miss.
  [[nodiscard]] bool index_is_current();

  /// Whether readers see personal identity numbers in full.
  [[nodiscard]] bool shows_personal_numbers() const { return shows_personal_numbers_; }
  void show_personal_numbers() { shows_personal_numbers_ = true; }

  [[nodiscard]] UnindexedPassages& unindexed() { return unindexed_; }

  /// Begins a transaction that takes the write lock at once; false if one is open already.
  bool begin();
  /// Puts what is unindexed into the index first.
  void commit();
  void roll_back() noexcept;

 private:
  void migrate();
  void back_up_before_migration();
  void refresh_index();
  void check_version(Mode mode);

  Analyser analyser_;  // before the connection, which calls it
  SQLite::Database connection_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view sql) const {
      return std::hash<std::string_view>()(sql);
    }
  };
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>, Hash, std::equal_to<>>
      statements_;
  UnindexedPassages unindexed_;
  bool in_transaction_ = false;
  bool shows_personal_numbers_ = false;
};

/// A transaction of its own, or a part of the one that is open already: then only the outer one
/// decides what lasts.
class WriteScope {
 public:
  explicit WriteScope(Database& database) : database_(database), own_(database.begin()) {}
  WriteScope(const WriteScope&) = delete;
  WriteScope& operator=(const WriteScope&) = delete;
  ~WriteScope() {
    if (own_ && !committed_) database_.roll_back();
  }
  void commit() {
    if (own_) database_.commit();
    committed_ = true;
  }

 private:
  Database& database_;
  bool own_;
  bool committed_ = false;
};

/// Until it ends, all that is read is one state of the archive.
class ReadScope {
 public:
  explicit ReadScope(Database& database);
  ReadScope(const ReadScope&) = delete;
  ReadScope& operator=(const ReadScope&) = delete;
  ~ReadScope();

 private:
  Database& database_;
  bool own_;
};

/// Binds from the first parameter on: texts, numbers, optionals (null when not set), nullptr.
class Binder {
 public:
  explicit Binder(SQLite::Statement& statement) : statement_(statement) {}
  Binder& add(std::string_view text);
  Binder& add(const char* text) { return add(std::string_view(text)); }
  Binder& add(std::int64_t number);
  Binder& add(int number) { return add(std::int64_t{number}); }
  Binder& add(double number);
  Binder& add_null();
  Binder& add_blob(std::string_view bytes);
  /// Null for an empty text.
  Binder& add_unless_empty(std::string_view text) { return text.empty() ? add_null() : add(text); }
  template <typename T>
  Binder& add(const std::optional<T>& value) {
    return value ? add(*value) : add_null();
  }

 private:
  SQLite::Statement& statement_;
  int next_ = 1;
};

/// Runs a statement with these values from its first parameter on.
template <typename... Values>
int run_statement(Database& database, std::string_view sql, const Values&... values) {
  SQLite::Statement& statement = database.prepared(sql);
  Binder binder(statement);
  (binder.add(values), ...);
  const int changed = statement.exec();
  statement.reset();
  return changed;
}

/// A text column; empty for null.
std::string text_of(const SQLite::Statement& row, int column);

}  // namespace diarium
