#include "pipeline/store/search.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>

#include "pipeline/store/database.h"
#include "pipeline/store/filters.h"
#include "pipeline/store/match.h"
#include "pipeline/store/privacy.h"
#include "pipeline/store/snippet.h"

namespace diarium {
namespace {

constexpr int kMostHits = 10'000;

// Small facts that mostly repeat what a clause or section says: found when asked for by kind.
constexpr std::string_view kOnlyByKind = " AND p.kind NOT IN ('date', 'amount', 'reference')";

/// Stops a statement that runs past the deadline, from construction to destruction.
class Deadline {
 public:
  Deadline(sqlite3* connection, std::chrono::milliseconds limit)
      : connection_(connection), end_(std::chrono::steady_clock::now() + limit) {
    constexpr int kInstructions = 1'000;
    if (limit.count() > 0) sqlite3_progress_handler(connection_, kInstructions, is_past, this);
  }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  ~Deadline() { sqlite3_progress_handler(connection_, 0, nullptr, nullptr); }

 private:
  static int is_past(void* deadline) {
    return std::chrono::steady_clock::now() > static_cast<Deadline*>(deadline)->end_ ? 1 : 0;
  }
  sqlite3* connection_;
  std::chrono::steady_clock::time_point end_;
};

struct RankedPassage {
  std::int64_t id = 0;
  double score = 0;
  Tier tier = Tier::exact;
};

/// What a search asks the database for.
struct Plan {
  MatchExpression expression;
  SqlCondition condition;
  int limit = 0;
  int offset = 0;
};

Plan plan_of(const Query& query, const SearchOptions& options) {
  std::vector<SearchFilter> filters = query.filters;
  for (const SearchFilter& filter : options.filters) {
    check_filter(filter);
    filters.push_back(filter);
  }
  Plan plan{.expression = match_of(query, options.inexact ? Matching::inexact : Matching::exact),
            .condition = condition_of(filters),
            .limit = std::clamp(options.limit, 1, kMostHits),
            .offset = std::max(options.offset, 0)};
  const bool by_kind = std::any_of(filters.begin(), filters.end(), [](const SearchFilter& filter) {
    return filter.field == "kind" && !filter.negated;
  });
  if (!by_kind) plan.condition.sql += kOnlyByKind;
  return plan;
}

std::string sql_of(const Plan& plan) {
  if (plan.expression.match.empty()) {
    // Without words: one row a record or document, newest first.
    return fmt::format(
        "SELECT p.id, 0.0, 0, count(*) OVER () FROM passage p JOIN document d ON d.id = p.document"
        " WHERE p.ordinal = (SELECT min(ordinal) FROM passage WHERE document = p.document"
        " AND record IS p.record) AND {}"
        " ORDER BY coalesce(d.date, d.meeting_date) DESC, p.id LIMIT ? OFFSET ?",
        plan.condition.sql);
  }
  return fmt::format(
      // FTS5 knows the row that it ranks only while it reads it: not in a window or a sort.
      "WITH hit AS MATERIALIZED (SELECT p.id AS id, hit_score(passage_index, ?) AS score,"
      " hit_tier(passage_index, ?) AS tier FROM passage_index"
      " JOIN passage p ON p.id = passage_index.rowid JOIN document d ON d.id = p.document"
      " WHERE passage_index MATCH ? AND {})"
      " SELECT id, score, tier, count(*) OVER () FROM hit ORDER BY score DESC, id LIMIT ? OFFSET ?",
      plan.condition.sql);
}

std::vector<RankedPassage> ranked(Database& database, const Plan& plan, SearchResult& result) {
  SQLite::Statement& row = database.prepared(sql_of(plan));
  Binder binder(row);
  if (!plan.expression.match.empty()) {
    binder.add(plan.expression.letters).add(plan.expression.letters).add(plan.expression.match);
  }
  for (const std::string& value : plan.condition.values) binder.add(value);
  binder.add(plan.limit).add(plan.offset);
  std::vector<RankedPassage> passages;
  while (row.executeStep()) {
    passages.push_back({.id = row.getColumn(0).getInt64(),
                        .score = row.getColumn(1).getDouble(),
                        .tier = static_cast<Tier>(row.getColumn(2).getInt())});
    result.total = row.getColumn(3).getInt64();
  }
  row.reset();
  return passages;
}

/// "1 7 1;" -> column 1, from word 7 on, 1 word.
std::vector<MatchedWords> matches_in(const std::string& places, int column) {
  std::vector<MatchedWords> matches;
  const char* at = places.data();
  const char* const end = at + places.size();
  const auto number = [&at, end] {
    std::size_t value = 0;
    at = std::from_chars(at, end, value).ptr + 1;
    return value;
  };
  while (at < end) {
    const auto in = static_cast<int>(number());
    const std::size_t word = number();
    const std::size_t count = number();
    if (in == column) matches.push_back({.word = word, .count = count});
  }
  return matches;
}

std::string snippet_at(Database& database, const Plan& plan, std::int64_t id) {
  if (plan.expression.match.empty()) {
    SQLite::Statement& row = database.prepared("SELECT title, body FROM passage WHERE id = ?");
    Binder(row).add(id);
    std::string snippet;
    if (row.executeStep()) snippet = snippet_of(text_of(row, row.isColumnNull(1) ? 0 : 1), {});
    if (snippet.empty()) snippet = snippet_of(text_of(row, 0), {});
    row.reset();
    return snippet;
  }
  SQLite::Statement& row = database.prepared(
      "SELECT title, body, hit_places(passage_index, ?) FROM passage_index"
      " WHERE passage_index MATCH ? AND rowid = ?");
  Binder(row).add(plan.expression.letters).add(plan.expression.match).add(id);
  std::string snippet;
  if (row.executeStep()) {
    const std::vector<MatchedWords> in_body = matches_in(text_of(row, 2), 1);
    const bool title = in_body.empty();
    snippet = title ? snippet_of(text_of(row, 0), matches_in(text_of(row, 2), 0))
                    : snippet_of(text_of(row, 1), in_body);
  }
  row.reset();
  return snippet;
}

/// "Socialnämnden 2024-03-05, SN 2024-00012, s. 7, beslutssats 2"
std::string citation_of(const Hit& hit) {
  std::vector<std::string> parts;
  const std::string head =
      hit.body.empty() || hit.date.empty() ? hit.body + hit.date : hit.body + " " + hit.date;
  if (!head.empty()) parts.push_back(head);
  if (!hit.case_number.empty()) parts.push_back(hit.case_number);
  if (parts.empty()) parts.push_back(hit.path);
  if (hit.page > 0) parts.push_back(fmt::format("s. {}", hit.page));
  if (hit.id != hit.document) {
    parts.push_back(fmt::format("{} {}", hit.kind, hit.id.substr(hit.id.rfind('.') + 1)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

Hit hit_of(Database& database, const RankedPassage& passage) {
  SQLite::Statement& row = database.prepared(
      "SELECT coalesce(p.record, p.document), p.kind, p.document, d.document_kind, d.title, d.body,"
      " coalesce(d.date, d.meeting_date), (SELECT coalesce(raw, normal) FROM document_case_numbers"
      " WHERE document = d.id ORDER BY ordinal LIMIT 1), d.source,"
      " (SELECT display FROM path WHERE source = d.source ORDER BY path LIMIT 1), p.page,"
      " p.box_left, p.box_top, p.box_right, p.box_bottom"
      " FROM passage p JOIN document d ON d.id = p.document WHERE p.id = ?");
  Binder(row).add(passage.id);
  if (!row.executeStep()) throw std::runtime_error("the index points to a passage that is gone");
  Hit hit{.id = text_of(row, 0),
          .kind = text_of(row, 1),
          .document = text_of(row, 2),
          .document_kind = text_of(row, 3),
          .title = text_for_readers(database, text_of(row, 4)),
          .body = text_of(row, 5),
          .date = text_of(row, 6),
          .case_number = text_of(row, 7),
          .source = text_of(row, 8),
          .path = text_for_readers(database, text_of(row, 9)),
          .page = row.getColumn(10).getInt(),
          .box = {row.getColumn(11).getDouble(), row.getColumn(12).getDouble(),
                  row.getColumn(13).getDouble(), row.getColumn(14).getDouble()},
          .tier = passage.tier,
          .score = passage.score};
  row.reset();
  hit.citation = citation_of(hit);
  return hit;
}

}  // namespace

std::string_view name_of(Tier tier) {
  switch (tier) {
    case Tier::exact:
      return "exact";
    case Tier::compound:
      return "compound";
    case Tier::restored:
      break;
  }
  return "restored";
}

SearchResult search(const Archive& archive, std::string_view query, const SearchOptions& options) {
  Query parsed = parse_query(query);
  const Plan plan = plan_of(parsed, options);
  parsed.filters.insert(parsed.filters.end(), options.filters.begin(), options.filters.end());
  SearchResult result{.interpreted = to_string(parsed)};
  Database& database = archive.database();
  const ReadScope scope(database);
  const Deadline deadline(database.connection().getHandle(), options.deadline);
  try {
    for (const RankedPassage& passage : ranked(database, plan, result)) {
      Hit hit = hit_of(database, passage);
      hit.snippet = text_for_readers(database, snippet_at(database, plan, passage.id));
      result.hits.push_back(std::move(hit));
    }
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_INTERRUPT) throw;
    result.hits.clear();
    result.interrupted = true;
  }
  return result;
}

}  // namespace diarium
