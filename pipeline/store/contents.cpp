#include "pipeline/store/contents.h"

#include <stdexcept>

#include "models/json.h"
#include "pipeline/store/database.h"
#include "pipeline/store/privacy.h"
#include "pipeline/store/record_rows.h"

namespace diarium {
namespace {

std::vector<StoredDocument> documents_of(Database& database, std::string_view source) {
  SQLite::Statement& row =
      database.prepared("SELECT id, text FROM document WHERE source = ? ORDER BY ordinal");
  Binder(row).add(source);
  std::vector<StoredDocument> documents;
  while (row.executeStep()) {
    documents.push_back(
        {*find_document(database, text_of(row, 0)), text_for_readers(database, text_of(row, 1))});
  }
  row.reset();
  return documents;
}

StoredRecord record_of_row(Database& database, const SQLite::Statement& row) {
  StoredRecord stored{.id = text_of(row, 0), .document = text_of(row, 1)};
  const std::string kind = text_of(row, 2);
  const std::string fields = json_of(record_fields(database, stored.id, kind));
  stored.record = record_of_json(kind, json_for_readers(database, fields)).value();
  stored.span = {static_cast<std::size_t>(row.getColumn(3).getInt64()),
                 static_cast<std::size_t>(row.getColumn(4).getInt64())};
  stored.confidence = row.getColumn(5).getDouble();
  if (row.isColumnNull(6)) return stored;
  stored.page = row.getColumn(6).getInt();
  stored.box = {row.getColumn(7).getDouble(), row.getColumn(8).getDouble(),
                row.getColumn(9).getDouble(), row.getColumn(10).getDouble()};
  return stored;
}

std::vector<StoredRecord> records_of(Database& database, std::string_view source) {
  SQLite::Statement& row = database.prepared(
      "SELECT record.id, document, kind, span_begin, span_end, record.confidence, page, box_left,"
      " box_top, box_right, box_bottom FROM record JOIN document ON document.id = record.document"
      " WHERE document.source = ? ORDER BY ordinal, sequence");
  Binder(row).add(source);
  std::vector<StoredRecord> records;
  while (row.executeStep()) records.push_back(record_of_row(database, row));
  row.reset();
  return records;
}

/// A number may be set in two words: the page is masked as one text.
Page page_for_readers(const Database& database, Page page) {
  std::string text;
  for (const Word& word : page.words) text += (word.joined ? "" : " ") + word.text;
  const std::string masked = text_for_readers(database, text);
  if (masked == text) return page;
  std::size_t at = 0;
  for (Word& word : page.words) {
    at += word.joined ? 0 : 1;
    word.text = masked.substr(at, word.text.size());
    at += word.text.size();
  }
  return page;
}

std::vector<Page> pages_of(const Archive& archive, std::string_view source) {
  std::vector<Page> pages = archive.readings(source).pages;
  for (Page& page : pages) page = page_for_readers(archive.database(), std::move(page));
  return pages;
}

}  // namespace

SourceContents contents_of(const Archive& archive, std::string_view id) {
  const ReadScope scope(archive.database());
  const std::optional<Source> source = archive.find_source(id);
  if (!source) throw std::invalid_argument("no such source: " + std::string(id));
  return {.source = *source,
          .paths = archive.paths_of(id),
          .pages = pages_of(archive, id),
          .documents = documents_of(archive.database(), id),
          .records = records_of(archive.database(), id)};
}

}  // namespace diarium
