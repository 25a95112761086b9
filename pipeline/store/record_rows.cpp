#include "pipeline/store/record_rows.h"

#include <algorithm>
#include <map>

#include "pipeline/store/row_fields.h"
#include "pipeline/store/variants.h"

namespace diarium {
namespace {

std::map<std::string, Provenance> provenance_of(Database& database, const std::string& document) {
  SQLite::Statement& row =
      database.prepared("SELECT field, provenance FROM document_provenance WHERE document = ?");
  Binder(row).add(document);
  std::map<std::string, Provenance> provenance;
  while (row.executeStep()) {
    for (const Provenance value : {Provenance::stated, Provenance::heading, Provenance::agenda,
                                   Provenance::filename, Provenance::inferred}) {
      if (name_of(value) == text_of(row, 1)) provenance.emplace(text_of(row, 0), value);
    }
  }
  row.reset();
  return provenance;
}

RowOwner owner_of(const Document& document) {
  return {.table = "document", .column = "document", .id = document.id};
}

/// The value must stay until the statement has been run.
void bind_value(SQLite::Statement& statement, int index, const SqlValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    statement.bind(index, *number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    statement.bind(index, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bindNoCopy(index, *text);
  } else {
    statement.bind(index);
  }
}

}  // namespace

void insert_row(Database& database, std::string_view table,
                const std::vector<std::pair<std::string, SqlValue>>& columns) {
  std::string sql = "INSERT INTO ";
  sql += table;
  char before = '(';
  for (const auto& [name, value] : columns) {
    sql += before;
    sql += '"';
    sql += name;
    sql += '"';
    before = ',';
  }
  sql += ") VALUES (?";
  for (std::size_t i = 1; i < columns.size(); ++i) sql += ",?";
  sql += ')';
  SQLite::Statement& insert = database.prepared(sql);
  int index = 0;
  for (const auto& [name, value] : columns) bind_value(insert, ++index, value);
  insert.exec();
  insert.clearBindings();
}

std::string table_of(std::string_view kind) {
  // These kinds' names are words of SQL, or too plain for a table.
  if (kind == "table" || kind == "date" || kind == "amount") return std::string(kind) + "_record";
  if (kind == "paragraph") return "minutes_paragraph";
  return std::string(kind);
}

void put_record_fields(Database& database, const std::string& id, const Record& record) {
  RowWriter writer({.table = table_of(kind_of(record)), .column = "record", .id = id});
  writer.always("record", id);
  std::visit([&writer](const auto& content) { fields(writer, content); }, record);
  writer.finish(database);
}

Record record_fields(Database& database, const std::string& id, std::string_view kind) {
  std::optional<Record> record = record_of_kind(kind);
  if (!record) throw std::runtime_error("unknown kind in the archive: " + std::string(kind));
  const std::string table = table_of(kind);
  SQLite::Statement& row =
      database.prepared(fmt::format("SELECT * FROM {} WHERE record = ?", table));
  Binder(row).add(id);
  if (!row.executeStep()) throw std::runtime_error("a record without fields: " + id);
  RowReader reader(database, row, {.table = table, .column = "record", .id = id});
  std::visit([&reader](auto& content) { fields(reader, content); }, *record);
  row.reset();
  return std::move(*record);
}

void put_document(Database& database, int ordinal, const Document& document) {
  RowWriter writer(owner_of(document));
  writer.always("id", document.id);
  writer.always("source", document.source);
  writer.always("ordinal", ordinal);
  writer.field("runner_up", document.runner_up);
  writer.always("confidence", std::clamp(document.confidence, 0.0, 1.0));
  writer.always("text", std::string(document.text.view()));
  fields(writer, document);
  writer.finish(database);
  for (const auto& [field, provenance] : document.provenance) {
    insert_row(database, "document_provenance",
               {{"document", document.id},
                {"field", field},
                {"provenance", std::string(name_of(provenance))}});
  }
  put_issues(database, "document", document.id, document.issues);
}

std::optional<Document> find_document(Database& database, std::string_view id) {
  SQLite::Statement& row = database.prepared("SELECT * FROM document WHERE id = ?");
  Binder(row).add(id);
  if (!row.executeStep()) {
    row.reset();
    return std::nullopt;
  }
  Document document;
  document.id = id;
  RowReader reader(database, row, owner_of(document));
  reader.field("source", document.source);
  reader.field("runner_up", document.runner_up);
  reader.field("confidence", document.confidence);
  fields(reader, document);
  row.reset();
  document.provenance = provenance_of(database, document.id);
  document.issues = issues_of(database, "document", document.id);
  if (document.variant_of.empty()) document.variant_of = variant_of(database, document.id);
  return document;
}

void put_issues(Database& database, std::string_view owner, const std::string& id,
                const std::vector<std::string>& issues) {
  for (std::size_t i = 0; i < issues.size(); ++i) {
    insert_row(database, fmt::format("{}_issues", owner),
               {{std::string(owner), id},
                {"ordinal", static_cast<std::int64_t>(i) + 1},
                {"value", issues[i]}});
  }
}

std::vector<std::string> issues_of(Database& database, std::string_view owner,
                                   const std::string& id) {
  SQLite::Statement& row = database.prepared(
      fmt::format("SELECT value FROM {0}_issues WHERE {0} = ? ORDER BY ordinal", owner));
  Binder(row).add(id);
  std::vector<std::string> issues;
  while (row.executeStep()) issues.push_back(text_of(row, 0));
  row.reset();
  return issues;
}

}  // namespace diarium
