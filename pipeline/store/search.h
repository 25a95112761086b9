#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/geometry.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/query.h"

namespace diarium {

/// By what a hit matched, best first. A hit is as good as its weakest word.
enum class Tier {
  exact,     ///< the word or one of its inflections
  compound,  ///< a part of a compound: budget in budgetuppföljning
  restored,  ///< a word whose å ä ö OCR had lost
};
std::string_view name_of(Tier tier);

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
  Tier tier = Tier::exact;
  double score = 0;
  std::string snippet;   ///< UTF-8; U+0002 and U+0003 around what matched
  std::string citation;  ///< "Socialnämnden 2024-03-05, SN 2024-00012, s. 7, beslutssats 2"
};

struct SearchOptions {
  int limit = 20;  ///< 1..10 000
  int offset = 0;
  std::vector<SearchFilter> filters;      ///< besides those in the query
  bool inexact = true;                    ///< parts of compounds and restored words too
  std::chrono::milliseconds deadline{0};  ///< 0 = none
};

struct SearchResult {
  std::vector<Hit> hits;  ///< best first; without words in the query, newest first
  std::int64_t total = 0;
  bool interrupted = false;  ///< the deadline came first: no hits
  std::string interpreted;   ///< the query as it was understood
};

/// Throws QueryError for a query that can't be understood; std::runtime_error as Archive does.
SearchResult search(const Archive& archive, std::string_view query,
                    const SearchOptions& options = {});

}  // namespace diarium
