#include "pipeline/store/variants.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "pipeline/store/database.h"

namespace diarium {
namespace {

constexpr double kAlike = 0.7;    // forms that are filled in each month have less in common
constexpr int kFewestShared = 3;  // marks
constexpr int kMostCompared = 16;

/// Documents of other files that share marks, those that share most first.
std::vector<std::pair<std::string, std::string>> neighbours_of(Database& database,
                                                               const Document& document) {
  SQLite::Statement& row = database.prepared(
      "SELECT d.id, d.text FROM (SELECT other.document AS id, count(*) AS shared"
      " FROM document_mark own JOIN document_mark other ON other.mark = own.mark"
      " WHERE own.document = ?1 AND other.document <> ?1 GROUP BY 1 HAVING shared >= ?2) n"
      " JOIN document d ON d.id = n.id WHERE d.source <> ?3"
      " ORDER BY n.shared DESC, d.id LIMIT ?4");
  Binder(row).add(document.id).add(kFewestShared).add(document.source).add(kMostCompared);
  std::vector<std::pair<std::string, std::string>> neighbours;
  while (row.executeStep()) neighbours.emplace_back(text_of(row, 0), text_of(row, 1));
  row.reset();
  return neighbours;
}

}  // namespace

void put_variants(Database& database, const Document& document, const WordRuns& marks) {
  for (const std::uint64_t mark : marks) {
    run_statement(database, "INSERT INTO document_mark (mark, document) VALUES (?, ?)",
                  std::bit_cast<std::int64_t>(mark), document.id);
  }
  if (marks.empty()) return;
  const auto neighbours = neighbours_of(database, document);
  if (neighbours.empty()) return;
  const WordRuns own = word_runs_of(document.text.view());
  for (const auto& [other, text] : neighbours) {
    const double likeness = alike(own, word_runs_of(text));
    if (likeness < kAlike) continue;
    run_statement(database,
                  "INSERT OR REPLACE INTO document_variant (a, b, alike) VALUES (?, ?, ?)",
                  std::min(document.id, other), std::max(document.id, other), likeness);
  }
}

std::string variant_of(Database& database, const std::string& document) {
  SQLite::Statement& row =
      database.prepared("SELECT variant_of FROM v_first_variant WHERE document = ?");
  Binder(row).add(document);
  std::string first;
  if (row.executeStep()) first = text_of(row, 0);
  row.reset();
  return first;
}

}  // namespace diarium
