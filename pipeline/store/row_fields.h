#pragma once

#include <fmt/format.h>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "models/fields.h"
#include "pipeline/store/database.h"

namespace diarium {

/// Which rows belong together: the main table, the column by which others point to it, and the id.
struct RowOwner {
  std::string table;   ///< "beslutssats"
  std::string column;  ///< "record" or "document": of its lists
  std::string id;
};

using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

/// Inserts one row; returns nothing, throws as SQLite does.
void insert_row(Database& database, std::string_view table,
                const std::vector<std::pair<std::string, SqlValue>>& columns);

/// A visitor of models/fields.h: gathers the columns of a row, and writes the rows of lists with
/// `finish`.
class RowWriter {
 public:
  explicit RowWriter(RowOwner owner) : owner_(std::move(owner)) {}

  void field(const char* name, const std::string& text) {
    if (!text.empty()) columns_.emplace_back(name, text);
  }
  void field(const char* name, std::integral auto number) {
    if (number != 0) always(name, number);
  }
  template <typename T>
  void field(const char* name, const std::optional<T>& value) {
    if (value) always(name, *value);
  }
  void field(const char* name, const std::vector<std::string>& texts) { list(name, texts); }
  void always(const char* name, const std::string& text) { columns_.emplace_back(name, text); }
  void always(const char* name, std::integral auto number) {
    columns_.emplace_back(name, static_cast<std::int64_t>(number));
  }
  void always(const char* name, double number) {
    columns_.emplace_back(name, std::isfinite(number) ? number : 0.0);
  }
  void always(const char* name, DecisionStatus status) {
    columns_.emplace_back(name, std::string(name_of(status)));
  }
  void always(const char* name, DocumentKind kind) {
    columns_.emplace_back(name, std::string(name_of(kind)));
  }
  template <typename T>
  void list(const char* name, const std::vector<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      RowWriter row = element(name, i);
      row.always("value", values[i]);
      elements_.push_back(std::move(row));
    }
  }
  template <typename T>
  void rows(const char* name, const std::vector<T>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) add_part(name, i, parts[i]);
  }
  template <typename T>
  void row(const char* name, const std::optional<T>& part) {
    if (part) add_part(name, 0, *part);
  }
  void date(const char* name, const Date& date, const std::string&) { field(name, iso_of(date)); }
  void date(const char* name, const std::optional<Date>& date, const std::string&) {
    if (date) field(name, iso_of(*date));
  }
  void box(const char*, const Rect& box) {
    always("box_left", box.left);
    always("box_top", box.top);
    always("box_right", box.right);
    always("box_bottom", box.bottom);
  }
  void derived(const char* name, const std::string& text) { always(name, text); }

  /// Writes the row, then the rows of its lists.
  void finish(Database& database) const {
    insert_row(database, owner_.table, columns_);
    for (const RowWriter& element : elements_) element.finish(database);
  }

 private:
  [[nodiscard]] RowWriter element(const char* name, std::size_t index) const {
    RowWriter row({.table = owner_.table + "_" + name, .column = {}, .id = {}});
    row.always(owner_.column.c_str(), owner_.id);
    row.always("ordinal", index + 1);
    return row;
  }
  template <typename T>
  void add_part(const char* name, std::size_t index, const T& part) {
    RowWriter row = element(name, index);
    fields(row, part);
    elements_.push_back(std::move(row));
  }

  RowOwner owner_;
  std::vector<std::pair<std::string, SqlValue>> columns_;
  std::vector<RowWriter> elements_;
};

/// A visitor of models/fields.h: reads a record back from the row that a statement stands on.
class RowReader {
 public:
  RowReader(Database& database, SQLite::Statement& row, RowOwner owner)
      : database_(database), row_(row), owner_(std::move(owner)) {}

  template <typename T>
  void field(const char* name, T& value) {
    const SQLite::Column column = row_.getColumn(name);
    if (!column.isNull()) read(column, value);
  }
  void field(const char* name, std::vector<std::string>& texts) { list(name, texts); }
  template <typename T>
  void always(const char* name, T& value) {
    field(name, value);
  }
  template <typename T>
  void list(const char* name, std::vector<T>& values) {
    each_element(name, [&values](RowReader& element) {
      T value{};
      element.field("value", value);
      values.push_back(std::move(value));
    });
  }
  template <typename T>
  void rows(const char* name, std::vector<T>& parts) {
    each_element(name, [&parts](RowReader& element) { fields(element, parts.emplace_back()); });
  }
  template <typename T>
  void row(const char* name, std::optional<T>& part) {
    each_element(name, [&part](RowReader& element) { fields(element, part.emplace()); });
  }
  void date(const char* name, Date& date, const std::string& printed) {
    if (const std::optional<Date> found = date_at(name, printed)) date = *found;
  }
  void date(const char* name, std::optional<Date>& date, const std::string& printed) {
    date = date_at(name, printed);
  }
  void box(const char*, Rect& box) {
    field("box_left", box.left);
    field("box_top", box.top);
    field("box_right", box.right);
    field("box_bottom", box.bottom);
  }
  void derived(const char*, const std::string&) {}

 private:
  template <typename Each>
  void each_element(const char* name, Each each) {
    SQLite::Statement& row = database_.prepared(fmt::format(
        "SELECT * FROM {}_{} WHERE {} = ? ORDER BY ordinal", owner_.table, name, owner_.column));
    Binder(row).add(owner_.id);
    RowReader element(database_, row, {});
    while (row.executeStep()) each(element);
    row.reset();
  }
  [[nodiscard]] std::optional<Date> date_at(const char* name, const std::string& printed) const {
    const SQLite::Column column = row_.getColumn(name);
    // A date without a year has no ISO form, but its printed form says it all.
    return column.isNull() ? parse_date(printed) : date_of_iso(column.getString());
  }
  static void read(const SQLite::Column& column, std::string& text) { text = column.getString(); }
  static void read(const SQLite::Column& column, bool& flag) { flag = column.getInt() != 0; }
  static void read(const SQLite::Column& column, double& number) { number = column.getDouble(); }
  static void read(const SQLite::Column& column, std::integral auto& number) {
    number = static_cast<std::remove_reference_t<decltype(number)>>(column.getInt64());
  }
  static void read(const SQLite::Column& column, DecisionStatus& status) {
    status = decision_status_of(column.getString());
  }
  static void read(const SQLite::Column& column, DocumentKind& kind) {
    kind = document_kind_of(column.getString()).value_or(DocumentKind::ovrigt);
  }
  template <typename T>
  static void read(const SQLite::Column& column, std::optional<T>& value) {
    read(column, value.emplace());
  }

  Database& database_;
  SQLite::Statement& row_;
  RowOwner owner_;
};

}  // namespace diarium
