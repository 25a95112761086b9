#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/geometry.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/name_likeness.h"
#include "pipeline/store/query.h"

namespace diarium {

/// By what a hit matched, best first. A hit is as good as its weakest word.
enum class Tier {
  exact,     ///< the word or one of its inflections
  compound,  ///< a part of a compound: budget in budgetuppföljning
  restored,  ///< a word whose å ä ö OCR had lost
  fuzzy,     ///< a word with other letters, where the query allows it
};
std::string_view name_of(Tier tier);

/// A word of the text that matched.
struct MatchedForm {
  std::string form;  ///< as printed
  Tier tier = Tier::exact;
  bool operator==(const MatchedForm&) const = default;
};

struct Hit {
  std::string id;        ///< of the record, or of the document
  std::string kind;      ///< "document", "beslutssats", ...
  std::string document;  ///< id
  std::string document_kind;
  std::string title;        ///< of the document
  std::string body;         ///< "Socialnämnden"
  std::string date;         ///< ISO 8601; of the document, else of its meeting
  std::string case_number;  ///< as printed; the document's first
  std::string source;
  std::string path;  ///< as displayed
  int page = 0;
  Rect box;
  double confidence = 1;  ///< of the record, else of the document: 0..1
  Tier tier = Tier::exact;
  double score = 0;                  ///< within its tier
  std::string snippet;               ///< UTF-8; U+0002 and U+0003 around what matched
  std::vector<MatchedForm> matched;  ///< each form once, as they stand
  std::string citation;  ///< "Socialnämnden 2024-03-05, SN 2024-00012, s. 7, beslutssats 2"
  std::string cursor;    ///< for SearchOptions::after
};

enum class SortOrder {
  relevance,  ///< by tier, then score
  date,       ///< newest first
};

struct SearchOptions {
  int limit = 20;  ///< 1..10 000
  int offset = 0;
  std::string after;  ///< only hits after the one with this cursor, in the same order
  SortOrder sort = SortOrder::relevance;
  bool facets = false;                ///< count by kind, type, body and year
  std::vector<SearchFilter> filters;  ///< besides those in the query
  std::string municipality;           ///< stands first in citations; empty = left out
  /// Names that one body has had in time: a body that is asked for by one is found by all.
  std::vector<std::vector<std::string>> renamed_bodies;
  bool inexact = true;                    ///< parts of compounds and restored words too
  std::chrono::milliseconds deadline{0};  ///< 0 = none
};

struct FacetCount {
  std::string value;
  std::int64_t hits = 0;
};

/// How many of all hits have which value of a field, the commonest first, at most 30.
struct Facet {
  std::string field;  ///< kind, type, body, year
  std::vector<FacetCount> counts;
};

/// One of the names that a body has had, and the days of the documents that tell of it by that
/// name.
struct NameInTime {
  std::string name;
  std::string first_date;  ///< ISO 8601; empty: the archive doesn't know it
  std::string last_date;
};

struct SearchResult {
  std::vector<Hit> hits;  ///< best first; without words in the query, newest first
  std::int64_t total = 0;
  std::array<std::int64_t, 4> by_tier{};  ///< `total` taken apart
  std::vector<Facet> facets;              ///< empty unless asked for
  bool interrupted = false;               ///< the deadline came first: no hits
  std::string interpreted;                ///< the query as it was understood
  std::string suggestion;                 ///< where there are no hits: a query that may have some
  /// Names that may be other spellings of a person or body that was asked for.
  std::vector<LikelyName> likely_names;
  /// All names of a body that was asked for by one of them (`renamed_bodies`), in the order of time
  /// that the settings give.
  std::vector<NameInTime> names_in_time;
  std::string match;  ///< what was asked of the index, ...
  std::string sql;    ///< ... and of the database
  /// Why hits may be missing: no dictionary, or an index that another one made. Empty: they aren't.
  std::string warning;
};

/// Throws QueryError for a query that can't be understood, and for a broken `after`;
/// std::runtime_error as Archive does.
SearchResult search(const Archive& archive, std::string_view query,
                    const SearchOptions& options = {});

}  // namespace diarium
