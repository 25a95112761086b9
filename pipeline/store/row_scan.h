#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace diarium {

/// Reads very many rows of numbers, without the object a column that Statement makes.
class RowScan {
 public:
  /// `values` are bound to the "?" in order. Throws SQLite::Exception, as all methods do.
  RowScan(sqlite3* connection, const std::string& sql, const std::vector<std::string>& values);
  RowScan(const RowScan&) = delete;
  RowScan& operator=(const RowScan&) = delete;
  ~RowScan();

  /// Binds a pointer that functions can take, of a type by name, to the "?" of that number from 1.
  void bind_pointer(int index, void* pointer, const char* type);
  /// False at the end.
  bool next();
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;

 private:
  sqlite3* connection_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace diarium
