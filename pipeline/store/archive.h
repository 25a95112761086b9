#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/error.h"
#include "models/page.h"
#include "pipeline/segment/segment.h"

namespace diarium {

class Database;

/// The archive was written by a newer version of the program, which this one must not touch.
class NewerArchive : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where a source stands. All but `seen` and `claimed` are terminal.
enum class SourceStatus {
  seen,         ///< known, not yet worked on
  claimed,      ///< in work; left over from an earlier process it means that the work crashed
  indexed,      ///< all pages read
  partial,      ///< some pages lost
  quarantined,  ///< nothing could be read; the reason says why
};
std::string_view name_of(SourceStatus status);

/// The bytes of a file, whatever its names.
struct Source {
  std::string id;      ///< first 16 hex digits of `sha256`
  std::string sha256;  ///< 64 lower-case hex digits
  std::int64_t bytes = 0;
  std::string media_type;  ///< "application/pdf"; empty until known
  int pages = 0;           ///< 0 until known
  int lost_pages = 0;
  SourceStatus status = SourceStatus::seen;
  std::optional<ErrorCode> reason;  ///< of quarantined, or of the first lost page
  std::string message;
  int attempts = 0;  ///< begun since it last came to an end or got further, crashed ones included
  /// What it was set aside under: another program or other settings may have better luck.
  std::string set_aside_under;
};

/// How the work on a source ended.
struct SourceEnd {
  SourceStatus status = SourceStatus::indexed;  ///< indexed, partial or quarantined
  std::string media_type;
  int pages = 0;
  std::optional<ErrorCode> reason;
  std::string message;
  std::string set_aside_under;  ///< of quarantined
};

/// What the last run found under a path.
enum class PathStatus {
  waiting,    ///< seen, its source not yet at an end
  processed,  ///< its source came to an end in that run
  unchanged,  ///< size and time of change, or the bytes, are as before
  duplicate,  ///< another path holds the same bytes
  failed,     ///< it could not even be hashed: no source; the reason says why
  missing,    ///< gone from its place; its source stays
};
std::string_view name_of(PathStatus status);

struct PathEntry {
  std::string path;     ///< the bytes of the name, as the file system gives them
  std::string display;  ///< the same as safe UTF-8
  std::int64_t bytes = 0;
  std::int64_t mtime_ns = 0;  ///< since 1970
  std::string source;         ///< id; empty where nothing could be hashed
  PathStatus status = PathStatus::waiting;
  std::optional<ErrorCode> reason;
  std::string message;
  std::int64_t run = 0;  ///< that saw it last
};

/// What the work on a source must have been done under, for nothing to be left to do.
struct SettledUnder {
  std::string reading;        ///< key of its readings
  std::string understanding;  ///< key of its understanding
  std::string set_aside;      ///< what it was set aside under, where it was
};

/// The stored pages of a source.
struct Readings {
  std::vector<Page> pages;  ///< by number; pages that can't be decoded any more are among `lost`
  std::vector<Error> lost;  ///< by page
};

/// The stored pages of a source as the archive keeps them: decoding is costly, and any thread can
/// do it.
struct StoredReadings {
  std::vector<std::pair<int, std::string>> pages;  ///< number, bytes
  std::vector<Error> lost;                         ///< by page

  [[nodiscard]] Readings decoded() const;
};

/// The one file that holds everything: sources, readings, documents, records and their index.
/// Methods throw std::runtime_error when the disk or the database fails; what was open rolls back.
/// One Archive belongs to one thread. There is one writer at a time; readers never wait for it.
class Archive {
 public:
  /// Opens for writing and brings the schema up to date; creates the file if there is none.
  /// Throws NewerArchive for a file of a newer version.
  static Archive open(const std::filesystem::path& file);
  /// Opens for reading; nothing is ever written. Throws as `open`, and std::runtime_error for a
  /// file that is not there, is no archive, or must first be brought up to date by `open`.
  static Archive open_read_only(const std::filesystem::path& file);

  /// From here on exports, searches and lines of an id print personal identity numbers in full;
  /// otherwise each of their digits is a star.
  void show_personal_numbers();

  /// Opens for `damage_of`, which asks the full-text index by writing to it; nothing is changed.
  /// Throws as `open_read_only`.
  static Archive open_to_check(const std::filesystem::path& file);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  /// Several writes that last together. Rolls back unless committed; at most one is open at a time.
  /// Writes outside of one are each a transaction of their own.
  class Transaction {
   public:
    explicit Transaction(Archive& archive);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    /// On disk when this returns.
    void commit();

   private:
    Database* database_;
  };

  // Runs. Times are ISO 8601 texts of the caller's clock; they stand in no other table.
  std::int64_t begin_run(std::string_view started, std::string_view version,
                         std::string_view settings);
  void finish_run(std::int64_t run, std::string_view finished);

  // Paths.
  [[nodiscard]] std::optional<PathEntry> find_path(std::string_view path) const;
  [[nodiscard]] std::vector<PathEntry> paths_of(std::string_view source) const;  ///< by name
  void put_path(const PathEntry& entry);
  /// All known paths of files below a folder (absolute, without a slash at its end), by name.
  [[nodiscard]] std::vector<std::string> paths_below(std::string_view folder) const;
  void mark_missing(std::string_view path);
  void remove_path(std::string_view path);

  // Sources.
  /// Adds a source unless it is known; returns its id.
  std::string add_source(std::string_view sha256, std::int64_t bytes);
  [[nodiscard]] std::optional<Source> find_source(std::string_view id) const;
  [[nodiscard]] std::vector<Source> sources() const;  ///< by id
  [[nodiscard]] std::vector<Source> sources(SourceStatus status) const;
  /// Claims a source and counts the attempt. Commit before the work starts, so that a crash counts.
  void begin_attempt(std::string_view source);
  /// Something of a claimed source was stored: crashes before that don't count any more.
  void note_progress(std::string_view source);
  /// Gives a claim back without counting it: the run stopped on purpose.
  void release(std::string_view source);
  void finish_source(std::string_view source, const SourceEnd& end);
  /// Makes a quarantined or partial source `seen` again, with no attempts counted and no page lost.
  void retry(std::string_view source);
  /// Takes a source out with its readings, documents, records and index rows; its paths forget it.
  void remove_source(std::string_view source);

  // Readings. `key` stands for everything but the file that a reading depends on.
  void put_reading(std::string_view source, std::string_view key, const Page& page);
  /// `error.page` says which.
  void put_lost_page(std::string_view source, std::string_view key, const Error& error);
  /// Numbers of the pages that were read under this key, ascending; lost pages are not among them.
  [[nodiscard]] std::vector<int> fresh_pages(std::string_view source, std::string_view key) const;
  [[nodiscard]] Readings readings(std::string_view source) const;
  [[nodiscard]] StoredReadings stored_readings(std::string_view source) const;

  // Understandings.
  /// Replaces all documents, records and index rows of the source in one transaction. Where they
  /// would be the same they are left alone: then false.
  bool put_understanding(std::string_view source, std::string_view key,
                         const std::vector<Page>& pages, const Understanding& understanding);
  /// Whether the source's understanding was made under this key.
  [[nodiscard]] bool is_understood(std::string_view source, std::string_view key) const;

  /// Whether nothing is left to do for a source.
  [[nodiscard]] bool is_settled(std::string_view source, const SettledUnder& keys) const;
  /// Of a file that has the size and the time of change that its path is known by: the source, when
  /// nothing is left to do for it; otherwise empty. Of `file`, `path`, `bytes` and `mtime_ns`
  /// count.
  [[nodiscard]] std::string settled_source(const PathEntry& file, const SettledUnder& keys) const;

  /// For the other files of store/.
  [[nodiscard]] Database& database() const { return *database_; }

 private:
  explicit Archive(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace diarium
