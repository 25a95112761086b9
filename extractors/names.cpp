#include "extractors/names.h"

#include <algorithm>
#include <array>

#include "models/unicode.h"

namespace diarium {
namespace {

// Compounds that name an office, a place or a group, never a person.
constexpr std::array<std::string_view, 25> kOfficeEndings = {
    "nämnden",        "nämndens",    "styrelsen",    "styrelsens",   "förvaltningen",
    "förvaltningens", "partiet",     "partiets",     "demokraterna", "kontoret",
    "kontorets",      "enheten",     "enhetens",     "avdelningen",  "kansliet",
    "kansliets",      "fullmäktige", "fullmäktiges", "utskottet",    "tjänsten",
    "bolaget",        "förbundet",   "gatan",        "vägen",        "ningen"};

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// The parts of a list of names, as spans of the line: commas, "och", "samt", "&", "/" part them.
std::vector<Span> list_parts(std::string_view line) {
  constexpr std::array<std::string_view, 6> kSeparators = {" och ", " samt ", " & ",
                                                           ", ",    "; ",     " / "};
  std::vector<Span> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto separator = std::find_if(
        kSeparators.begin(), kSeparators.end(),
        [&](std::string_view candidate) { return line.substr(at).starts_with(candidate); });
    if (separator == kSeparators.end()) {
      ++at;
      continue;
    }
    parts.push_back({begin, at});
    at += separator->size();
    begin = at;
  }
  parts.push_back({begin, line.size()});
  return parts;
}

}  // namespace

bool are_initials(std::string_view letters, std::string_view name) {
  std::string initials;
  for (const std::string_view word : words_of(name)) {
    const std::u32string points = code_points(word);
    if (is_upper(points.front())) initials += to_utf8(points.substr(0, 1));
  }
  return letters.size() > 1 && letters == initials;
}

PersonNames::PersonNames(const RuleBook& rules)
    : rules_(rules),
      person_with_party_(rules.rule("names.person_with_party")),
      role_(rules.rule("roles.compound")) {}

std::string PersonNames::party_code(std::string_view printed) const {
  const Term* term = rules_.find("parties", printed);
  return term == nullptr ? std::string() : term->name;
}

bool PersonNames::may_be_name(std::string_view name) const {
  for (const char* known : {"roles", "parties", "document_kinds", "headings"}) {
    if (rules_.find(known, name) != nullptr) return false;
  }
  const std::string squeezed = squeeze_blanks(name);
  const std::vector<std::string_view> words = words_of(squeezed);
  return std::none_of(words.begin(), words.end(), [&](std::string_view word) {
    if (!is_upper(first_point(word))) return false;
    if (rules_.find("names", word) != nullptr || rules_.find("roles", word) != nullptr) return true;
    if (word.size() > 2 && rules_.find("parties", word) != nullptr) return true;
    const std::string lower = to_lower(word);
    return role_.whole(word).has_value() ||
           std::any_of(kOfficeEndings.begin(), kOfficeEndings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
  });
}

std::optional<PersonName> PersonNames::checked(const Match& match) const {
  const std::string name = squeeze_blanks(match["name"]);
  if (!may_be_name(name)) return std::nullopt;
  const std::string_view printed = match["party"];
  const std::string code = party_code(printed);
  return PersonName{
      .name = name, .party = code.empty() ? std::string(printed) : code, .span = match.span()};
}

std::optional<PersonName> PersonNames::person(std::string_view line) const {
  const std::optional<Match> match = person_with_party_.whole(line);
  if (!match) return std::nullopt;
  return checked(*match);
}

std::vector<PersonName> PersonNames::persons(std::string_view line) const {
  std::vector<PersonName> found;
  for (const Span part : list_parts(line)) {
    std::optional<PersonName> person = this->person(line.substr(part.begin, part.size()));
    if (!person) return of_party(line);
    person->span = {person->span.begin + part.begin, person->span.end + part.begin};
    found.push_back(*std::move(person));
  }
  return found;
}

/// "Eva Ek, Liberalerna", "Eva Ek, MP": a name and what its bearer stands for. Small letters are
/// marks in a list.
std::vector<PersonName> PersonNames::of_party(std::string_view line) const {
  const std::size_t comma = line.find(", ");
  if (comma == std::string_view::npos) return {};
  const std::string_view party = trim(line.substr(comma + 2));
  std::optional<PersonName> person = this->person(line.substr(0, comma));
  const bool mark = party.size() <= 3 && to_upper(party) != party;
  const std::string code = mark ? std::string() : party_code(party);
  if (!person || !person->party.empty() || code.empty()) return {};
  person->party = code;
  person->span.end = line.size();
  return {*std::move(person)};
}

std::vector<PersonName> PersonNames::persons_within(std::string_view line) const {
  std::vector<PersonName> found;
  for (const Match& match : person_with_party_.matches(line)) {
    std::optional<PersonName> person = checked(match);
    if (!person) person = behind_first_word(line, match);
    if (person) found.push_back(*std::move(person));
  }
  return found;
}

/// "Ledamöterna Eva Ek (S)", "Ordföranden Bo Al (M)": a role with a capital at a sentence's
/// beginning.
std::optional<PersonName> PersonNames::behind_first_word(std::string_view line,
                                                         const Match& match) const {
  const Span span = match.span();
  const std::string_view printed = line.substr(span.begin, span.size());
  const std::size_t blank = printed.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  std::optional<PersonName> person = this->person(printed.substr(blank + 1));
  if (!person) return std::nullopt;
  person->span.begin += span.begin + blank + 1;
  person->span.end += span.begin + blank + 1;
  return person;
}

}  // namespace diarium
