#include "tools/diarium/evaluation/scored_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tools/diarium/evaluation/comparable_text.h"

namespace diarium {
namespace {

using Json = nlohmann::json;

// "2024-03-19": days are compared. A summons prints the hour as well, its papers don't.
constexpr std::size_t kIsoDay = 10;

/// The value of a field as one text; lists joined, absent = empty.
std::string text_of_field(const Json& record, const std::string& name) {
  const auto found = record.find(name);
  if (found == record.end() || found->is_null()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (!found->is_array()) return found->dump();
  std::string joined;
  for (const Json& item : *found) {
    if (!joined.empty()) joined += "; ";
    joined += item.is_string() ? item.get<std::string>() : item.dump();
  }
  return joined;
}

/// How one kind is compared: the fields that make its key, and those compared once it is paired.
struct KindRule {
  std::vector<std::string> key;
  std::vector<std::string> fields;
  bool exact = false;
};

const std::map<std::string, KindRule>& kind_rules() {
  static const std::map<std::string, KindRule> rules{
      {"document",
       {{"first_page", "last_page"},
        {"document_kind", "title", "body", "date", "meeting_date", "case_officer", "parties"},
        true}},
      {"agenda_item", {{"title"}, {"number", "note", "page"}}},
      {"beslutssats",
       {{"text"}, {"decider", "status", "via", "n", "quoted_addition", "scope", "page"}}},
      {"signature", {{"name"}, {"party", "role", "body", "group", "role_kind", "page"}}},
      {"footnote", {{"text"}, {"marker", "anchor", "page"}}},
      {"amendment", {{"operation", "old", "new"}, {"locator", "page"}}},
      {"attachment", {{"title"}, {"number", "present", "page"}}},
      {"recipient", {{"name"}, {"explicit_none", "page"}}},
      {"reference", {{"reference_kind", "normal"}, {"page"}, true}},
      {"date", {{"iso", "page"}, {"precision"}, true}},
      {"amount", {{"value", "unit", "page"}, {}, true}},
      {"e_mail", {{"subject"}, {"from", "to", "cc", "sent", "page"}}},
      {"vote",
       {{"item", "yes", "no", "abstained"}, {"method", "yes_names", "no_names", "page"}, true}},
      {"yrkande", {{"text"}, {"by", "item", "page"}}},
      {"reservation", {{"by"}, {"item", "page"}}},
      {"attendance", {{"name"}, {"party", "role", "group", "replaces", "page"}}},
      {"paragraph", {{"number", "title"}, {"case_numbers", "page"}}},
      {"table", {{"caption"}, {"page"}}},
      {"flowchart", {{"mermaid"}, {"page"}}},
  };
  return rules;
}

std::vector<ScoredCell> cells_of(const Json& record) {
  std::vector<ScoredCell> cells;
  for (const Json& cell : record.value("cells", Json::array())) {
    std::string text = comparable_text(cell.value("text", ""));
    if (!text.empty())
      cells.push_back({cell.value("row", 0), cell.value("column", 0), std::move(text)});
  }
  return cells;
}

/// Boxes are numbered by their place, and two that stand beside each other may change places.
std::string in_order(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  std::string joined;
  for (const std::string& text : texts) joined += text + " ";
  return joined;
}

std::string node_texts_of(const Json& record) {
  std::vector<std::string> texts;
  for (const Json& node : record.value("nodes", Json::array()))
    texts.push_back(node.value("text", ""));
  return in_order(std::move(texts));
}

/// Each edge by the texts at its ends.
std::string edge_texts_of(const Json& record) {
  std::map<std::string, std::string> texts;
  for (const Json& node : record.value("nodes", Json::array()))
    texts[node.value("id", "")] = node.value("text", "");
  std::vector<std::string> edges;
  for (const Json& edge : record.value("edges", Json::array())) {
    const bool directed = edge.value("directed", false);
    std::string from = texts[edge.value("from", "")];
    std::string to = texts[edge.value("to", "")];
    if (!directed && to < from) std::swap(from, to);
    edges.push_back(from + (directed ? " > " : " - ") + to);
  }
  return in_order(std::move(edges));
}

ScoredRecord scored_record(const std::string& kind, const Json& line, const KindRule& rule) {
  ScoredRecord record{.kind = kind,
                      .key = {},
                      .exact = rule.exact,
                      .page = line.value("page", 0),
                      .fields = {},
                      .cells = {},
                      .optional = line.value("optional", false),
                      .confidence = line.value("confidence", 1.0),
                      .rule = line.value("rule", "")};
  for (const std::string& field : rule.key) {
    if (!record.key.empty()) record.key += '|';
    std::string part = comparable_key(text_of_field(line, field));
    if (field == "iso") part.resize(std::min(part.size(), kIsoDay));
    record.key += part;
  }
  if (kind == "flowchart") record.key = comparable_key(node_texts_of(line));
  for (const std::string& field : rule.fields)
    record.fields[field] = comparable_key(text_of_field(line, field));
  if (kind == "beslutssats") {
    const Json actions = line.value("actions", Json::array());
    record.fields["lemma"] =
        actions.empty() ? "" : comparable_key(actions.front().value("lemma", ""));
  }
  if (kind == "document") {
    record.page = line.value("first_page", 0);
    for (const char* field : {"date", "meeting_date"})
      record.fields[field].resize(std::min(record.fields[field].size(), kIsoDay));
  }
  if (kind == "flowchart") record.fields["edges"] = comparable_key(edge_texts_of(line));
  if (kind == "table") record.cells = cells_of(line);
  return record;
}

Style style_of(const std::string& letters) {
  const auto has = [&](char letter) { return letters.find(letter) != std::string::npos; };
  return {.bold = has('b'),
          .italic = has('i'),
          .struck = has('s'),
          .underlined = has('u'),
          .superscript = has('^')};
}

/// Of a line of the truth: [["Motion",92.0,104.1,131.2,118.4,"b"],...].
std::vector<ScoredWord> words_of(const Json& line) {
  std::vector<ScoredWord> words;
  for (const Json& word : line.value("words", Json::array())) {
    words.push_back({.text = comparable_text(word.at(0).get<std::string>()),
                     .box = {word.at(1), word.at(2), word.at(3), word.at(4)},
                     .style = style_of(word.at(5).get<std::string>())});
  }
  return words;
}

void add_line(ScoredFile& file, const std::string& kind, const Json& line) {
  if (kind == "page") {
    const int number = line.value("number", 0);
    ScoredPage& page = file.pages[number];
    page.number = number;
    page.text = comparable_text(line.value("text", ""));
    page.ocr = line.value("origin", "") != "embedded";
    return;
  }
  if (kind == "words") {
    file.pages[line.value("page", 0)].words = words_of(line);
    return;
  }
  // Only dates with a year are compared.
  const bool part_of_date = kind == "date" && !line.contains("iso");
  const auto rule = part_of_date ? kind_rules().end() : kind_rules().find(kind);
  if (rule != kind_rules().end()) file.records.push_back(scored_record(kind, line, rule->second));
}

template <typename Use>
void each_line(std::istream& lines, const Use& use) {
  std::string text;
  for (int number = 1; std::getline(lines, text); ++number) {
    if (text.empty()) continue;
    const Json line = Json::parse(text, nullptr, false);
    if (!line.is_object() || !line.contains("kind")) {
      throw std::runtime_error(
          fmt::format("line {} is not a record of an export: {}", number, text.substr(0, 80)));
    }
    use(line.at("kind").get<std::string>(), line);
  }
}

}  // namespace

std::map<std::string, ScoredFile> scored_files(std::istream& lines) {
  std::map<std::string, std::vector<std::string>> paths;  // by source
  std::map<std::string, ScoredFile> by_source;
  each_line(lines, [&](const std::string& kind, const Json& line) {
    if (kind == "source") {
      paths[line.value("id", "")].push_back(line.value("path", ""));
    } else {
      add_line(by_source[line.value("source", "")], kind, line);
    }
  });
  std::map<std::string, ScoredFile> files;
  for (const auto& [source, names] : paths) {
    for (const std::string& name : names) files[name] = by_source[source];
  }
  return files;
}

std::vector<ScoredWord> scored_words(const Page& page) {
  std::vector<ScoredWord> words;
  for (const Word& word : page.words)
    words.push_back({.text = comparable_text(word.text), .box = word.box, .style = word.style});
  return words;
}

ScoredFile scored_truth(std::istream& lines) {
  ScoredFile file;
  each_line(lines, [&](const std::string& kind, const Json& line) { add_line(file, kind, line); });
  return file;
}

}  // namespace diarium
