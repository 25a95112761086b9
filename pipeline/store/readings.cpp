#include <algorithm>
#include <utility>

#include "models/json.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"

namespace diarium {
namespace {

constexpr std::string_view kPutReading =
    "INSERT OR REPLACE INTO reading (source, number, key, page, reason, message)"
    " VALUES (?, ?, ?, ?, ?, ?)";

Error error_at(const SQLite::Statement& row) {
  return {.code = error_code_of(text_of(row, 2)),
          .message = text_of(row, 3),
          .page = row.getColumn(0).getInt()};
}

}  // namespace

void Archive::put_reading(std::string_view source, std::string_view key, const Page& page) {
  SQLite::Statement& insert = database_->prepared(kPutReading);
  const std::string bytes = encode(page);
  Binder(insert).add(source).add(page.number).add(key).add_blob(bytes).add_null().add_null();
  insert.exec();
}

void Archive::put_lost_page(std::string_view source, std::string_view key, const Error& error) {
  SQLite::Statement& insert = database_->prepared(kPutReading);
  Binder binder(insert);
  binder.add(source).add(error.page).add(key).add_null();
  binder.add(name_of(error.code)).add(error.message);
  insert.exec();
}

std::vector<int> Archive::fresh_pages(std::string_view source, std::string_view key) const {
  SQLite::Statement& row = database_->prepared(
      "SELECT number FROM reading WHERE source = ? AND key = ? AND page IS NOT NULL ORDER BY "
      "number");
  Binder(row).add(source).add(key);
  std::vector<int> numbers;
  while (row.executeStep()) numbers.push_back(row.getColumn(0).getInt());
  row.reset();
  return numbers;
}

Readings StoredReadings::decoded() const {
  Readings readings;
  readings.lost = lost;
  for (const auto& [number, bytes] : pages) {
    Result<Page> page = decode_page(bytes);
    if (page) {
      readings.pages.push_back(std::move(*page));
    } else {
      Error error = page.error();
      error.page = number;
      readings.lost.push_back(std::move(error));
    }
  }
  std::stable_sort(readings.lost.begin(), readings.lost.end(),
                   [](const Error& a, const Error& b) { return a.page < b.page; });
  return readings;
}

StoredReadings Archive::stored_readings(std::string_view source) const {
  SQLite::Statement& row = database_->prepared(
      "SELECT number, page, reason, message FROM reading WHERE source = ? ORDER BY number");
  Binder(row).add(source);
  StoredReadings readings;
  while (row.executeStep()) {
    const SQLite::Column column = row.getColumn(1);
    if (column.isNull()) {
      readings.lost.push_back(error_at(row));
    } else {
      readings.pages.emplace_back(row.getColumn(0).getInt(), column.getString());
    }
  }
  row.reset();
  return readings;
}

Readings Archive::readings(std::string_view source) const {
  return stored_readings(source).decoded();
}

}  // namespace diarium
