#include "pipeline/store/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "models/unicode.h"
#include "pipeline/store/name_likeness.h"
#include "pipeline/store/passages.h"
#include "pipeline/store/query_fields.h"

namespace diarium {
namespace {

// Of a paper, all its people are its people; of a signature or vote, only those in it.
constexpr std::string_view kOwnPeople =
    "(m.record = coalesce(p.record, '') OR (m.record = '' AND p.kind NOT IN"
    " ('signature', 'attendance', 'vote', 'yrkande', 'reservation')))";
constexpr std::string_view kOwnOrDocument = "m.record IN (p.record, '')";
/// The beginning of any word of the value, so that a surname will do; compared as by `name_key`.
constexpr std::string_view kWordBegins =
    "instr(' ' || replace(replace(replace(m.value, '-', ' '), '.', ' '), '  ', ' '), ' ' || ?) > 0";

SqlCondition on_passage(std::string sql, std::vector<std::string> values) {
  return {.sql = std::move(sql), .values = std::move(values), .on_passage = true};
}

SqlCondition mentions(std::string_view field, std::string_view scope, std::string_view value,
                      const std::string& wanted) {
  return on_passage(fmt::format("EXISTS (SELECT 1 FROM mention m WHERE m.document = p.document"
                                " AND m.field = '{}' AND {} AND {})",
                                field, scope, value),
                    {wanted});
}

SqlCondition named(const std::string& field, const std::string& value) {
  return {.sql = fmt::format("f.{0} = (SELECT id FROM search_value WHERE field = '{0}'"
                             " AND value = ?)",
                             field),
          .values = {value}};
}

SqlCondition of_kind(const std::string& kind) {
  if (kind != "deleted" && kind != "inserted") return named("kind", kind);
  // A replacement deletes one text and inserts another.
  return on_passage(
      "EXISTS (SELECT 1 FROM amendment a WHERE a.record = p.record"
      " AND a.operation IN (?, 'replace'))",
      {kind == "deleted" ? "delete" : "insert"});
}

/// "2021-11" filled up to eight digits: 20211100, or 20211199.
std::string day_of(const std::string& iso, char fill) {
  std::string digits;
  for (const char c : iso.substr(0, 10)) {
    if (c != '-') digits += c;
  }
  digits.resize(8, fill);
  return digits;
}

SqlCondition within_days(const ValueRange& range) {
  SqlCondition condition{.sql = "f.day > 0"};
  if (!range.low.empty()) {
    condition.sql += range.low_open ? " AND f.day > ?" : " AND f.day >= ?";
    condition.values.push_back(day_of(range.low, range.low_open ? '9' : '0'));
  }
  if (!range.high.empty()) {
    condition.sql += range.high_open ? " AND f.day < ?" : " AND f.day <= ?";
    condition.values.push_back(day_of(range.high, range.high_open ? '0' : '9'));
  }
  condition.sql = "(" + condition.sql + ")";
  return condition;
}

SqlCondition within_amounts(const ValueRange& range) {
  const auto between = [&range](std::string_view column) {
    std::string sql;
    if (!range.low.empty()) {
      sql += fmt::format(" AND {} {} CAST(? AS REAL)", column, range.low_open ? ">" : ">=");
    }
    if (!range.high.empty()) {
      sql += fmt::format(" AND {} {} CAST(? AS REAL)", column, range.high_open ? "<" : "<=");
    }
    return sql;
  };
  // Of a record the amounts that stand in it, of a document all of its own; never percentages.
  SqlCondition condition = on_passage(
      fmt::format(
          "CASE WHEN f.kind = (SELECT id FROM search_value WHERE field = 'kind' AND value = "
          "'table')"
          " THEN EXISTS (SELECT 1 FROM table_record_cells c WHERE c.record = p.record"
          " AND c.unit IS NOT '%'{}) ELSE EXISTS (SELECT 1 FROM record r"
          " JOIN amount_record a ON a.record = r.id AND a.unit IS NOT '%'{}"
          " LEFT JOIN record own ON own.id = p.record WHERE r.document = p.document"
          " AND (own.id IS NULL OR r.span_begin BETWEEN own.span_begin AND own.span_end - 1)) END",
          between("c.value"), between("a.value")),
      {});
  for (int i = 0; i < 2; ++i) {
    if (!range.low.empty()) condition.values.push_back(range.low);
    if (!range.high.empty()) condition.values.push_back(range.high);
  }
  return condition;
}

SqlCondition read_by(const std::string& answer) {
  // Swedish has a letter with dots in twenty; a page with hardly any has lost them.
  constexpr std::string_view kUncertain =
      " AND (g.confidence < 0.85 OR (length(g.text) >= 250 AND 100 * (3 * length(g.text)"
      " - length(replace(g.text, 'å', '')) - length(replace(g.text, 'ä', ''))"
      " - length(replace(g.text, 'ö', ''))) < length(g.text)))";
  return on_passage(
      fmt::format("{}EXISTS (SELECT 1 FROM page g WHERE g.source = d.source AND g.number = p.page"
                  " AND g.origin <> 'embedded'{})",
                  answer == "no" ? "NOT " : "", answer == "uncertain" ? kUncertain : ""),
      {});
}

SqlCondition lacks(const std::string& what) {
  static const std::map<std::string, std::string> kLacks{
      {"documents",
       "(f.kind = (SELECT id FROM search_value WHERE field = 'kind' AND value = 'agenda_item')"
       " AND NOT EXISTS (SELECT 1 FROM agenda_item_documents x WHERE x.record = p.record))"},
      {"signature",
       "NOT EXISTS (SELECT 1 FROM record r WHERE r.document = d.id AND r.kind = 'signature')"},
      {"date", "f.day = 0"},
      {"body", "f.body = 0"},
      {"party", "NOT EXISTS (SELECT 1 FROM document_parties x WHERE x.document = d.id)"},
      {"dnr", "NOT EXISTS (SELECT 1 FROM document_case_numbers x WHERE x.document = d.id)"},
      {"title", "coalesce(d.title, '') = ''"}};
  return on_passage(kLacks.at(what), {});
}

SqlCondition in_clause(std::string_view condition, std::vector<std::string> values) {
  return on_passage(fmt::format("EXISTS (SELECT 1 FROM beslutssats b WHERE b.record = p.record"
                                " AND {})",
                                condition),
                    std::move(values));
}

SqlCondition signed_by(const std::string& name) {
  return on_passage(
      fmt::format("EXISTS (SELECT 1 FROM mention m JOIN signature s ON s.record = m.record"
                  " WHERE m.document = p.document AND m.field = 'person'"
                  " AND s.role_kind IN ('signer', 'attester') AND {})",
                  kWordBegins),
      {name_key(name)});
}

SqlCondition one(const SearchFilter& filter) {
  const std::string& field = filter.field;
  const std::string& value = filter.value;
  if (field == "kind") return of_kind(value);
  if (field == "type") return named(field, value);
  if (field == "status" && value == "proposed") return in_clause("b.status GLOB 'proposed*'", {});
  if (field == "status") return in_clause("b.status = ?", {value});
  if (field == "verb") {
    return in_clause(
        "EXISTS (SELECT 1 FROM beslutssats_actions x WHERE x.record = b.record"
        " AND (x.lemma = ? OR x.code = ?))",
        {to_lower(value), to_upper(value)});
  }
  if (field == "year" || field == "date") return within_days(range_of(value));
  if (field == "from") return within_days({.low = value});
  if (field == "to") return within_days({.high = value});
  if (field == "amount") return within_amounts(range_of(value));
  if (field == "ocr") return read_by(value);
  if (field == "empty") return lacks(value);
  if (field == "signed") return signed_by(value);
  if (field == "person") return mentions(field, kOwnPeople, kWordBegins, name_key(value));
  if (field == "party") return mentions(field, kOwnPeople, "m.value = ?", mention_of(value));
  if (field == "body") return mentions(field, kOwnOrDocument, kWordBegins, name_key(value));
  if (field == "dnr") {
    return mentions(field, kOwnOrDocument, "m.value = ?", normal_case_number(value));
  }
  return {};  // compound: a matter of the words
}

SqlCondition condition_of_node(const QueryNode& node, Matching matching);

SqlCondition joined(const std::vector<QueryNode>& parts, std::string_view with, Matching matching) {
  SqlCondition all{.sql = ""};
  for (const QueryNode& part : parts) {
    const SqlCondition one = condition_of_node(part, matching);
    all.sql += fmt::format("{}{}", all.sql.empty() ? "" : with, one.sql);
    all.values.insert(all.values.end(), one.values.begin(), one.values.end());
    all.on_passage = all.on_passage || one.on_passage;
  }
  all.sql = '(' + all.sql + ')';
  return all;
}

SqlCondition condition_of_node(const QueryNode& node, Matching matching) {
  SqlCondition condition;
  if (!has_fields(node)) {
    QueryNode words = node;
    words.negated = false;
    // The plus keeps SQLite from reading the rows of i by it: their match must lead.
    condition.sql = "+i.rowid IN (SELECT rowid FROM passage_index WHERE passage_index MATCH ?)";
    condition.values = {match_of({.terms = {words}, .filters = {}}, matching).match};
  } else if (node.type == QueryNode::Type::field) {
    condition = one(node.filter);
  } else {
    const bool any = node.type == QueryNode::Type::any;
    condition = joined(node.parts, any ? " OR " : " AND ", matching);
  }
  // What is unknown is not what was asked to be left out.
  if (node.negated) condition.sql = "NOT coalesce(" + condition.sql + ", 0)";
  return condition;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string digits_at(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

/// The last word before a number, unless it only says that a case number follows.
std::string authority_before(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '-' || text[end - 1] == '/')) --end;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '-' && text[begin - 1] != '/' &&
         text[begin - 1] != ':' && text[begin - 1] != '.') {
    --begin;
  }
  const std::string word = text.substr(begin, end - begin);
  return word == "dnr" || word == "diarienummer" || word == "nr" ? std::string() : word;
}

}  // namespace

SqlCondition condition_of(const std::vector<SearchFilter>& filters) {
  std::map<std::string, SqlCondition> choices;  // by field
  SqlCondition all;
  for (const SearchFilter& filter : filters) {
    SqlCondition condition = one(filter);
    all.on_passage = all.on_passage || condition.on_passage;
    if (filter.negated) {
      // What is unknown is not what was asked to be left out.
      all.sql += " AND NOT coalesce(" + condition.sql + ", 0)";
      all.values.insert(all.values.end(), condition.values.begin(), condition.values.end());
      continue;
    }
    SqlCondition& choice = choices.try_emplace(filter.field, SqlCondition{.sql = ""}).first->second;
    choice.sql += (choice.sql.empty() ? "" : " OR ") + condition.sql;
    choice.values.insert(choice.values.end(), condition.values.begin(), condition.values.end());
  }
  for (const auto& [field, choice] : choices) {
    all.sql += " AND (" + choice.sql + ")";
    all.values.insert(all.values.end(), choice.values.begin(), choice.values.end());
  }
  return all;
}

SqlCondition condition_of(const std::vector<QueryNode>& terms, Matching matching) {
  SqlCondition all;
  for (const QueryNode& term : terms) {
    if (has_fields(term)) all = both(std::move(all), condition_of_node(term, matching));
  }
  return all;
}

SqlCondition both(SqlCondition a, SqlCondition b) {
  if (a.sql == "1") return b;
  if (b.sql == "1") return a;
  a.sql += " AND " + b.sql;
  a.values.insert(a.values.end(), b.values.begin(), b.values.end());
  a.on_passage = a.on_passage || b.on_passage;
  return a;
}

std::string normal_case_number(const std::string& text) {
  const std::string lower = mention_of(text);
  constexpr std::size_t kYearDigits = 4;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (!is_ascii_digit(lower[at]) || (at > 0 && is_ascii_digit(lower[at - 1]))) continue;
    const std::string year = digits_at(lower, at);
    const std::size_t after = at + year.size();
    if (year.size() != kYearDigits || after + 1 >= lower.size()) continue;
    if (lower[after] != '-' && lower[after] != '/' && lower[after] != ':') continue;
    std::string serial = digits_at(lower, after + 1);
    if (serial.empty()) continue;
    serial.erase(0, std::min(serial.find_first_not_of('0'), serial.size() - 1));
    const std::string authority = authority_before(lower, at);
    return (authority.empty() ? "" : authority + "/") + year + "/" + serial;
  }
  return lower;
}

}  // namespace diarium
