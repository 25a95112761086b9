#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/store/archive.h"

namespace diarium {

/// One act on the archive.
struct AuditEntry {
  std::string at;       ///< ISO 8601, UTC
  std::string who;      ///< "anna (uid 1000)"
  std::string act;      ///< "ingest", "forget", ...
  std::string version;  ///< of the program
  std::string detail;   ///< settings, what was asked for, what came of it
};

/// Adds an act at the end of the chain: each entry holds the sha256 of the one before.
void add_to_audit(Archive& archive, const AuditEntry& entry);

/// The number of the first entry that doesn't fit its chain any more: it was changed, or one before
/// it was taken out. Entries cut off at the end can only be told from a backup.
std::optional<std::int64_t> break_in_audit(const Archive& archive);

}  // namespace diarium
