#include "tools/diarium/search_output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

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

/// "compound: budgetuppföljningen, delårsbudget"; empty where the words themselves stand there.
std::string reason_of(const Hit& hit) {
  if (hit.tier == Tier::exact) return {};
  std::vector<std::string> forms;
  for (const MatchedForm& form : hit.matched) {
    if (form.tier == hit.tier) forms.push_back(form.form);
  }
  return fmt::format("{}: {}", name_of(hit.tier), fmt::join(forms, ", "));
}

void print_trail(const std::vector<TrailStep>& trail) {
  if (trail.empty()) fmt::print("  no other paper has this case number\n");
  for (const TrailStep& step : trail) {
    fmt::print("  -> {} {}{}{}{}\n", step.date.empty() ? "undated" : step.date, step.document_kind,
               step.body.empty() ? "" : ", " + step.body,
               step.paragraph.empty() ? "" : ", § " + step.paragraph,
               step.title.empty() ? "" : ": " + step.title);
    for (const TrailClause& clause : step.clauses) {
      fmt::print("       {}{}: {}\n", clause.status,
                 clause.decider.empty() ? "" : " by " + clause.decider, clause.text);
    }
  }
}

/// "123 hits (100 exact, 20 compound, 3 restored)"
std::string counts_of(const SearchResult& result) {
  std::vector<std::string> tiers;
  for (std::size_t i = 0; i < result.by_tier.size(); ++i) {
    if (result.by_tier[i] == 0) continue;
    tiers.push_back(fmt::format("{} {}", result.by_tier[i], name_of(static_cast<Tier>(i))));
  }
  const bool mixed = result.by_tier[0] != result.total;
  return fmt::format("{} hits{}", result.total,
                     mixed ? fmt::format(" ({})", fmt::join(tiers, ", ")) : std::string());
}

void print_facets(const std::vector<Facet>& facets) {
  for (const Facet& facet : facets) {
    fmt::print("{}\n", facet.field);
    for (const FacetCount& count : facet.counts) {
      fmt::print("{:>9}  {}\n", count.hits, count.value);
    }
  }
}

nlohmann::json json_of(const std::vector<TrailStep>& trail) {
  nlohmann::json steps = nlohmann::json::array();
  for (const TrailStep& step : trail) {
    nlohmann::json out{{"document", step.document}, {"document_kind", step.document_kind}};
    for (const auto& [name, value] : {std::pair{"title", &step.title},
                                      {"body", &step.body},
                                      {"date", &step.date},
                                      {"paragraph", &step.paragraph}}) {
      if (!value->empty()) out[name] = *value;
    }
    out["clauses"] = nlohmann::json::array();
    for (const TrailClause& clause : step.clauses) {
      nlohmann::json line{{"id", clause.id}, {"text", clause.text}, {"status", clause.status}};
      if (!clause.decider.empty()) line["decider"] = clause.decider;
      out["clauses"].push_back(std::move(line));
    }
    steps.push_back(std::move(out));
  }
  return steps;
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
                     {"confidence", hit.confidence},
                     {"tier", name_of(hit.tier)},
                     {"score", hit.score},
                     {"snippet", marked(hit.snippet, "", "")},
                     {"marked", marked(hit.snippet, "[", "]")},
                     {"citation", hit.citation},
                     {"cursor", hit.cursor}};
  out["matched"] = nlohmann::json::array();
  for (const MatchedForm& form : hit.matched) {
    out["matched"].push_back({{"form", form.form}, {"tier", name_of(form.tier)}});
  }
  for (const auto& [name, value] : {std::pair{"title", &hit.title},
                                    {"body", &hit.body},
                                    {"date", &hit.date},
                                    {"case_number", &hit.case_number}}) {
    if (!value->empty()) out[name] = *value;
  }
  return out;
}

nlohmann::json json_of(const SearchResult& result) {
  nlohmann::json tiers;
  for (std::size_t i = 0; i < result.by_tier.size(); ++i) {
    tiers[std::string(name_of(static_cast<Tier>(i)))] = result.by_tier[i];
  }
  nlohmann::json facets;
  for (const Facet& facet : result.facets) {
    nlohmann::json counts = nlohmann::json::array();
    for (const FacetCount& count : facet.counts) {
      counts.push_back({{"value", count.value}, {"hits", count.hits}});
    }
    facets[facet.field] = std::move(counts);
  }
  return {{"total", result.total}, {"by_tier", std::move(tiers)}, {"facets", std::move(facets)}};
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

}  // namespace

void print_text(const PrintedSearch& search) {
  const SearchResult& result = search.result;
  const bool colours = ::isatty(STDOUT_FILENO) == 1;
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    const Hit& hit = result.hits[i];
    const std::string name = hit.title.empty()
                                 ? hit.document_kind
                                 : fmt::format("{} ({})", hit.title, hit.document_kind);
    const std::string reason = reason_of(hit);
    fmt::print(
        "{}\n  {}\n", colours ? fmt::format("\033[1m{}\033[0m", name) : name,
        colours ? marked(hit.snippet, "\033[1;33m", "\033[0m") : marked(hit.snippet, "[", "]"));
    fmt::print("  {}  |  {} page {}  |  {}  |  confidence {:.2f}{}\n", hit.citation, hit.path,
               hit.page, hit.id, hit.confidence, reason.empty() ? "" : "  |  matched by " + reason);
    if (i < search.trails.size()) print_trail(search.trails[i]);
    fmt::print("\n");
  }
  print_facets(result.facets);
  fmt::print("{} of {}\n", result.hits.size(), counts_of(result));
  if (!result.hits.empty() && static_cast<std::int64_t>(result.hits.size()) < result.total) {
    fmt::print("more: --after {}\n", result.hits.back().cursor);
  }
}

void print_jsonl(const PrintedSearch& search) {
  for (std::size_t i = 0; i < search.result.hits.size(); ++i) {
    nlohmann::json line = json_of(search.result.hits[i]);
    if (!search.query.empty()) line["query"] = search.query;
    if (i < search.trails.size()) line["trail"] = json_of(search.trails[i]);
    std::cout << line.dump() << '\n';
  }
  if (search.result.facets.empty()) return;
  nlohmann::json counts = json_of(search.result);
  if (!search.query.empty()) counts["query"] = search.query;
  std::cout << counts.dump() << '\n';
}

void print_csv_head(const PrintedSearch& search) {
  std::cout << (search.query.empty() ? "" : "query,")
            << "id,kind,document_kind,title,body,date,case_number,path,page,tier,snippet,citation,"
               "confidence,matched\r\n";
}

void print_csv_rows(const PrintedSearch& search) {
  for (const Hit& hit : search.result.hits) {
    if (!search.query.empty()) std::cout << csv_cell(search.query) << ',';
    for (const std::string& cell :
         {hit.id, hit.kind, hit.document_kind, hit.title, hit.body, hit.date, hit.case_number,
          hit.path, std::to_string(hit.page), std::string(name_of(hit.tier)),
          marked(hit.snippet, "", ""), hit.citation, fmt::format("{:.3f}", hit.confidence)}) {
      std::cout << csv_cell(cell) << ',';
    }
    std::vector<std::string> forms;
    for (const MatchedForm& form : hit.matched) forms.push_back(form.form);
    std::cout << csv_cell(fmt::format("{}", fmt::join(forms, "; "))) << "\r\n";
  }
}

std::string explanation_of(const SearchResult& result) {
  std::string text = fmt::format("understood as: {}\n", result.interpreted);
  for (const NameInTime& one : result.names_in_time) {
    const std::string time = one.first_date.empty()
                                 ? "not in the archive"
                                 : fmt::format("{} to {}", one.first_date, one.last_date);
    text += fmt::format("a body by its names in time: {} ({})\n", one.name, time);
  }
  return text + fmt::format("asked of the index: {}\nasked of the database: {}\n",
                            result.match.empty() ? "nothing" : result.match, result.sql);
}

std::vector<std::string> first_cells(std::string_view csv) {
  std::vector<std::string> cells;
  std::string cell;
  bool quoted = false;
  bool first = true;  // within the first cell of a row
  const auto end_row = [&] {
    const bool head = cells.empty() && (cell == "query" || cell == "\xEF\xBB\xBFquery");
    if (!cell.empty()) cells.push_back(head ? std::string() : cell);
    cell.clear();
    first = true;
  };
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      if (first) cell += '"';
      ++i;
    } else if (c == '"' && (quoted || cell.empty() || !first)) {
      quoted = !quoted;
    } else if (!quoted && (c == '\n' || c == '\r')) {
      end_row();
    } else if (!quoted && (c == ',' || c == ';')) {
      first = false;
    } else if (first) {
      cell += c;
    }
  }
  end_row();
  std::erase(cells, "");
  return cells;
}

}  // namespace diarium
