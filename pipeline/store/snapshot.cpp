#include "pipeline/store/snapshot.h"

#include <fmt/format.h>

#include <stdexcept>

#include "pipeline/store/database.h"

namespace diarium {
namespace {

/// For SQLite a snapshot counts as writing, even though it leaves the archive alone: a connection
/// that only reads is let out for as long as it takes.
class WritingAllowed {
 public:
  explicit WritingAllowed(Database& database) : database_(database) {
    SQLite::Statement query(database.connection(), "PRAGMA query_only");
    read_only_ = query.executeStep() && query.getColumn(0).getInt() != 0;
    if (read_only_) database_.execute("PRAGMA query_only = 0");
  }
  WritingAllowed(const WritingAllowed&) = delete;
  WritingAllowed& operator=(const WritingAllowed&) = delete;
  ~WritingAllowed() {
    if (read_only_) database_.execute("PRAGMA query_only = 1");
  }

 private:
  Database& database_;
  bool read_only_ = false;
};

}  // namespace

void write_snapshot(const Archive& archive, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) {
    throw std::runtime_error(fmt::format("{} exists already", file.string()));
  }
  const WritingAllowed allowed(archive.database());
  try {
    run_statement(archive.database(), "VACUUM INTO ?", std::string_view(file.native()));
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    throw;
  }
}

}  // namespace diarium
