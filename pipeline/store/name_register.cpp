#include "pipeline/store/name_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "models/unicode.h"
#include "pipeline/store/database.h"

namespace diarium {
namespace {

/// A name of a document, all its records taken together.
struct Use {
  std::string record;
  std::string role;
  std::int64_t uses = 0;
};

/// field, key, party, spelling
using Names = std::map<std::tuple<std::string, std::string, std::string, std::string>, Use>;

bool is_digit_in(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A surname alone is a person's only beside a party; "S-gruppen" and sentences are nobody's.
bool is_persons(std::string_view key, std::string_view party) {
  constexpr std::ptrdiff_t kMostBlanks = 5;
  const auto blanks = std::count(key.begin(), key.end(), ' ');
  if (key.empty() || is_digit_in(key) || key.ends_with("gruppen") || blanks > kMostBlanks) {
    return false;
  }
  return blanks > 0 || !party.empty();
}

/// Gathers who and which bodies stand in the records of a document.
class NameGatherer {
 public:
  void add_document(const Document& document) {
    std::string letters;
    for (const CaseNumber& number : document.case_numbers) {
      if (letters.empty()) letters = number.authority;
    }
    add("body", document.body, {}, letters);
    add_person(document.case_officer, {}, {});
  }
  void add_record(const IdentifiedFinding& found) {
    record_ = found.id;
    std::visit([this](const auto& record) { add_names(record); }, found.finding->record);
    record_.clear();
  }
  Names names() && {
    give_parties();
    return std::move(names_);
  }

 private:
  void add(const std::string& field, std::string_view spelling, const std::string& party,
           std::string_view role) {
    std::string key = name_key(spelling);
    if (key.empty() || (field == "person" && !is_persons(key, party))) return;
    Use& use = names_[{field, std::move(key), to_upper(party), squeeze_blanks(to_nfc(spelling))}];
    if (use.record.empty()) use.record = record_;
    if (use.role.empty()) use.role = role;
    ++use.uses;
  }
  void add_person(std::string_view name, const std::string& party, std::string_view role) {
    PrintedName printed = printed_name(name);
    add("person", printed.spelling, party.empty() ? printed.party : party, role);
  }
  void add_persons(const std::vector<std::string>& names) {
    for (const std::string& name : names) add_person(name, {}, {});
  }

  void add_names(const Beslutssats& record) {
    add("body", record.decider, {}, {});
    for (const std::string& body : record.via) add("body", body, {}, {});
  }
  void add_names(const Signature& record) {
    add_person(record.name, record.party, record.role);
    add("body", record.body, {}, {});
  }
  void add_names(const Attendance& record) {
    add_person(record.name, record.party, record.role);
    add_person(record.replaces, {}, {});
  }
  void add_names(const Vote& record) {
    add_persons(record.yes_names);
    add_persons(record.no_names);
    add_persons(record.abstained_names);
  }
  void add_names(const Yrkande& record) { add_persons(record.by); }
  void add_names(const Reservation& record) { add_persons(record.by); }
  template <typename Other>
  void add_names(const Other&) {}

  void give_parties() {
    std::map<std::string, std::set<std::string>> parties;  // by key
    for (const auto& [name, use] : names_) {
      const auto& [field, key, party, spelling] = name;
      if (!party.empty()) parties[key].insert(party);
    }
    Names given;
    for (auto& [name, use] : names_) {
      auto [field, key, party, spelling] = name;
      const auto known = parties.find(key);
      if (party.empty() && known != parties.end() && known->second.size() == 1) {
        party = *known->second.begin();
      }
      Use& all = given[{field, key, party, spelling}];
      if (all.record.empty()) all.record = use.record;
      if (all.role.empty()) all.role = use.role;
      all.uses += use.uses;
    }
    names_ = std::move(given);
  }

  Names names_;
  std::string record_;
};

/// As far as candidates are looked for by them.
std::pair<std::string, std::string> outer_words(const std::string& key) {
  const std::string text = blurred(key);
  const std::size_t last = text.rfind(' ');
  return {text.substr(0, text.find(' ')), last == std::string::npos ? text : text.substr(last + 1)};
}

std::optional<std::int64_t> id_of(Database& database, const std::string& field,
                                  const std::string& key, const std::string& party) {
  SQLite::Statement& row =
      database.prepared("SELECT id FROM name WHERE field = ? AND key = ? AND party = ?");
  Binder(row).add(field).add(key).add(party);
  std::optional<std::int64_t> id;
  if (row.executeStep()) id = row.getColumn(0).getInt64();
  row.reset();
  return id;
}

void put_candidate(Database& database, std::int64_t one, std::int64_t other,
                   std::string_view reason) {
  run_statement(database, "INSERT OR IGNORE INTO name_candidate (a, b, reason) VALUES (?, ?, ?)",
                std::min(one, other), std::max(one, other), reason);
}

/// Bodies are few, and the letter that differs stands in their only word.
void put_candidates_of_body(Database& database, std::int64_t id, const std::string& key) {
  SQLite::Statement& row =
      database.prepared("SELECT id, key FROM name WHERE field = 'body' AND id <> ?");
  Binder(row).add(id);
  std::vector<std::pair<std::int64_t, std::string_view>> alike;
  while (row.executeStep()) {
    const std::string_view reason = body_likeness(key, text_of(row, 1));
    if (!reason.empty()) alike.emplace_back(row.getColumn(0).getInt64(), reason);
  }
  row.reset();
  for (const auto& [other, reason] : alike) put_candidate(database, id, other, reason);
}

void put_candidates_of_person(Database& database, std::int64_t id, const std::string& key,
                              const std::string& party) {
  const auto [first, last] = outer_words(key);
  SQLite::Statement& row = database.prepared(
      "SELECT id, key, party FROM name WHERE field = 'person' AND first_word = ?1 AND id <> ?3"
      " UNION SELECT id, key, party FROM name WHERE field = 'person' AND last_word = ?2"
      " AND id <> ?3");
  Binder(row).add(first).add(last).add(id);
  std::vector<std::pair<std::int64_t, std::string_view>> alike;
  while (row.executeStep()) {
    const std::string_view reason = person_likeness(key, party, text_of(row, 1), text_of(row, 2));
    if (!reason.empty()) alike.emplace_back(row.getColumn(0).getInt64(), reason);
  }
  row.reset();
  for (const auto& [other, reason] : alike) put_candidate(database, id, other, reason);
}

std::int64_t put_name(Database& database, const std::string& field, const std::string& key,
                      const std::string& party) {
  if (const auto known = id_of(database, field, key, party)) return *known;
  const auto [first, last] = outer_words(key);
  run_statement(database,
                "INSERT INTO name (field, key, party, first_word, last_word)"
                " VALUES (?, ?, ?, ?, ?)",
                field, key, party, first, last);
  const std::int64_t id = database.connection().getLastInsertRowid();
  if (field == "body") {
    put_candidates_of_body(database, id, key);
  } else {
    put_candidates_of_person(database, id, key, party);
  }
  return id;
}

}  // namespace

void put_names(Database& database, const Document& document,
               const std::vector<IdentifiedFinding>& findings) {
  NameGatherer gatherer;
  gatherer.add_document(document);
  for (const IdentifiedFinding& found : findings) gatherer.add_record(found);
  for (const auto& [name, use] : std::move(gatherer).names()) {
    const auto& [field, key, party, spelling] = name;
    run_statement(database,
                  "INSERT INTO name_use (document, name, spelling, record, role, uses)"
                  " VALUES (?, ?, ?, nullif(?, ''), nullif(?, ''), ?)",
                  document.id, put_name(database, field, key, party), spelling, use.record,
                  use.role, use.uses);
  }
}

void drop_unused_names(Database& database) {
  run_statement(database,
                "DELETE FROM name WHERE NOT EXISTS"
                " (SELECT 1 FROM name_use WHERE name_use.name = name.id)");
}

void settle_names(Archive& archive, const std::vector<std::vector<std::string>>& renamed_bodies) {
  Database& database = archive.database();
  WriteScope scope(database);
  drop_unused_names(database);
  run_statement(database, "DELETE FROM name_candidate WHERE reason = 'renamed'");
  for (const std::vector<std::string>& names : renamed_bodies) {
    std::vector<std::int64_t> known;
    for (const std::string& name : names) {
      if (const auto id = id_of(database, "body", name_key(name), {})) known.push_back(*id);
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) put_candidate(database, known[k], known[i], "renamed");
    }
  }
  scope.commit();
}

std::vector<LikelyName> names_like(Database& database, std::string_view field,
                                   std::string_view asked) {
  constexpr std::string_view kCommonest =
      "(SELECT spelling FROM name_use WHERE name = {} GROUP BY 1 ORDER BY sum(uses) DESC, 1 LIMIT "
      "1)";
  constexpr std::string_view kFinds = "instr(' ' || {}.key, ' ' || ?2) > 0";
  static const std::string kSql = fmt::format(
      "SELECT {} AS other, o.party, {}, c.reason FROM name n JOIN"
      " (SELECT a AS one, b AS two, reason FROM name_candidate"
      " UNION ALL SELECT b, a, reason FROM name_candidate) c ON c.one = n.id"
      " JOIN name o ON o.id = c.two WHERE n.field = ?1 AND {} AND NOT {}"
      " AND other IS NOT NULL AND EXISTS (SELECT 1 FROM name_use WHERE name = n.id)"
      " GROUP BY o.id ORDER BY 1, 2 LIMIT 10",
      fmt::format(kCommonest, "o.id"), fmt::format(kCommonest, "n.id"), fmt::format(kFinds, "n"),
      fmt::format(kFinds, "o"));
  SQLite::Statement& row = database.prepared(kSql);
  Binder(row).add(field).add(name_key(asked));
  std::vector<LikelyName> names;
  while (row.executeStep()) {
    names.push_back({.spelling = text_of(row, 0),
                     .party = text_of(row, 1),
                     .like = text_of(row, 2),
                     .reason = text_of(row, 3)});
  }
  row.reset();
  return names;
}

}  // namespace diarium
