#include "pipeline/store/export_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "models/json.h"
#include "pipeline/store/export.h"

namespace diarium {
namespace {

using Json = nlohmann::ordered_json;

/// RFC 4180: in quotes where it must be, quotes doubled.
std::string quoted_cell(const std::string& text, char separator) {
  const std::string special = std::string("\"\r\n") + separator;
  if (text.find_first_of(special) == std::string::npos) return text;
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + '"';
}

/// What a spreadsheet would compute: "=1+1", "@SUM", but not "-3".
bool is_formula(const std::string& text) {
  if (text.empty()) return false;
  if (text[0] == '=' || text[0] == '+' || text[0] == '@') return true;
  return text[0] == '-' && (text.size() < 2 || text[1] < '0' || text[1] > '9');
}

class TableWriter {
 public:
  TableWriter(std::ostream& out, CsvDialect dialect)
      : out_(out), excel_(dialect == CsvDialect::excel) {
    if (excel_) out_ << "\xEF\xBB\xBF";
  }

  void write(const std::vector<std::string>& cells) {
    const char separator = excel_ ? ';' : ',';
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out_ << separator;
      out_ << quoted_cell(excel_ && is_formula(cells[i]) ? "'" + cells[i] : cells[i], separator);
    }
    out_ << "\r\n";
  }

 private:
  std::ostream& out_;
  bool excel_;
};

Json schema_of(std::string_view kind) {
  for (const EmbeddedFile& schema : export_schemas()) {
    if (schema.name == std::string(kind) + ".schema.json") return Json::parse(schema.content);
  }
  throw std::invalid_argument("no such kind to export: " + std::string(kind));
}

/// The fields of the Riksdag's open data (data.riksdagen.se: dokument, dokumentintressent,
/// dokumentforslag, votering) that hold the same thing.
struct Alias {
  std::string_view kind;
  std::string_view column;
  std::string_view riksdag;
};
constexpr std::array<Alias, 16> kAliases{{
    {"document", "id", "dok_id"},
    {"document", "title", "titel"},
    {"document", "body", "organ"},
    {"document", "date", "datum"},
    {"document", "document_kind", "typ"},
    {"document", "case_numbers", "beteckning"},
    {"beslutssats", "document", "dok_id"},
    {"beslutssats", "n", "nummer"},
    {"beslutssats", "text", "lydelse"},
    {"signature", "document", "dok_id"},
    {"signature", "name", "namn"},
    {"signature", "party", "partibet"},
    {"signature", "role", "roll"},
    {"attendance", "name", "namn"},
    {"attendance", "party", "partibet"},
    {"vote", "item", "punkt"},
}};

/// The type of a column by the JSON Schema of its member; lists and objects are texts in a table.
std::string column_type(const Json& property) {
  static const std::map<std::string, std::string, std::less<>> kTypes{
      {"integer", "integer"}, {"number", "number"}, {"boolean", "boolean"}};
  if (!property.contains("type") || !property["type"].is_string()) return "string";
  const auto type = kTypes.find(property["type"].get<std::string>());
  return type == kTypes.end() ? "string" : type->second;
}

Json field_of(std::string_view kind, const std::string& column, const Json& property) {
  Json field{{"name", column}, {"type", column_type(property)}};
  if (property.contains("description")) field["description"] = property["description"];
  if (property.contains("enum")) field["constraints"] = {{"enum", property["enum"]}};
  for (const Alias& alias : kAliases) {
    if (alias.kind == kind && alias.column == column) field["riksdagen"] = alias.riksdag;
  }
  return field;
}

Json resource_of(const std::string& kind, CsvDialect dialect) {
  const Json schema = schema_of(kind);
  const Json properties = schema.value("properties", Json::object());
  Json fields = Json::array();
  for (const std::string& column : table_columns(kind)) {
    fields.push_back(field_of(kind, column, properties.value(column, Json::object())));
  }
  Json resource{{"name", kind},
                {"path", kind + ".csv"},
                {"profile", "tabular-data-resource"},
                {"title", schema.value("title", kind)},
                {"format", "csv"},
                {"mediatype", "text/csv"},
                {"encoding", "utf-8"}};
  resource["dialect"] = {{"delimiter", dialect == CsvDialect::excel ? ";" : ","},
                         {"lineTerminator", "\r\n"},
                         {"doubleQuote", true}};
  resource["schema"] = {{"fields", std::move(fields)}, {"missingValues", Json::array({""})}};
  if (kind != "source") resource["schema"]["primaryKey"] = "id";  // a source has a line a path
  return resource;
}

}  // namespace

std::vector<std::string> table_columns(std::string_view kind) {
  const auto known = exported_kinds();
  if (std::find(known.begin(), known.end(), kind) == known.end()) {
    throw std::invalid_argument("no such kind to export: " + std::string(kind));
  }
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

void export_csv(const Archive& archive, std::ostream& out, std::string_view kind,
                CsvDialect dialect) {
  const std::vector<std::string> columns = table_columns(kind);
  TableWriter table(out, dialect);
  table.write(columns);
  for_each_line(archive, kind, [&](const std::string& line) {
    std::map<std::string, std::string> members = flat_members(line);
    std::vector<std::string> cells;
    for (const std::string& column : columns) cells.push_back(std::move(members[column]));
    table.write(cells);
  });
  if (!out.flush()) throw std::runtime_error("the export could not be written");
}

std::string data_package(const std::vector<std::string>& kinds, CsvDialect dialect) {
  Json package{{"name", "diarium"},
               {"title", "Records of a municipal archive, exported by Diarium"},
               {"profile", "tabular-data-package"},
               {"resources", Json::array()}};
  for (const std::string& kind : kinds) package["resources"].push_back(resource_of(kind, dialect));
  return package.dump(1) + '\n';
}

}  // namespace diarium
