#include "pipeline/store/row_scan.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace diarium {

RowScan::RowScan(sqlite3* connection, const std::string& sql,
                 const std::vector<std::string>& values)
    : connection_(connection) {
  const int prepared = sqlite3_prepare_v2(connection, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                          &statement_, nullptr);
  if (prepared != SQLITE_OK) throw SQLite::Exception(connection, prepared);
  int next = 1;
  for (const std::string& value : values) {
    sqlite3_bind_text(statement_, next++, value.data(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
  }
}

RowScan::~RowScan() {
  sqlite3_finalize(statement_);
}

void RowScan::bind_pointer(int index, void* pointer, const char* type) {
  const int bound = sqlite3_bind_pointer(statement_, index, pointer, type, nullptr);
  if (bound != SQLITE_OK) throw SQLite::Exception(connection_, bound);
}

bool RowScan::next() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) throw SQLite::Exception(connection_, result);
  return result == SQLITE_ROW;
}

std::int64_t RowScan::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double RowScan::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

}  // namespace diarium
