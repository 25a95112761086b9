#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/name_register.h"
#include "pipeline/store/passages.h"
#include "pipeline/store/record_rows.h"
#include "pipeline/store/row_fields.h"
#include "pipeline/store/understanding_digest.h"
#include "pipeline/store/variants.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 3> kOrigins{"embedded", "ocr", "mixed"};

void put_page(Database& database, std::string_view source, const Page& page,
              const std::vector<Span>& furniture) {
  const std::string id = fmt::format("{}.p{}", source, page.number);
  insert_row(database, "page",
             {{"id", id},
              {"source", std::string(source)},
              {"number", std::int64_t{page.number}},
              {"width", page.width},
              {"height", page.height},
              {"origin", std::string(kOrigins[static_cast<std::size_t>(page.origin)])},
              {"rotation", std::int64_t{page.rotation}},
              {"skew", page.skew},
              {"confidence", confidence_of(page)},
              {"text", text_of(page)}});
  for (std::size_t i = 0; i < furniture.size(); ++i) {
    insert_row(database, "page_furniture",
               {{"page", id},
                {"ordinal", static_cast<std::int64_t>(i) + 1},
                {"span_begin", static_cast<std::int64_t>(furniture[i].begin)},
                {"span_end", static_cast<std::int64_t>(furniture[i].end)}});
  }
  put_issues(database, "page", id, page.issues);
}

void put_finding(Database& database, const Document& document, const std::string& id,
                 std::int64_t sequence, const Finding& finding) {
  const Place place = document.text.place_of(finding.span);
  std::vector<std::pair<std::string, SqlValue>> columns{
      {"id", id},
      {"document", document.id},
      {"kind", std::string(kind_of(finding.record))},
      {"sequence", sequence},
      {"span_begin", static_cast<std::int64_t>(finding.span.begin)},
      {"span_end", static_cast<std::int64_t>(finding.span.end)},
      {"rule", finding.rule},
      {"confidence", std::clamp(finding.confidence, 0.0, 1.0)}};
  if (place.page > 0) {
    columns.insert(columns.end(), {{"page", std::int64_t{place.page}},
                                   {"box_left", place.box.left},
                                   {"box_top", place.box.top},
                                   {"box_right", place.box.right},
                                   {"box_bottom", place.box.bottom}});
  }
  insert_row(database, "record", columns);
  put_record_fields(database, id, finding.record);
  put_issues(database, "record", id, finding.issues);
}

void put_findings(Database& database, const Document& document,
                  const std::vector<Finding>& findings) {
  std::vector<IdentifiedFinding> identified;
  std::map<std::string, int, std::less<>> counts;
  std::int64_t sequence = 0;
  for (const Finding& finding : findings) {
    const std::string kind(kind_of(finding.record));
    const std::string id = fmt::format("{}.{}.{}", document.id, kind, ++counts[kind]);
    put_finding(database, document, id, ++sequence, finding);
    identified.push_back({.id = id, .finding = &finding});
  }
  put_passages(database, document, identified);
  put_names(database, document, identified);
}

void remove_understanding(Database& database, std::string_view source) {
  // What the index never saw can't be taken out of it.
  if (database.unindexed().sources.contains(source)) index_passages(database);
  run_statement(database, "DELETE FROM document WHERE source = ?", source);
  run_statement(database, "DELETE FROM page WHERE source = ?", source);
}

/// Under which key a source was understood, and the digest of what was stored then. One column
/// holds both, in two lines.
std::pair<std::string, std::string> key_and_digest(Database& database, std::string_view source) {
  SQLite::Statement& row = database.prepared("SELECT understanding FROM source WHERE id = ?");
  Binder(row).add(source);
  const std::string both = row.executeStep() ? text_of(row, 0) : std::string();
  row.reset();
  const std::size_t end = both.find('\n');
  if (end == std::string::npos) return {both, {}};
  return {both.substr(0, end), both.substr(end + 1)};
}

void put_key(Database& database, std::string_view source, std::string_view key,
             const std::string& digest) {
  run_statement(database, "UPDATE source SET understanding = ? WHERE id = ?",
                fmt::format("{}\n{}", key, digest), source);
}

int schema_version(Database& database) {
  return database.connection().execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

bool Archive::put_understanding(std::string_view source, std::string_view key,
                                const std::vector<Page>& pages,
                                const Understanding& understanding) {
  WriteScope scope(*database_);
  const std::string digest =
      fmt::format("{} {}", schema_version(*database_), digest_of(pages, understanding));
  if (key_and_digest(*database_, source).second == digest) {
    // The same rows, and their index, need not be written again.
    put_key(*database_, source, key, digest);
    scope.commit();
    return false;
  }
  remove_understanding(*database_, source);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool known = i < understanding.furniture.size();
    put_page(*database_, source, pages[i],
             known ? understanding.furniture[i] : std::vector<Span>());
  }
  for (std::size_t i = 0; i < understanding.documents.size(); ++i) {
    put_document(*database_, static_cast<int>(i) + 1, understanding.documents[i]);
    const bool searched = i < understanding.findings.size();
    put_findings(*database_, understanding.documents[i],
                 searched ? understanding.findings[i] : std::vector<Finding>());
    if (i < understanding.marks.size()) {
      put_variants(*database_, understanding.documents[i], understanding.marks[i]);
    }
  }
  put_key(*database_, source, key, digest);
  scope.commit();
  return true;
}

bool Archive::is_understood(std::string_view source, std::string_view key) const {
  return key_and_digest(*database_, source).first == key;
}

void Archive::remove_source(std::string_view source) {
  WriteScope scope(*database_);
  remove_understanding(*database_, source);
  run_statement(*database_, "DELETE FROM source WHERE id = ?", source);
  scope.commit();
}

}  // namespace diarium
