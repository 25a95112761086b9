#include "pipeline/store/search.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "tools/diarium/commands.h"

namespace diarium {
namespace {

/// What search puts around a word that matched.
constexpr char kMarkBegin = '\x02';
constexpr char kMarkEnd = '\x03';

std::string marked(std::string_view snippet, std::string_view begin, std::string_view end) {
  std::string out;
  for (const char c : snippet) {
    if (c == kMarkBegin) {
      out += begin;
    } else if (c == kMarkEnd) {
      out += end;
    } else {
      out += c;
    }
  }
  return out;
}

void add_filter(SearchOptions& options, const char* field, const std::string& value) {
  if (!value.empty()) options.filters.push_back({field, value});
}

SearchOptions options_of(const Arguments& arguments) {
  SearchOptions options;
  options.limit = arguments.limit;
  for (const std::string& kind : arguments.kinds) add_filter(options, "kind", kind);
  add_filter(options, "body", arguments.body);
  add_filter(options, "party", arguments.party);
  add_filter(options, "from", arguments.from);
  add_filter(options, "to", arguments.to);
  return options;
}

void print_text(const SearchResult& result) {
  const bool colours = ::isatty(STDOUT_FILENO) == 1;
  for (const Hit& hit : result.hits) {
    const std::string name = hit.title.empty()
                                 ? hit.document_kind
                                 : fmt::format("{} ({})", hit.title, hit.document_kind);
    fmt::print(
        "{}\n  {}\n", colours ? fmt::format("\033[1m{}\033[0m", name) : name,
        colours ? marked(hit.snippet, "\033[1;33m", "\033[0m") : marked(hit.snippet, "[", "]"));
    fmt::print("  {}  |  {} page {}  |  {}{}\n\n", hit.citation, hit.path, hit.page, hit.id,
               hit.tier == Tier::exact ? "" : fmt::format("  |  matched by {}", name_of(hit.tier)));
  }
  fmt::print("{} of {} hits\n", result.hits.size(), result.total);
}

nlohmann::json json_of(const Hit& hit) {
  nlohmann::json out{{"id", hit.id},
                     {"kind", hit.kind},
                     {"document", hit.document},
                     {"document_kind", hit.document_kind},
                     {"source", hit.source},
                     {"path", hit.path},
                     {"page", hit.page},
                     {"box", {hit.box.left, hit.box.top, hit.box.right, hit.box.bottom}},
                     {"tier", name_of(hit.tier)},
                     {"score", hit.score},
                     {"snippet", marked(hit.snippet, "", "")},
                     {"citation", hit.citation}};
  for (const auto& [name, value] : {std::pair{"title", &hit.title},
                                    {"body", &hit.body},
                                    {"date", &hit.date},
                                    {"case_number", &hit.case_number}}) {
    if (!value->empty()) out[name] = *value;
  }
  return out;
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

void print_csv(const SearchResult& result) {
  std::cout
      << "id,kind,document_kind,title,body,date,case_number,path,page,tier,snippet,citation\r\n";
  for (const Hit& hit : result.hits) {
    for (const std::string& cell : {hit.id, hit.kind, hit.document_kind, hit.title, hit.body,
                                    hit.date, hit.case_number, hit.path, std::to_string(hit.page),
                                    std::string(name_of(hit.tier)), marked(hit.snippet, "", "")}) {
      std::cout << csv_cell(cell) << ',';
    }
    std::cout << csv_cell(hit.citation) << "\r\n";
  }
}

}  // namespace

int run_search(const Arguments& arguments) {
  Archive archive = Archive::open_read_only(arguments.configuration.database);
  if (arguments.unmask) archive.show_personal_numbers();
  SearchResult result;
  try {
    result = search(archive, arguments.query, options_of(arguments));
  } catch (const QueryError& error) {
    throw WrongUsage(fmt::format("query, at character {}: {}", error.position() + 1, error.what()));
  }
  const std::string format =
      arguments.format.empty() && arguments.json ? "jsonl" : arguments.format;
  if (format == "jsonl") {
    for (const Hit& hit : result.hits) std::cout << json_of(hit).dump() << '\n';
  } else if (format == "csv") {
    print_csv(result);
  } else {
    print_text(result);
  }
  return result.hits.empty() ? kSomeFailed : kAllWell;
}

}  // namespace diarium
