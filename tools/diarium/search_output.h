#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/case_trail.h"
#include "pipeline/store/search.h"

namespace diarium {

/// A search as it is printed.
struct PrintedSearch {
  std::string query;  ///< of a batch; else empty
  SearchResult result;
  std::vector<std::vector<TrailStep>> trails;  ///< one a hit, where they were asked for
};

void print_text(const PrintedSearch& search);
/// One object a hit; where facets were counted, one more with them.
void print_jsonl(const PrintedSearch& search);
void print_csv_head(const PrintedSearch& search);
void print_csv_rows(const PrintedSearch& search);
/// What the database was asked; to stdout above text, else to stderr.
std::string explanation_of(const SearchResult& result);

/// The first cell of each row of a CSV file (RFC 4180), without a head line that says "query".
std::vector<std::string> first_cells(std::string_view csv);

}  // namespace diarium
