#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "pipeline/run/frames.h"
#include "pipeline/run/understand.h"

namespace diarium {

/// A file that took long.
struct SlowFile {
  std::string path;    ///< as displayed
  double seconds = 0;  ///< of CPU, reading and understanding
  int pages = 0;
};

/// A record that stands on weak ground: a person should look at it.
struct DoubtfulRecord {
  std::string path;  ///< as displayed
  int page = 0;      ///< 0 = not on paper
  std::string kind;
  std::string rule;
  double confidence = 0;
};

/// What a run did. Each file that was found is in exactly one of the counts that `files` adds up.
struct RunReport {
  int indexed = 0;
  int partial = 0;      ///< some of its pages were lost
  int quarantined = 0;  ///< nothing of it could be read
  int unreadable = 0;   ///< it could not even be opened
  int unchanged = 0;
  int moved = 0;       ///< known bytes under a new path, whose former path is gone
  int duplicates = 0;  ///< another path holds the same bytes
  int waiting = 0;     ///< written to a moment ago, or while it was read: for the next run
  int forgotten = 0;   ///< `diarium forget` took them out
  int left = 0;        ///< waits for the next run, since this one was stopped

  int changed = 0;            ///< of those that were read: the path held other bytes before
  int mended = 0;             ///< of those: what the archive held of them had rotted
  int missing = 0;            ///< known files that are gone from their place
  int unreadable_places = 0;  ///< folders that could not be looked into
  int passed_over = 0;        ///< links, pipes, devices: never followed
  int pages_read = 0;
  int pages_recognised = 0;  ///< of those, by OCR
  int pages_lost = 0;
  std::map<std::string, int> reasons;         ///< of files set aside and pages lost
  std::map<std::string, int> records;         ///< found, by kind
  std::vector<SlowFile> slowest;              ///< at most ten, the slowest first
  std::vector<DoubtfulRecord> least_certain;  ///< at most twenty, the least certain first
  double seconds = 0;
  // CPU seconds of each stage, for `--trace`.
  PageTimes page_times;
  Understander::Times understand_times;
  double store_time = 0;

  [[nodiscard]] int files() const {
    return indexed + partial + quarantined + unreadable + unchanged + moved + duplicates + waiting +
           forgotten + left;
  }
  /// Files and folders that somebody should look after.
  [[nodiscard]] int set_aside() const {
    return quarantined + unreadable + partial + unreadable_places;
  }

  /// Keeps it when it is among the ten slowest.
  void add(SlowFile file);
  /// Counts the records of a file, and keeps those among the twenty least certain.
  void add(const Understanding& understanding, const std::string& path);
};

}  // namespace diarium
