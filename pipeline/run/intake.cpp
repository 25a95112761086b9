#include "pipeline/run/intake.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include "pipeline/run/sha256.h"
#include "pipeline/store/forget.h"

namespace diarium {
namespace {

std::size_t hash_of(const std::string& path) {
  return std::hash<std::string>{}(path);
}

PathEntry entry_of(const FoundFile& file) {
  PathEntry entry;
  entry.path = file.path.string();
  entry.bytes = static_cast<std::int64_t>(file.bytes);
  entry.mtime_ns = file.modified_ns;
  return entry;
}

/// Not there any more: a folder that can't be looked into proves nothing.
bool is_gone(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return errno == ENOENT || errno == ENOTDIR;
  return !S_ISREG(status.st_mode);
}

}  // namespace

Intake::Intake(Archive& archive, SettledUnder keys, std::chrono::seconds settling, std::int64_t run)
    : archive_(archive), sealer_(archive), keys_(std::move(keys)), settling_(settling), run_(run) {}

bool Intake::may_still_grow(const FoundFile& file) const {
  using Nanoseconds = std::chrono::nanoseconds;
  const Nanoseconds now = std::chrono::system_clock::now().time_since_epoch();
  const Nanoseconds age = now - Nanoseconds(file.modified_ns);
  return age >= Nanoseconds::zero() && age < settling_;  // a clock ahead of ours proves nothing
}

Decision Intake::take_in(const FoundFile& file) {
  const std::string path = file.path.string();
  found_.insert(hash_of(path));
  const std::string settled = archive_.settled_source(entry_of(file), keys_);
  if (!settled.empty()) return {Arrival::unchanged, settled};
  const std::optional<PathEntry> known = archive_.find_path(path);
  if (may_still_grow(file)) {
    record(file, known ? known->source : "", PathStatus::waiting, std::nullopt);
    return {Arrival::waiting, {}};
  }
  const Result<std::string> digest = sha256_of_file(file.path);
  if (!digest) {
    record(file, "", PathStatus::failed, digest.error());
    return {.arrival = Arrival::unreadable, .error = digest.error()};
  }
  if (is_forgotten(archive_, *digest)) {
    archive_.remove_path(path);
    return {Arrival::forgotten, {}};
  }
  return decide(file, known, *digest);
}

Decision Intake::decide(const FoundFile& file, const std::optional<PathEntry>& known,
                        const std::string& sha256) {
  const std::string source = archive_.add_source(sha256, static_cast<std::int64_t>(file.bytes));
  const bool known_here = known && known->source == source;
  const bool changed = known && !known->source.empty() && !known_here;
  const bool moved = !known_here && take_over_paths(source, file.path.string());
  const bool elsewhere = !known_here && !moved && !archive_.paths_of(source).empty();
  if (queued_.contains(source)) {
    record(file, source, PathStatus::duplicate, std::nullopt);
    return {Arrival::duplicate, source, changed};
  }
  if (archive_.is_settled(source, keys_)) {
    record(file, source, elsewhere ? PathStatus::duplicate : PathStatus::unchanged, std::nullopt);
    if (moved) return {Arrival::moved, source};
    return {elsewhere ? Arrival::duplicate : Arrival::unchanged, source, changed};
  }
  const bool rotten = drop_rot(source);
  if (rotten) archive_.add_source(sha256, static_cast<std::int64_t>(file.bytes));
  record(file, source, PathStatus::processed, std::nullopt);
  queued_.insert(source);
  return {Arrival::to_read, source, changed, rotten};
}

/// A seal taken anew would cover what has rotted.
bool Intake::drop_rot(const std::string& source) {
  if (!sealer_.is_broken(source)) return false;
  archive_.remove_source(source);
  return true;
}

bool Intake::take_over_paths(const std::string& source, const std::string& path) {
  const std::vector<PathEntry> former = archive_.paths_of(source);
  const bool all_gone = std::all_of(former.begin(), former.end(), [&](const PathEntry& entry) {
    return entry.path != path && is_gone(entry.path);
  });
  if (former.empty() || !all_gone) return false;
  for (const PathEntry& entry : former) archive_.remove_path(entry.path);
  return true;
}

void Intake::note(const Error& unreadable_place) {
  FoundFile place;
  place.path = unreadable_place.file;
  record(place, "", PathStatus::failed, unreadable_place);
}

int Intake::mark_missing(const std::filesystem::path& root) {
  int missing = 0;
  const std::filesystem::path folder = absolute_place(root);
  for (const std::string& path : archive_.paths_below(folder.string())) {
    if (found_.contains(hash_of(path)) || !is_gone(path)) continue;
    archive_.mark_missing(path);
    ++missing;
  }
  return missing;
}

void Intake::put_off(const std::filesystem::path& path, const Error& error) {
  FoundFile file;
  file.path = path;  // with no size and time that a file could have
  file.modified_ns = -1;
  record(file, "", PathStatus::waiting, error);
}

void Intake::record(const FoundFile& file, const std::string& source, PathStatus status,
                    const std::optional<Error>& error) {
  PathEntry entry = entry_of(file);
  entry.display = display_form(file.path);
  entry.source = source;
  entry.status = status;
  if (error) entry.reason = error->code;
  if (error) entry.message = error->message;
  entry.run = run_;
  archive_.put_path(entry);
}

}  // namespace diarium
