#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>

#include "models/error.h"
#include "pipeline/run/discovery.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/seal.h"

namespace diarium {

/// What is to be done with a file that was found.
enum class Arrival {
  unchanged,   ///< it is in the archive under the settings in force
  moved,       ///< the same, and its former path is gone: it has a new one
  duplicate,   ///< another path holds the same bytes
  to_read,     ///< it is new, or changed, or its understanding is old
  unreadable,  ///< it could not even be opened
  waiting,     ///< it was written to a moment ago: somebody may still be copying it
  forgotten,   ///< `diarium forget` took it out: it leaves no trace
};

struct Decision {
  Arrival arrival = Arrival::unchanged;
  std::string source;          ///< id, where it could be hashed
  bool changed = false;        ///< the path held other bytes before
  bool rotten = false;         ///< what the archive held of it had rotted, and is made anew
  std::optional<Error> error;  ///< of `unreadable`
};

/// Compares what is found on the disk with what the archive knows, and keeps the paths of the
/// archive true. One for each run.
class Intake {
 public:
  /// A file written to less than `settling` ago waits. `archive` must outlive it.
  Intake(Archive& archive, SettledUnder keys, std::chrono::seconds settling, std::int64_t run);

  Decision take_in(const FoundFile& file);
  /// A folder that can't be looked into.
  void note(const Error& unreadable_place);
  /// After all below `root` was found: marks known files that are gone, and tells how many.
  int mark_missing(const std::filesystem::path& root);
  /// The file changed between being found and being read: the next run takes it in anew.
  void put_off(const std::filesystem::path& path, const Error& error);

 private:
  [[nodiscard]] bool may_still_grow(const FoundFile& file) const;
  Decision decide(const FoundFile& file, const std::optional<PathEntry>& known,
                  const std::string& sha256);
  /// Drops what the archive holds of a source where that is not what was stored; whether it did.
  bool drop_rot(const std::string& source);
  /// Drops former paths of a source that are gone; false where there are none, or one still stands.
  bool take_over_paths(const std::string& source, const std::string& path);
  void record(const FoundFile& file, const std::string& source, PathStatus status,
              const std::optional<Error>& error);

  Archive& archive_;
  Sealer sealer_;
  SettledUnder keys_;
  std::chrono::seconds settling_;
  std::int64_t run_;
  std::unordered_set<std::string> queued_;  // sources
  std::unordered_set<std::size_t> found_;   // hashes of paths: an archive has very many
};

}  // namespace diarium
