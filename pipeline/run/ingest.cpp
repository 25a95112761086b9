#include "pipeline/run/ingest.h"

#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <new>
#include <optional>
#include <utility>

#include "pipeline/run/claims.h"
#include "pipeline/run/cpu_time.h"
#include "pipeline/run/discovery.h"
#include "pipeline/run/disk_room.h"
#include "pipeline/run/intake.h"
#include "pipeline/run/memory_reserve.h"
#include "pipeline/run/own_files.h"
#include "pipeline/run/reading_pool.h"
#include "pipeline/run/shortfall.h"
#include "pipeline/run/version.h"
#include "pipeline/store/maintenance.h"
#include "pipeline/store/name_register.h"
#include "pipeline/store/seal.h"

namespace diarium {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kProgressEvery = std::chrono::milliseconds(200);
/// Born-digital pages cost less than a commit; so much of them may be lost to a kill.
constexpr auto kCommitEvery = std::chrono::milliseconds(500);
/// The power or an operator may bring a run down, and so the first break only makes a file that was
/// in work be read last and alone. After so many breaks at it alone it is set aside.
constexpr int kMostBreaksAlone = 3;
/// While so many files wait for a worker, no more are looked for: memory holds no whole archive.
constexpr std::size_t kMostWaiting = 256;

/// A source in work.
struct Job {
  std::string source;
  std::filesystem::path path;
  std::string display;
  std::string media_type;
  int pages = 0;
  double seconds = 0;  // of CPU
  bool changed = false;
};

/// Files that need no reading, by what they are.
int& count_of(RunReport& report, Arrival arrival) {
  switch (arrival) {
    case Arrival::moved:
      return report.moved;
    case Arrival::duplicate:
      return report.duplicates;
    case Arrival::waiting:
      return report.waiting;
    case Arrival::forgotten:
      return report.forgotten;
    case Arrival::unreadable:
      return report.unreadable;
    case Arrival::unchanged:
    case Arrival::to_read:
      break;
  }
  return report.unchanged;
}

/// One run: takes files in, lets the pool read them, understands and stores what comes.
class Run {
 public:
  Run(const Configuration& configuration, Archive& archive, const Understander& understander,
      const RunListener& listener)
      : archive_(archive),
        understander_(understander),
        listener_(listener),
        configuration_(configuration),
        reading_key_(reading_key_of(configuration)),
        set_aside_key_(fmt::format("{} {}", kVersion, reading_key_)),
        sealer_(archive),
        own_(configuration),
        intake_(archive, {reading_key_, understander.key(), set_aside_key_},
                std::chrono::seconds(configuration.settle_seconds), listener.run),
        claims_(archive),
        pool_(configuration, pool_listener(), listener.nursery) {}

  void take_in(const std::filesystem::path& root);
  /// After all below these was taken in.
  void mark_missing(const std::filesystem::path& root) {
    if (!stopped()) report_.missing += intake_.mark_missing(root);
  }
  RunReport work();

 private:
  ReadingPool::Listener pool_listener();
  void take_in(const FoundFile& file);
  void take_in(const Error& unreadable_place);
  void enqueue(const FoundFile& file, const Decision& decision);
  void begin(std::size_t number);
  void read_all();
  void claim(const Job& job);
  void store_page(Job& job, const Page& page, const PageTimes& times);
  void store_lost(const Job& job, const Error& error);
  void finish(Job& job);
  double understand(const Job& job, const std::vector<Page>& pages);
  void fail(Job& job, const Error& error);
  void quarantine(Job& job, const Error& error);
  void put_off(Job& job, const Error& error);
  void close(Job& job);
  void set_aside(const std::string& display, const Error& error);
  [[nodiscard]] bool stopped() const { return listener_.stop && listener_.stop(); }
  void tick();
  void commit();

  Archive& archive_;
  const Understander& understander_;
  const RunListener& listener_;
  const Configuration& configuration_;
  std::string reading_key_;
  std::string set_aside_key_;
  Sealer sealer_;
  OwnFiles own_;
  Intake intake_;
  RunReport report_;
  std::deque<Job> jobs_;               // a pool in work keeps no hold of them but their numbers
  std::vector<std::size_t> suspects_;  // at which a run broke off: read last, one by one
  std::size_t done_ = 0;
  Claims claims_;  // given back when no transaction is open any more
  std::optional<Archive::Transaction> transaction_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point committed_ = Clock::now();
  Clock::time_point told_ = Clock::now();
  ReadingPool pool_;
  MemoryReserve reserve_;
};

ReadingPool::Listener Run::pool_listener() {
  return {
      .starting = [this](std::size_t file) { claim(jobs_[file]); },
      .opened =
          [this](std::size_t file, int pages, const std::string& media_type) {
            jobs_[file].pages = pages;
            jobs_[file].media_type = media_type;
          },
      .read = [this](std::size_t file, const Page& page,
                     const PageTimes& times) { store_page(jobs_[file], page, times); },
      .lost = [this](std::size_t file, const Error& error) { store_lost(jobs_[file], error); },
      .failed = [this](std::size_t file, const Error& error) { fail(jobs_[file], error); },
      .done = [this](std::size_t file) { finish(jobs_[file]); },
  };
}

void Run::take_in(const std::filesystem::path& root) {
  discover(
      root, [this](const FoundFile& file) { take_in(file); },
      [this](const Error& error) { take_in(error); },
      [this](const std::filesystem::path&) { ++report_.passed_over; });
}

void Run::take_in(const FoundFile& file) {
  if (own_.contains(file.path)) return;
  tick();
  if (stopped()) {
    ++report_.left;
    return;
  }
  if (!pool_.idle()) pool_.step(std::chrono::milliseconds(0));
  const Decision decision = intake_.take_in(file);
  if (decision.arrival == Arrival::to_read) return enqueue(file, decision);
  ++count_of(report_, decision.arrival);
  if (decision.error) set_aside(display_form(file.path), *decision.error);
}

void Run::take_in(const Error& unreadable_place) {
  intake_.note(unreadable_place);
  ++report_.unreadable_places;
  set_aside(display_form(unreadable_place.file), unreadable_place);
}

void Run::enqueue(const FoundFile& file, const Decision& decision) {
  if (decision.rotten) ++report_.mended;
  const Source source = *archive_.find_source(decision.source);
  jobs_.push_back({.source = source.id,
                   .path = file.path,
                   .display = display_form(file.path),
                   .media_type = source.media_type,
                   .pages = source.pages,
                   .changed = decision.changed});
  Job& job = jobs_.back();
  // What an earlier run left claimed, or a worker never came to an end of.
  const bool in_work =
      source.status == SourceStatus::seen || source.status == SourceStatus::claimed;
  const int broke_off = in_work ? source.attempts : 0;
  if (broke_off > kMostBreaksAlone) {
    return quarantine(job, {ErrorCode::crashed,
                            fmt::format("the run broke off {} times while at work on it alone",
                                        kMostBreaksAlone)});
  }
  if (broke_off > 0) return suspects_.push_back(jobs_.size() - 1);
  begin(jobs_.size() - 1);
  while (pool_.waiting() > kMostWaiting && !stopped()) {
    pool_.step(std::chrono::milliseconds(100));
    tick();
  }
}

void Run::begin(std::size_t number) {
  Job& job = jobs_[number];
  const Source source = *archive_.find_source(job.source);
  std::vector<int> fresh = archive_.fresh_pages(source.id, reading_key_);
  const bool read =
      source.pages > 0 && static_cast<int>(fresh.size()) + source.lost_pages >= source.pages;
  if (read) {
    claim(job);
    return finish(job);
  }
  pool_.add(number, job.path, std::move(fresh), source.sha256);
}

/// Workers keep foreign bytes away from this process; but should a file bring it down all the same,
/// or the machine, then the next run must know which it was.
void Run::claim(const Job& job) {
  claims_.take(job.source);
  commit();
}

void Run::read_all() {
  while (!pool_.idle() && !stopped()) {
    pool_.step(std::chrono::milliseconds(100));
    tick();
  }
}

RunReport Run::work() {
  read_all();
  for (const std::size_t suspect : suspects_) {
    if (stopped()) break;
    begin(suspect);
    read_all();
  }
  report_.left += static_cast<int>(jobs_.size() - done_);
  settle_names(archive_, configuration_.renamed_bodies);
  commit();
  transaction_.reset();
  give_memory_back(archive_.database());
  report_.seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  report_.understand_times = understander_.times();
  if (listener_.progress) listener_.progress(report_, done_, jobs_.size());
  return report_;
}

void Run::store_page(Job& job, const Page& page, const PageTimes& times) {
  const double start = cpu_seconds();
  archive_.put_reading(job.source, reading_key_, page);
  archive_.note_progress(job.source);
  ++report_.pages_read;
  job.seconds += times.read + times.recognise + times.lay_out;
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
  archive_.note_progress(job.source);
  ++report_.pages_lost;
  ++report_.reasons[std::string(name_of(error.code))];
  if (listener_.set_aside)
    listener_.set_aside(fmt::format("{} page {}", job.display, error.page), error);
}

/// Seconds of CPU that it took.
double Run::understand(const Job& job, const std::vector<Page>& pages) {
  const double before = cpu_seconds();
  const Understanding understanding = understander_.understand(pages, job.source, job.display);
  const double taken = cpu_seconds() - before;
  archive_.put_understanding(job.source, understander_.key(), pages, understanding);
  report_.add(understanding, job.display);
  return taken;
}

void Run::finish(Job& job) {
  const double start = cpu_seconds();
  const Readings readings = archive_.readings(job.source);
  if (readings.pages.empty()) {
    return quarantine(job, readings.lost.empty()
                               ? Error{ErrorCode::damaged, "no page could be read"}
                               : readings.lost.front());
  }
  const double understood = understand(job, readings.pages);
  SourceEnd end{.status = SourceStatus::indexed, .media_type = job.media_type, .pages = job.pages};
  const std::optional<Error> shortfall = shortfall_of(readings);
  if (shortfall) {
    end.status = SourceStatus::partial;
    end.reason = shortfall->code;
    end.message = shortfall->message;
  }
  archive_.finish_source(job.source, end);
  sealer_.seal(job.source);
  ++(shortfall ? report_.partial : report_.indexed);
  if (job.changed) ++report_.changed;
  report_.add(SlowFile{job.display, job.seconds + understood, job.pages});
  close(job);
  report_.store_time += cpu_seconds() - start - understood;
}

/// Nothing of it can be read.
void Run::fail(Job& job, const Error& error) {
  if (error.code == ErrorCode::changed) return put_off(job, error);
  quarantine(job, error);
}

void Run::quarantine(Job& job, const Error& error) {
  archive_.finish_source(job.source, {.status = SourceStatus::quarantined,
                                      .media_type = job.media_type,
                                      .pages = job.pages,
                                      .reason = error.code,
                                      .message = error.message,
                                      .set_aside_under = set_aside_key_});
  sealer_.seal(job.source);
  ++report_.quarantined;
  set_aside(job.display, error);
  close(job);
}

/// The bytes that were found are gone; what stands there now is for the next run.
void Run::put_off(Job& job, const Error& error) {
  intake_.put_off(job.path, error);
  claims_.give_back(job.source);
  const Readings readings = archive_.readings(job.source);
  if (readings.pages.empty() && archive_.paths_of(job.source).empty())
    archive_.remove_source(job.source);
  ++report_.waiting;
  close(job);
}

void Run::close(Job& job) {
  claims_.end(job.source);
  job = {};  // an archive has very many
  ++done_;
}

void Run::set_aside(const std::string& display, const Error& error) {
  ++report_.reasons[std::string(name_of(error.code))];
  if (listener_.set_aside) listener_.set_aside(display, error);
}

void Run::tick() {
  const auto now = Clock::now();
  if (!transaction_) transaction_.emplace(archive_);
  if (reserve_.used() || now - committed_ > kCommitEvery) commit();
  if (listener_.progress && now - told_ > kProgressEvery) {
    listener_.progress(report_, done_, jobs_.size());
    told_ = now;
  }
}

void Run::commit() {
  if (transaction_) transaction_->commit();
  transaction_.reset();
  if (reserve_.used()) throw std::bad_alloc();  // all until here lasts
  require_room(configuration_);
  transaction_.emplace(archive_);
  committed_ = Clock::now();
}

}  // namespace

RunReport ingest(const std::vector<std::filesystem::path>& paths,
                 const Configuration& configuration, Archive& archive,
                 const Understander& understander, const RunListener& listener) {
  Run run(configuration, archive, understander, listener);
  for (const std::filesystem::path& path : paths) run.take_in(path);
  for (const std::filesystem::path& path : paths) run.mark_missing(path);
  return run.work();
}

RunReport retry(const std::string& reason, const Configuration& configuration, Archive& archive,
                const Understander& understander, const RunListener& listener) {
  Run run(configuration, archive, understander, listener);
  for (const SourceStatus status : {SourceStatus::quarantined, SourceStatus::partial}) {
    for (const Source& source : archive.sources(status)) {
      if (!reason.empty() && (!source.reason || name_of(*source.reason) != reason)) continue;
      archive.retry(source.id);
      for (const PathEntry& entry : archive.paths_of(source.id)) run.take_in(entry.path);
    }
  }
  return run.work();
}

}  // namespace diarium
