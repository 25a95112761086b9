#include "pipeline/store/filters.h"

#include <map>

#include "models/unicode.h"
#include "pipeline/store/passages.h"

namespace diarium {
namespace {

constexpr std::string_view kDate = "coalesce(d.date, d.meeting_date)";

// Of a paper, all its people are its people; of a signature or vote, only those in it.
constexpr std::string_view kOwnPeople =
    "(m.record IS p.record OR (m.record IS NULL AND p.kind NOT IN"
    " ('signature', 'attendance', 'vote', 'yrkande', 'reservation')))";
constexpr std::string_view kOwnOrDocument = "(m.record IS p.record OR m.record IS NULL)";

std::string mention_where(const std::string& field, std::string_view scope,
                          std::string_view value) {
  return "EXISTS (SELECT 1 FROM mention m WHERE m.document = p.document AND m.field = '" + field +
         "' AND " + std::string(scope) + " AND " + std::string(value) + ")";
}

/// The beginning of any word of the value, so that a surname will do.
constexpr std::string_view kWordBegins = "instr(' ' || m.value, ' ' || ?) > 0";

SqlCondition one(const SearchFilter& filter) {
  const std::string& field = filter.field;
  const std::string& value = filter.value;
  if (field == "kind") return {"p.kind = ?", {value}};
  if (field == "type") return {"d.document_kind = ?", {value}};
  if (field == "status") {
    return {"EXISTS (SELECT 1 FROM beslutssats b WHERE b.record = p.record AND b.status = ?)",
            {value}};
  }
  if (field == "year") return {"substr(" + std::string(kDate) + ", 1, 4) = ?", {value}};
  if (field == "from") return {std::string(kDate) + " >= ?", {value}};
  if (field == "to") {
    // To 2024-03 means to its last day.
    return {"substr(" + std::string(kDate) + ", 1, " + std::to_string(value.size()) + ") <= ?",
            {value}};
  }
  if (field == "person") {
    return {mention_where("person", kOwnPeople, kWordBegins), {mention_of(value)}};
  }
  if (field == "party")
    return {mention_where("party", kOwnPeople, "m.value = ?"), {mention_of(value)}};
  if (field == "body") {
    return {mention_where("body", kOwnOrDocument, kWordBegins), {mention_of(value)}};
  }
  const std::string number = normal_case_number(value);
  return {mention_where("dnr", kOwnOrDocument, "(m.value = ? OR m.value LIKE '%/' || ?)"),
          {number, number}};
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
    if (filter.negated) {
      // What is unknown is not what was asked to be left out.
      all.sql += " AND NOT coalesce(" + condition.sql + ", 0)";
      all.values.insert(all.values.end(), condition.values.begin(), condition.values.end());
      continue;
    }
    SqlCondition& choice = choices[filter.field];
    choice.sql = choice.values.empty() ? condition.sql : choice.sql + " OR " + condition.sql;
    choice.values.insert(choice.values.end(), condition.values.begin(), condition.values.end());
  }
  for (const auto& [field, choice] : choices) {
    all.sql += " AND (" + choice.sql + ")";
    all.values.insert(all.values.end(), choice.values.begin(), choice.values.end());
  }
  return all;
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
