#include "pipeline/store/search.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "models/unicode.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/search_output.h"

namespace diarium {
namespace {

void add_filter(SearchOptions& options, const char* field, const std::string& value) {
  if (!value.empty()) options.filters.push_back({field, value});
}

SearchOptions options_of(const Arguments& arguments) {
  SearchOptions options;
  options.limit = arguments.limit;
  options.after = arguments.after;
  options.facets = arguments.facets;
  options.municipality = arguments.configuration.municipality;
  options.renamed_bodies = arguments.configuration.renamed_bodies;
  if (arguments.sort == "date") options.sort = SortOrder::date;
  for (const std::string& kind : arguments.kinds) add_filter(options, "kind", kind);
  add_filter(options, "body", arguments.body);
  add_filter(options, "party", arguments.party);
  add_filter(options, "from", arguments.from);
  add_filter(options, "to", arguments.to);
  return options;
}

std::string format_of(const Arguments& arguments) {
  if (!arguments.format.empty()) return arguments.format;
  if (arguments.json) return "jsonl";
  return arguments.batch.empty() ? "text" : "csv";
}

/// Nothing for a query that can't be understood: then stderr says why.
std::optional<PrintedSearch> searched(const Archive& archive, const std::string& query,
                                      const Arguments& arguments) {
  try {
    PrintedSearch search{.query = arguments.batch.empty() ? "" : query,
                         .result = diarium::search(archive, query, options_of(arguments)),
                         .trails = {}};
    if (!arguments.trail) return search;
    for (const Hit& hit : search.result.hits) {
      search.trails.push_back(trail_of(archive, hit.document));
    }
    return search;
  } catch (const QueryError& error) {
    // Readers count letters, not bytes.
    const std::size_t letter = code_points(to_nfc(query.substr(0, error.position()))).size() + 1;
    std::cerr << fmt::format("diarium: query{}, at character {}: {}\n",
                             arguments.batch.empty() ? "" : " \"" + query + "\"", letter,
                             error.what());
    return std::nullopt;
  }
}

void print(const PrintedSearch& search, const Arguments& arguments) {
  const std::string format = format_of(arguments);
  if (arguments.explain) {
    (format == "text" ? std::cout : std::cerr) << explanation_of(search.result) << '\n';
  }
  if (format == "jsonl") {
    print_jsonl(search);
  } else if (format == "csv") {
    print_csv_rows(search);
  } else {
    std::cout.flush();
    print_text(search);
  }
  if (!search.result.warning.empty()) std::cerr << "diarium: " << search.result.warning << '\n';
  if (!search.result.suggestion.empty()) {
    std::cerr << "Menade du: " << search.result.suggestion << '\n';
  }
  for (const LikelyName& name : search.result.likely_names) {
    std::cerr << fmt::format("Kanske också: {}{} ({}; {})\n", name.spelling,
                             name.party.empty() ? "" : " (" + name.party + ")", name.like,
                             name.reason);
  }
}

std::vector<std::string> queries_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw WrongUsage("the queries can't be read: " + file.string());
  return first_cells(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace

int run_search(const Arguments& arguments) {
  std::vector<std::string> queries{arguments.query};
  if (!arguments.batch.empty()) {
    queries = queries_of(arguments.batch);
  } else if (arguments.query.empty() && options_of(arguments).filters.empty()) {
    throw WrongUsage("what to search for? (see diarium search --help)");
  }
  Archive archive = Archive::open_read_only(arguments.configuration.database);
  if (arguments.unmask) archive.show_personal_numbers();
  if (format_of(arguments) == "csv") {
    print_csv_head({.query = arguments.batch.empty() ? "" : "query", .result = {}, .trails = {}});
  }
  bool found = false;
  bool failed = false;
  for (const std::string& query : queries) {
    const std::optional<PrintedSearch> search = searched(archive, query, arguments);
    failed = failed || !search;
    if (!search) continue;
    found = found || !search->result.hits.empty();
    print(*search, arguments);
  }
  if (failed) return kRunFailed;
  return found ? kAllWell : kSomeFailed;
}

}  // namespace diarium
