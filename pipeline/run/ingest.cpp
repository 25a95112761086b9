#include "pipeline/run/ingest.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/run/cpu_time.h"
#include "pipeline/run/discovery.h"
#include "pipeline/run/reading_pool.h"
#include "pipeline/run/sha256.h"
#include "pipeline/run/shortfall.h"
#include "pipeline/run/understand_ahead.h"

namespace diarium {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kProgressEvery = std::chrono::milliseconds(200);
/// Born-digital pages cost less than a commit; so much of them may be lost to a kill.
constexpr auto kCommitEvery = std::chrono::milliseconds(500);
/// Sources whose new understandings last together.
constexpr int kBatch = 64;
/// A file that brought the whole run down so often is set aside.
constexpr int kMostAttempts = 3;

/// A source in work.
struct Job {
  std::string source;
  std::filesystem::path path;
  std::string display;
  std::string media_type;
  int pages = 0;
  bool read_nothing = false;  ///< its readings are fresh: only understand it
};

/// One run: takes files in, lets the pool read them, understands and stores what comes.
class Run {
 public:
  Run(const Configuration& configuration, Archive& archive, const Understander& understander,
      const RunListener& listener)
      : archive_(archive),
        understander_(understander),
        listener_(listener),
        reading_key_(reading_key_of(configuration)),
        pool_(configuration, pool_listener()) {}

  void take_in(const FoundFile& file);
  void take_in(const Error& unreadable_place);
  RunReport work();

 private:
  ReadingPool::Listener pool_listener();
  bool is_known(const Source& source) const;
  void record_path(const FoundFile& file, const std::string& source, PathStatus status,
                   const std::optional<Error>& error);
  void enqueue(const std::string& source, const std::filesystem::path& path);
  void store_page(const Job& job, const Page& page, const PageTimes& times);
  void store_lost(const Job& job, const Error& error);
  void finish(const Job& job);
  void quarantine(const Job& job, const Error& error);
  void set_aside(const std::string& display, const Error& error);
  void tick();
  void commit();

  Archive& archive_;
  const Understander& understander_;
  const RunListener& listener_;
  std::string reading_key_;
  RunReport report_;
  std::vector<Job> jobs_;
  std::set<std::string> queued_;  // sources
  std::size_t done_ = 0;
  std::optional<Archive::Transaction> transaction_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point committed_ = Clock::now();
  Clock::time_point told_ = Clock::now();
  ReadingPool pool_;
};

ReadingPool::Listener Run::pool_listener() {
  return {
      .opened =
          [this](std::size_t file, int pages, const std::string& media_type) {
            jobs_[file].pages = pages;
            jobs_[file].media_type = media_type;
          },
      .read = [this](std::size_t file, const Page& page,
                     const PageTimes& times) { store_page(jobs_[file], page, times); },
      .lost = [this](std::size_t file, const Error& error) { store_lost(jobs_[file], error); },
      .failed = [this](std::size_t file, const Error& error) { quarantine(jobs_[file], error); },
      .done = [this](std::size_t file) { finish(jobs_[file]); },
  };
}

/// Whether nothing is left to do for a source under the settings in force.
bool Run::is_known(const Source& source) const {
  if (source.status == SourceStatus::quarantined) return true;
  if (source.status != SourceStatus::indexed && source.status != SourceStatus::partial)
    return false;
  const auto fresh = static_cast<int>(archive_.fresh_pages(source.id, reading_key_).size());
  return fresh + source.lost_pages >= source.pages &&
         archive_.is_understood(source.id, understander_.key());
}

void Run::record_path(const FoundFile& file, const std::string& source, PathStatus status,
                      const std::optional<Error>& error) {
  archive_.put_path({.path = file.path.string(),
                     .display = display_form(file.path),
                     .bytes = static_cast<std::int64_t>(file.bytes),
                     .mtime_ns = file.modified_ns,
                     .source = source,
                     .status = status,
                     .reason = error ? std::optional(error->code) : std::nullopt,
                     .message = error ? error->message : ""});
}

void Run::take_in(const FoundFile& file) {
  tick();
  const std::string path = file.path.string();
  const std::optional<PathEntry> known = archive_.find_path(path);
  const bool same = known && known->bytes == static_cast<std::int64_t>(file.bytes) &&
                    known->mtime_ns == file.modified_ns;
  if (same && !known->source.empty()) {
    const auto source = archive_.find_source(known->source);
    if (source && is_known(*source)) {
      ++report_.unchanged;
      return;
    }
  }
  const Result<std::string> digest = sha256_of_file(file.path);
  if (!digest) {
    record_path(file, "", PathStatus::failed, digest.error());
    ++report_.unreadable;
    return set_aside(display_form(file.path), digest.error());
  }
  const std::string source = archive_.add_source(*digest, static_cast<std::int64_t>(file.bytes));
  const bool known_here = known && known->source == source;
  const bool elsewhere =
      !known_here && (queued_.contains(source) || !archive_.paths_of(source).empty());
  if (is_known(*archive_.find_source(source))) {
    record_path(file, source, elsewhere ? PathStatus::duplicate : PathStatus::unchanged,
                std::nullopt);
    ++(elsewhere ? report_.duplicates : report_.unchanged);
    return;
  }
  if (queued_.contains(source)) {
    record_path(file, source, PathStatus::duplicate, std::nullopt);
    ++report_.duplicates;
    return;
  }
  record_path(file, source, PathStatus::processed, std::nullopt);
  enqueue(source, file.path);
}

void Run::take_in(const Error& unreadable_place) {
  FoundFile place;
  place.path = unreadable_place.file;
  record_path(place, "", PathStatus::failed, unreadable_place);
  ++report_.unreadable_places;
  set_aside(display_form(place.path), unreadable_place);
}

void Run::enqueue(const std::string& id, const std::filesystem::path& path) {
  const Source source = *archive_.find_source(id);
  queued_.insert(id);
  jobs_.push_back({.source = id,
                   .path = path,
                   .display = display_form(path),
                   .media_type = source.media_type,
                   .pages = source.pages});
  Job& job = jobs_.back();
  if (source.attempts >= kMostAttempts) {
    return quarantine(
        job, {ErrorCode::crashed,
              fmt::format("the run broke off {} times while at work on it", kMostAttempts)});
  }
  std::vector<int> fresh = archive_.fresh_pages(id, reading_key_);
  job.read_nothing =
      source.pages > 0 && static_cast<int>(fresh.size()) + source.lost_pages >= source.pages;
  if (!job.read_nothing) pool_.add(jobs_.size() - 1, path, std::move(fresh), source.sha256);
}

RunReport Run::work() {
  for (const Job& job : jobs_) {
    if (job.read_nothing) finish(job);
  }
  while (!pool_.idle()) {
    if (listener_.stop && listener_.stop()) break;
    pool_.step(std::chrono::milliseconds(100));
    tick();
  }
  report_.left += static_cast<int>(jobs_.size() - done_);
  commit();
  transaction_.reset();
  report_.seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  report_.understand_times = understander_.times();
  if (listener_.progress) listener_.progress(report_, done_, jobs_.size());
  return report_;
}

void Run::store_page(const Job& job, const Page& page, const PageTimes& times) {
  const double start = cpu_seconds();
  archive_.put_reading(job.source, reading_key_, page);
  ++report_.pages_read;
  report_.page_times.read += times.read;
  report_.page_times.recognise += times.recognise;
  report_.page_times.lay_out += times.lay_out;
  if (page.origin != Origin::embedded) {
    ++report_.pages_recognised;
    commit();
  }
  report_.store_time += cpu_seconds() - start;
}

void Run::store_lost(const Job& job, const Error& error) {
  archive_.put_lost_page(job.source, reading_key_, error);
  ++report_.pages_lost;
  ++report_.reasons[std::string(name_of(error.code))];
  if (listener_.set_aside)
    listener_.set_aside(fmt::format("{} page {}", job.display, error.page), error);
}

void Run::finish(const Job& job) {
  const double start = cpu_seconds();
  const Readings readings = archive_.readings(job.source);
  if (readings.pages.empty()) {
    return quarantine(job, readings.lost.empty()
                               ? Error{ErrorCode::damaged, "no page could be read"}
                               : readings.lost.front());
  }
  // Workers keep foreign bytes away from this process; what remains to bring it down is what it
  // does with the pages. So the attempt counts before that begins.
  archive_.begin_attempt(job.source);
  commit();
  const double before = cpu_seconds();
  const Understanding understanding =
      understander_.understand(readings.pages, job.source, job.display);
  const double understood = cpu_seconds() - before;
  archive_.put_understanding(job.source, understander_.key(), readings.pages, understanding);
  SourceEnd end{.status = SourceStatus::indexed,
                .media_type = job.media_type,
                .pages = job.pages,
                .reason = {},
                .message = {}};
  const std::optional<Error> shortfall = shortfall_of(readings);
  if (shortfall) {
    end.status = SourceStatus::partial;
    end.reason = shortfall->code;
    end.message = shortfall->message;
  }
  archive_.finish_source(job.source, end);
  ++(shortfall ? report_.partial : report_.indexed);
  ++done_;
  report_.store_time += cpu_seconds() - start - understood;
}

void Run::quarantine(const Job& job, const Error& error) {
  archive_.finish_source(job.source, {.status = SourceStatus::quarantined,
                                      .media_type = job.media_type,
                                      .pages = job.pages,
                                      .reason = error.code,
                                      .message = error.message});
  ++report_.quarantined;
  ++done_;
  set_aside(job.display, error);
}

void Run::set_aside(const std::string& display, const Error& error) {
  ++report_.reasons[std::string(name_of(error.code))];
  if (listener_.set_aside) listener_.set_aside(display, error);
}

void Run::tick() {
  const auto now = Clock::now();
  if (!transaction_) transaction_.emplace(archive_);
  if (now - committed_ > kCommitEvery) commit();
  if (listener_.progress && now - told_ > kProgressEvery) {
    listener_.progress(report_, done_, jobs_.size());
    told_ = now;
  }
}

void Run::commit() {
  if (transaction_) transaction_->commit();
  transaction_.reset();
  transaction_.emplace(archive_);
  committed_ = Clock::now();
}

void take_in(Run& run, const std::filesystem::path& path) {
  discover(
      path, [&](const FoundFile& file) { run.take_in(file); },
      [&](const Error& error) { run.take_in(error); });
}

}  // namespace

RunReport ingest(const std::vector<std::filesystem::path>& paths,
                 const Configuration& configuration, Archive& archive,
                 const Understander& understander, const RunListener& listener) {
  Run run(configuration, archive, understander, listener);
  for (const std::filesystem::path& path : paths) take_in(run, path);
  return run.work();
}

RunReport retry(const std::string& reason, const Configuration& configuration, Archive& archive,
                const Understander& understander, const RunListener& listener) {
  Run run(configuration, archive, understander, listener);
  for (const SourceStatus status : {SourceStatus::quarantined, SourceStatus::partial}) {
    for (const Source& source : archive.sources(status)) {
      if (!reason.empty() && (!source.reason || name_of(*source.reason) != reason)) continue;
      archive.retry(source.id);
      for (const PathEntry& entry : archive.paths_of(source.id)) take_in(run, entry.path);
    }
  }
  return run.work();
}

int reextract(Archive& archive, const Understander& understander, const RunListener& listener) {
  std::vector<std::string> stale;
  for (const Source& source : archive.sources()) {
    const bool read =
        source.status == SourceStatus::indexed || source.status == SourceStatus::partial;
    if (read && !archive.is_understood(source.id, understander.key())) stale.push_back(source.id);
  }
  UnderstandAhead ahead(archive, understander, std::move(stale));
  int understood = 0;
  std::optional<Archive::Transaction> batch;
  while (!(listener.stop && listener.stop())) {
    const std::optional<Understood> next = ahead.next();
    if (!next) break;
    // A disk takes longer to sync than a file to be understood; what a crash undoes is soon done
    // again.
    if (!batch) batch.emplace(archive);
    archive.put_understanding(next->source, understander.key(), next->pages, next->understanding);
    if (++understood % kBatch != 0) continue;
    batch->commit();
    batch.reset();
  }
  if (batch) batch->commit();
  return understood;
}

}  // namespace diarium
