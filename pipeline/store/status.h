#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/archive.h"

namespace diarium {

struct Count {
  std::string name;  ///< a kind, status or reason code
  std::int64_t number = 0;
  bool operator==(const Count&) const = default;
};

/// What is in an archive and what is not.
struct ArchiveStatus {
  std::vector<Count> sources;    ///< by status
  std::vector<Count> reasons;    ///< of quarantined sources, lost pages and paths without a source
  std::vector<Count> pages;      ///< by origin: embedded, ocr, mixed; and "lost"
  std::vector<Count> documents;  ///< by document_kind
  std::vector<Count> records;    ///< by kind
  std::vector<Count> issues;     ///< by code, of records
  std::int64_t waiting = 0;      ///< sources that no run has finished yet
  std::int64_t missing = 0;      ///< paths that are gone from their place
  std::string last_run;          ///< when the last run began; empty for none
  bool last_run_finished = false;   ///< false: at work, or killed
  std::int64_t not_understood = 0;  ///< sources with pages but without documents
  bool finds_compounds = false;     ///< a Swedish dictionary was found (package hunspell-sv)
  bool index_is_current =
      false;  ///< made by this program with that dictionary; opening to write mends it
};
ArchiveStatus status_of(const Archive& archive);

/// A file, or a page of it, that could not be read.
struct Failure {
  std::string path;    ///< as displayed; empty where no path holds the source any more
  std::string source;  ///< id; empty for a path that could not even be hashed
  int page = 0;        ///< 0 = the whole file
  ErrorCode reason = ErrorCode::internal;
  std::string message;
  int attempts = 0;
};
/// Quarantined files, lost pages and paths without a source, by path and page.
std::vector<Failure> failures_of(const Archive& archive);

/// Ids of the sources that hold records of a kind, ascending.
std::vector<std::string> sources_with(const Archive& archive, std::string_view kind);

/// What is wrong with the file itself: its pages, links between rows, the chain of the audit and,
/// for an archive that was opened to check, the full-text index. One line each, with what helps;
/// none when all is well.
std::vector<std::string> damage_of(const Archive& archive);

}  // namespace diarium
