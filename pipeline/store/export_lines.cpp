#include "pipeline/store/export_lines.h"

#include <fmt/format.h>

#include "models/json.h"
#include "pipeline/store/database.h"
#include "pipeline/store/privacy.h"
#include "pipeline/store/record_rows.h"

namespace diarium {
namespace {

/// A JSON object written member by member.
class ObjectLine {
 public:
  ObjectLine& text(std::string_view name, const std::string& value) {
    return value.empty() ? *this : raw(name, quoted_json(value));
  }
  /// A column of a row as the JSON that it is; nothing for null.
  ObjectLine& column(std::string_view name, const SQLite::Column& column) {
    if (column.isNull()) return *this;
    if (column.isInteger()) return raw(name, fmt::format("{}", column.getInt64()));
    if (column.isFloat()) return raw(name, number(column.getDouble()));
    return raw(name, quoted_json(column.getString()));
  }
  ObjectLine& raw(std::string_view name, std::string_view json) {
    if (line_.size() > 1) line_ += ',';
    line_ += fmt::format("\"{}\":", name);
    line_ += json;
    return *this;
  }
  /// All members of an object that is JSON already.
  ObjectLine& members(std::string_view object) {
    if (object.size() <= 2) return *this;
    if (line_.size() > 1) line_ += ',';
    line_ += object.substr(1, object.size() - 2);
    return *this;
  }
  [[nodiscard]] std::string close() const { return line_ + '}'; }

  static std::string number(double value) {
    // 595.0 and 0.30000000000000004 say less than 595 and 0.3.
    return fmt::format("{}", std::stod(fmt::format("{:.6f}", value)));
  }

 private:
  std::string line_ = "{";
};

std::string array_of(const std::vector<std::string>& texts) {
  std::string array = "[";
  for (const std::string& text : texts) {
    if (array.size() > 1) array += ',';
    array += quoted_json(text);
  }
  return array + "]";
}

std::string furniture_of(Database& database, const std::string& page) {
  SQLite::Statement& row = database.prepared(
      "SELECT span_begin, span_end FROM page_furniture WHERE page = ? ORDER BY ordinal");
  Binder(row).add(page);
  std::string array = "[";
  while (row.executeStep()) {
    array += fmt::format("{}[{},{}]", array.size() > 1 ? "," : "", row.getColumn(0).getInt64(),
                         row.getColumn(1).getInt64());
  }
  row.reset();
  return array + "]";
}

constexpr std::string_view kSelectPage =
    "SELECT id, source, number, width, height, origin, rotation, skew, text, confidence FROM page ";

std::string page_line(Database& database, const SQLite::Statement& row) {
  const std::string id = text_of(row, 0);
  ObjectLine line;
  line.raw("kind", R"("page")").text("id", id).column("source", row.getColumn(1));
  line.column("page", row.getColumn(2)).column("number", row.getColumn(2));
  line.column("width", row.getColumn(3)).column("height", row.getColumn(4));
  line.column("origin", row.getColumn(5)).column("rotation", row.getColumn(6));
  line.column("skew", row.getColumn(7)).column("text", row.getColumn(8));
  line.raw("furniture", furniture_of(database, id)).column("confidence", row.getColumn(9));
  return line.raw("issues", array_of(issues_of(database, "page", id))).close();
}

std::string document_line(const Document& document) {
  ObjectLine line;
  line.raw("kind", R"("document")").text("id", document.id).text("source", document.source);
  if (document.first_page > 0) line.raw("page", fmt::format("{}", document.first_page));
  line.raw("confidence", ObjectLine::number(document.confidence));
  line.raw("issues", array_of(document.issues));
  return line.members(json_of(document)).close();
}

constexpr std::string_view kSelectRecord =
    "SELECT record.id, record.kind, document.source, record.document, record.page, box_left, "
    "box_top,"
    " box_right, box_bottom, record.confidence, rule"
    " FROM record JOIN document ON document.id = record.document ";

std::string record_line(Database& database, const SQLite::Statement& row) {
  const std::string id = text_of(row, 0);
  ObjectLine line;
  line.column("kind", row.getColumn(1)).text("id", id).column("source", row.getColumn(2));
  line.column("document", row.getColumn(3)).column("page", row.getColumn(4));
  if (!row.isColumnNull(5)) {
    const auto side = [&row](int column) {
      return ObjectLine::number(row.getColumn(column).getDouble());
    };
    line.raw("box", fmt::format("[{},{},{},{}]", side(5), side(6), side(7), side(8)));
  }
  line.column("confidence", row.getColumn(9)).column("rule", row.getColumn(10));
  line.raw("issues", array_of(issues_of(database, "record", id)));
  return line.members(json_of(record_fields(database, id, text_of(row, 1)))).close();
}

}  // namespace

void source_lines(Database& database, const LineSink& sink) {
  SQLite::Statement& row = database.prepared(
      "SELECT source.id, display, sha256, coalesce(source.bytes, path.bytes), media_type, pages,"
      " coalesce(source.status, 'quarantined'), coalesce(source.reason, path.reason)"
      " FROM source FULL JOIN path ON path.source = source.id ORDER BY source.id, path.path");
  while (row.executeStep()) {
    ObjectLine line;
    line.raw("kind", R"("source")");
    // What could not even be hashed has no other name than its path.
    line.text("id", row.isColumnNull(0) ? "path:" + text_of(row, 1) : text_of(row, 0));
    line.column("source", row.getColumn(0)).column("path", row.getColumn(1));
    line.column("sha256", row.getColumn(2)).column("bytes", row.getColumn(3));
    line.column("media_type", row.getColumn(4)).column("pages", row.getColumn(5));
    line.column("status", row.getColumn(6)).column("reason", row.getColumn(7));
    sink(json_for_readers(database, line.close()));
  }
  row.reset();
}

void page_lines(Database& database, const LineSink& sink) {
  SQLite::Statement& row = database.prepared(fmt::format("{}ORDER BY source, number", kSelectPage));
  while (row.executeStep()) sink(json_for_readers(database, page_line(database, row)));
  row.reset();
}

void document_lines(Database& database, const LineSink& sink) {
  SQLite::Statement& row = database.prepared("SELECT id FROM document ORDER BY source, ordinal");
  while (row.executeStep()) {
    sink(json_for_readers(database, document_line(*find_document(database, text_of(row, 0)))));
  }
  row.reset();
}

void record_lines(Database& database, std::string_view kind, const LineSink& sink) {
  SQLite::Statement& row = database.prepared(
      fmt::format("{}WHERE ?1 = '' OR record.kind = ?1 ORDER BY document.source, document.ordinal,"
                  " sequence",
                  kSelectRecord));
  Binder(row).add(kind);
  while (row.executeStep()) sink(json_for_readers(database, record_line(database, row)));
  row.reset();
}

std::optional<std::string> line_of(Database& database, const std::string& id) {
  if (const std::optional<Document> document = find_document(database, id)) {
    return json_for_readers(database, document_line(*document));
  }
  std::optional<std::string> line;
  SQLite::Statement& page = database.prepared(fmt::format("{}WHERE id = ?", kSelectPage));
  Binder(page).add(id);
  if (page.executeStep()) line = json_for_readers(database, page_line(database, page));
  page.reset();
  SQLite::Statement& record =
      database.prepared(fmt::format("{}WHERE record.id = ?", kSelectRecord));
  Binder(record).add(id);
  if (record.executeStep()) line = json_for_readers(database, record_line(database, record));
  record.reset();
  return line;
}

}  // namespace diarium
