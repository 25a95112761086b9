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

void add_page(Readings& readings, const SQLite::Statement& row) {
  const SQLite::Column column = row.getColumn(1);
  const auto size = static_cast<std::size_t>(column.getBytes());
  Result<Page> page = decode_page({static_cast<const char*>(column.getBlob()), size});
  if (page) {
    readings.pages.push_back(std::move(*page));
  } else {
    Error error = page.error();
    error.page = row.getColumn(0).getInt();
    readings.lost.push_back(std::move(error));
  }
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

Readings Archive::readings(std::string_view source) const {
  SQLite::Statement& row = database_->prepared(
      "SELECT number, page, reason, message FROM reading WHERE source = ? ORDER BY number");
  Binder(row).add(source);
  Readings readings;
  while (row.executeStep()) {
    if (row.isColumnNull(1)) {
      readings.lost.push_back(error_at(row));
    } else {
      add_page(readings, row);
    }
  }
  row.reset();
  return readings;
}

}  // namespace diarium
