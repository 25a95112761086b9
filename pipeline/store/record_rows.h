#pragma once

#include <string>
#include <string_view>

#include "models/document.h"
#include "models/record.h"

namespace diarium {

class Database;

/// The table of a kind: "beslutssats", "table_record" of `table`, "minutes_paragraph" of
/// `paragraph`.
std::string table_of(std::string_view kind);

/// Writes what is special to the record's kind: its row in `table_of(kind)` and its lists in
/// KIND_LIST. The row of `record` with this id must stand already.
void put_record_fields(Database& database, const std::string& id, const Record& record);

/// The record that `put_record_fields` wrote.
Record record_fields(Database& database, const std::string& id, std::string_view kind);

/// Writes a document's row and its lists, text included.
void put_document(Database& database, int ordinal, const Document& document);

/// A document without its text, paragraphs, sections and tables; nothing for an unknown id.
std::optional<Document> find_document(Database& database, std::string_view id);

/// Writes and reads the issue codes of a page, document or record.
void put_issues(Database& database, std::string_view owner, const std::string& id,
                const std::vector<std::string>& issues);
std::vector<std::string> issues_of(Database& database, std::string_view owner,
                                   const std::string& id);

}  // namespace diarium
