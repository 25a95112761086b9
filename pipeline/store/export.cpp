#include "pipeline/store/export.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <vector>

#include "models/json.h"
#include "pipeline/store/database.h"
#include "pipeline/store/export_lines.h"
#include "store_export_schemas.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 21> kKinds{
    "source",   "page",      "document",   "agenda_item", "beslutssats", "signature",  "table",
    "footnote", "amendment", "attachment", "recipient",   "reference",   "date",       "amount",
    "e_mail",   "flowchart", "vote",       "yrkande",     "reservation", "attendance", "paragraph"};

void lines_of_kind(Database& database, std::string_view kind, const LineSink& sink) {
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
    throw std::invalid_argument("no such kind to export: " + std::string(kind));
  }
  const ReadScope scope(database);
  if (kind == "source") {
    source_lines(database, sink);
  } else if (kind == "page") {
    page_lines(database, sink);
  } else if (kind == "document") {
    document_lines(database, sink);
  } else {
    record_lines(database, kind, sink);
  }
}

void check(const std::ostream& out) {
  if (!out) throw std::runtime_error("the export could not be written");
}

std::vector<std::string> columns_of(std::string_view kind) {
  if (kind == "source") {
    return {"kind",  "id",         "source", "path",   "sha256",
            "bytes", "media_type", "pages",  "status", "reason"};
  }
  if (kind == "page") {
    return {"kind",   "id",       "source", "page", "number",    "width",      "height",
            "origin", "rotation", "skew",   "text", "furniture", "confidence", "issues"};
  }
  std::vector<std::string> columns{"kind", "id", "source", "page", "confidence", "issues"};
  if (kind != "document") {
    columns = {"kind", "id", "source", "document", "page", "box", "confidence", "rule", "issues"};
  }
  for (std::string& name : field_names(kind)) columns.push_back(std::move(name));
  return columns;
}

/// RFC 4180: in quotes where it must be, quotes doubled.
std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + '"';
}

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << csv_cell(cells[i]);
  out << "\r\n";
}

}  // namespace

std::span<const std::string_view> exported_kinds() {
  return kKinds;
}

void export_jsonl(const Archive& archive, std::ostream& out) {
  Database& database = archive.database();
  const ReadScope scope(database);
  const LineSink sink = [&out](const std::string& line) { out << line << '\n'; };
  source_lines(database, sink);
  page_lines(database, sink);
  document_lines(database, sink);
  record_lines(database, {}, sink);
  check(out.flush());
}

void export_jsonl(const Archive& archive, std::ostream& out, std::string_view kind) {
  lines_of_kind(archive.database(), kind, [&out](const std::string& line) { out << line << '\n'; });
  check(out.flush());
}

void export_csv(const Archive& archive, std::ostream& out, std::string_view kind) {
  const std::vector<std::string> columns = columns_of(kind);
  bool head = true;
  const LineSink sink = [&](const std::string& line) {
    if (head) write_row(out, columns);
    head = false;
    std::map<std::string, std::string> members = flat_members(line);
    std::vector<std::string> cells;
    for (const std::string& column : columns) cells.push_back(std::move(members[column]));
    write_row(out, cells);
  };
  lines_of_kind(archive.database(), kind, sink);
  if (head) write_row(out, columns);
  check(out.flush());
}

std::optional<std::string> json_of_id(const Archive& archive, std::string_view id) {
  const ReadScope scope(archive.database());
  return line_of(archive.database(), std::string(id));
}

std::span<const EmbeddedFile> export_schemas() {
  return store_export_schemas();
}

}  // namespace diarium
