#include "pipeline/store/search.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "pipeline/store/database.h"
#include "pipeline/store/fact_blocks.h"
#include "pipeline/store/filters.h"
#include "pipeline/store/hit_scan.h"
#include "pipeline/store/hits.h"
#include "pipeline/store/match.h"
#include "pipeline/store/name_likeness.h"
#include "pipeline/store/name_register.h"
#include "pipeline/store/passage_class.h"
#include "pipeline/store/query_fields.h"
#include "pipeline/store/query_parser.h"
#include "pipeline/store/ranking.h"
#include "pipeline/store/row_scan.h"
#include "pipeline/store/spelling.h"

namespace diarium {
namespace {

constexpr int kMostHits = 10'000;

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

/// What a search asks the database for.
struct Plan {
  MatchExpression expression;
  SqlCondition condition;
  SortOrder sort = SortOrder::relevance;
  bool facets = false;
  bool small_facts = false;
  std::size_t limit = 0;
  std::size_t offset = 0;
  std::optional<HitPlace> after;

  [[nodiscard]] bool has_words() const { return !expression.match.empty(); }
  /// Of hits by words; records come with theirs.
  [[nodiscard]] bool needs_facts() const {
    return has_words() && (sort == SortOrder::date || facets);
  }
};

bool asks_for(const std::vector<SearchFilter>& filters, std::string_view field) {
  return std::any_of(filters.begin(), filters.end(), [field](const SearchFilter& filter) {
    return filter.field == field && !filter.negated;
  });
}

bool asks_for(const std::vector<QueryNode>& nodes, std::string_view field) {
  return std::any_of(nodes.begin(), nodes.end(), [field](const QueryNode& node) {
    return !node.negated && (node.filter.field == field || asks_for(node.parts, field));
  });
}

bool wants_inexact(const Query& query, const SearchOptions& options) {
  return options.inexact &&
         std::none_of(query.filters.begin(), query.filters.end(), [](const SearchFilter& filter) {
           return filter.field == "compound" && (filter.value == "no") != filter.negated;
         });
}

Plan plan_of(const Query& query, const SearchOptions& options) {
  const Matching matching = wants_inexact(query, options) ? Matching::inexact : Matching::exact;
  Plan plan{.expression = match_of(query, matching),
            .condition = both(condition_of(query.filters), condition_of(query.terms, matching)),
            .sort = options.sort,
            .facets = options.facets,
            .small_facts = asks_for(query.filters, "kind") || asks_for(query.terms, "kind"),
            .limit = static_cast<std::size_t>(std::clamp(options.limit, 1, kMostHits)),
            .offset = static_cast<std::size_t>(std::max(options.offset, 0))};
  if (!plan.has_words()) plan.sort = SortOrder::date;
  if (!options.after.empty()) {
    plan.after = place_of_cursor(options.after);
    if (!plan.after) throw QueryError("this is no cursor of a hit: " + options.after, 0);
  }
  return plan;
}

/// Where the query has words, hit_collect takes each hit; else rows of id, kind, type, body, day.
std::string sql_of(const Plan& plan) {
  const std::string passage = plan.condition.on_passage
                                  ? " CROSS JOIN passage p ON p.id = f.passage"
                                    " CROSS JOIN document d ON d.id = p.document"
                                  : "";
  const std::int64_t end = first_id_of(PassageClass::small_fact) +
                           (plan.small_facts ? first_id_of(PassageClass::clause) : 0);
  if (!plan.has_words()) {
    return fmt::format(
        "SELECT f.passage, f.kind, f.type, f.body, f.day FROM passage_fact f{} WHERE f.first"
        " AND f.passage < {} AND {}",
        passage, end, plan.condition.sql);
  }
  // Papers mostly come in the order of their days: from the newest on, few hits take another's
  // place.
  const char* const order = plan.sort == SortOrder::date ? " ORDER BY i.rowid DESC" : "";
  return fmt::format(
      // FTS5 knows the row that it ranks only while it reads it: it must be the outer loop.
      "SELECT hit_collect(passage_index, ?, ?) FROM passage_index i{}{}"
      " WHERE i.passage_index MATCH ? AND i.rowid < {} AND {}{}",
      plan.condition.sql == "1" ? "" : " CROSS JOIN passage_fact f ON f.passage = i.rowid", passage,
      end, plan.condition.sql, order);
}

void scan_words(Database& database, const Plan& plan, const std::string& sql, HitScan& scan) {
  std::vector<std::string> values = plan.condition.values;
  values.insert(values.begin(), {plan.expression.letters, "", plan.expression.match});
  RowScan row(database.connection().getHandle(), sql, values);
  row.bind_pointer(2, static_cast<HitSink*>(&scan), kHitSinkType);
  while (row.next()) {
  }
  scan.check();
}

void scan_records(Database& database, const Plan& plan, const std::string& sql, HitScan& scan) {
  constexpr double kExact = (kTiers - 1) * kTierStep;
  RowScan row(database.connection().getHandle(), sql, plan.condition.values);
  while (row.next()) {
    const auto fact = [&row](int column) { return static_cast<std::int32_t>(row.integer(column)); };
    const PassageFacts facts{.kind = fact(1), .type = fact(2), .body = fact(3), .day = fact(4)};
    if (scan.take(row.integer(0), kExact, facts)) scan.put_places({});
  }
}

/// Reads all hits once: counts them, and gives the best.
std::vector<HitPlace> best_places(Database& database, const Plan& plan, SearchResult& result) {
  FactReader facts(database);
  HitScan scan({.places = plan.limit + plan.offset,
                .after = plan.after,
                .sort = plan.sort,
                .facets = plan.facets,
                .facts = plan.needs_facts() ? &facts : nullptr});
  (plan.has_words() ? scan_words : scan_records)(database, plan, result.sql, scan);
  result.total = scan.total();
  result.by_tier = scan.by_tier();
  if (plan.facets) result.facets = scan.facets().facets(database);
  std::vector<HitPlace> places = scan.best();
  places.erase(places.begin(),
               places.begin() + static_cast<std::ptrdiff_t>(std::min(plan.offset, places.size())));
  return places;
}

std::string warning_of(Database& database) {
  if (!database.index_is_current()) {
    return "the index was made by another analyser or dictionary, so hits may be missing; a "
           "command "
           "that writes (diarium reextract) makes it anew";
  }
  if (database.analyser().dictionary().empty()) {
    return "the dictionary of the package hunspell-sv is not there: parts of compounds and damaged "
           "words are not found";
  }
  return {};
}

using BodyNames = std::vector<std::vector<std::string>>;

/// The other names that the body of a filter has had.
std::vector<SearchFilter> other_names(const SearchFilter& filter, const BodyNames& renamed) {
  std::vector<SearchFilter> others;
  if (filter.field != "body") return others;
  const std::string asked = name_key(filter.value);
  const auto is_asked = [&asked](const std::string& name) { return name_key(name) == asked; };
  for (const std::vector<std::string>& names : renamed) {
    if (std::none_of(names.begin(), names.end(), is_asked)) continue;
    for (const std::string& name : names) {
      if (!is_asked(name)) others.push_back({filter.field, name, filter.negated});
    }
  }
  return others;
}

void add_names_in_time(std::vector<QueryNode>& nodes, const BodyNames& renamed) {
  for (QueryNode& node : nodes) {
    add_names_in_time(node.parts, renamed);
    const std::vector<SearchFilter> others = other_names(node.filter, renamed);
    if (others.empty()) continue;
    QueryNode any{.type = QueryNode::Type::any, .negated = node.negated};
    any.parts.push_back({.type = QueryNode::Type::field, .filter = node.filter});
    for (const SearchFilter& other : others) {
      any.parts.push_back({.type = QueryNode::Type::field, .filter = other});
    }
    node = std::move(any);
  }
}

/// A body that is asked for by one of its names is asked for by the others too.
void add_names_in_time(Query& query, const BodyNames& renamed) {
  std::vector<SearchFilter> others;
  for (const SearchFilter& filter : query.filters) {
    for (SearchFilter& other : other_names(filter, renamed)) others.push_back(std::move(other));
  }
  query.filters.insert(query.filters.end(), others.begin(), others.end());
  add_names_in_time(query.terms, renamed);
}

Query query_of(std::string_view text, const SearchOptions& options) {
  Query query = text.empty() && !options.filters.empty() ? Query() : parse_query(text);
  for (const SearchFilter& filter : options.filters) query.filters.push_back(canonical(filter));
  add_names_in_time(query, options.renamed_bodies);
  return query;
}

/// From when to when documents of the archive tell of that name.
NameInTime name_in_time(Database& database, const std::string& name) {
  SQLite::Statement& row = database.prepared(
      "SELECT min(coalesce(d.date, d.meeting_date)), max(coalesce(d.date, d.meeting_date))"
      " FROM name n JOIN name_use u ON u.name = n.id JOIN document d ON d.id = u.document"
      " WHERE n.field = 'body' AND n.key = ?");
  Binder(row).add(name_key(name));
  row.executeStep();
  NameInTime found{.name = name, .first_date = text_of(row, 0), .last_date = text_of(row, 1)};
  row.reset();
  return found;
}

bool asks_for_body(const Query& query, const std::string& name) {
  const auto is_it = [&name](const SearchFilter& filter) {
    return filter.field == "body" && name_key(filter.value) == name_key(name);
  };
  const std::function<bool(const QueryNode&)> has = [&](const QueryNode& node) {
    return is_it(node.filter) || std::any_of(node.parts.begin(), node.parts.end(), has);
  };
  return std::any_of(query.filters.begin(), query.filters.end(), is_it) ||
         std::any_of(query.terms.begin(), query.terms.end(), has);
}

/// All names of the bodies that were asked for by one of them.
std::vector<NameInTime> names_in_time(Database& database, const Query& query,
                                      const BodyNames& renamed) {
  std::vector<NameInTime> found;
  for (const std::vector<std::string>& names : renamed) {
    const auto asked = [&](const std::string& name) { return asks_for_body(query, name); };
    if (std::none_of(names.begin(), names.end(), asked)) continue;
    for (const std::string& name : names) found.push_back(name_in_time(database, name));
  }
  return found;
}

std::vector<LikelyName> likely_names_of(Database& database, const Query& query) {
  std::vector<LikelyName> all;
  for (const SearchFilter& filter : query.filters) {
    const bool person = filter.field == "person" || filter.field == "signed";
    if (filter.negated || (!person && filter.field != "body")) continue;
    for (LikelyName& name : names_like(database, person ? "person" : "body", filter.value)) {
      if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(std::move(name));
    }
  }
  return all;
}

}  // namespace

std::string_view name_of(Tier tier) {
  switch (tier) {
    case Tier::exact:
      return "exact";
    case Tier::compound:
      return "compound";
    case Tier::restored:
      return "restored";
    case Tier::fuzzy:
      break;
  }
  return "fuzzy";
}

SearchResult search(const Archive& archive, std::string_view query, const SearchOptions& options) {
  Query parsed = query_of(query, options);
  SearchResult result{.interpreted = to_string(parsed)};
  Database& database = archive.database();
  const ReadScope scope(database);
  if (!parsed.terms.empty()) result.warning = warning_of(database);
  const Deadline deadline(database.connection().getHandle(), options.deadline);
  try {
    find_similar_words(database, parsed);
    const Plan plan = plan_of(parsed, options);
    result.match = plan.expression.match;
    result.sql = sql_of(plan);
    for (const HitPlace& place : best_places(database, plan, result)) {
      Hit hit = hit_at(database, place);
      if (!options.municipality.empty()) hit.citation.insert(0, options.municipality + ", ");
      result.hits.push_back(std::move(hit));
    }
    result.likely_names = likely_names_of(database, parsed);
    result.names_in_time = names_in_time(database, parsed, options.renamed_bodies);
    if (result.total == 0) result.suggestion = suggestion_for(database, parsed);
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_INTERRUPT) throw;
    result.hits.clear();
    result.interrupted = true;
  }
  return result;
}

}  // namespace diarium
