#include "pipeline/store/export.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "pipeline/store/database.h"
#include "pipeline/store/export_lines.h"
#include "store_export_schemas.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 21> kKinds{
    "source",   "page",      "document",   "agenda_item", "beslutssats", "signature",  "table",
    "footnote", "amendment", "attachment", "recipient",   "reference",   "date",       "amount",
    "e_mail",   "flowchart", "vote",       "yrkande",     "reservation", "attendance", "paragraph"};

void check(const std::ostream& out) {
  if (!out) throw std::runtime_error("the export could not be written");
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

void for_each_line(const Archive& archive, std::string_view kind, const LineSink& sink) {
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
    throw std::invalid_argument("no such kind to export: " + std::string(kind));
  }
  Database& database = archive.database();
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

void export_jsonl(const Archive& archive, std::ostream& out, std::string_view kind) {
  for_each_line(archive, kind, [&out](const std::string& line) { out << line << '\n'; });
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
