#include "extractors/signatures_grammar.h"

#include <algorithm>
#include <array>

#include "models/unicode.h"

namespace diarium {
namespace {

// A word of as many letters beside a name is text, not noise of a scribble.
constexpr std::size_t kNoiseLetters = 4;
// No printed line of names is longer.
constexpr std::size_t kLineBytes = 400;
// More words than these before a role are no name with its party.
constexpr int kNameWords = 6;

std::string_view without_tail(std::string_view line) {
  line = trim(line);
  while (!line.empty() && std::string_view(",:;/").find(line.back()) != std::string_view::npos) {
    line = trim(line.substr(0, line.size() - 1));
  }
  return line;
}

void shift(std::vector<PersonName>& persons, std::size_t offset) {
  for (PersonName& person : persons)
    person.span = {person.span.begin + offset, person.span.end + offset};
}

bool is_vowel(char32_t point) {
  return std::u32string_view(U"aeiouyåäöéèüAEIOUYÅÄÖÉ").find(point) != std::u32string_view::npos;
}

/// Letters as names have them: a scribble is read as "Wlt" or "AlK".
bool looks_written(std::string_view name) {
  bool vowel = false;
  char32_t before = U' ';
  for (const char32_t point : code_points(name) + U" ") {
    if (!is_letter(point)) {
      if (is_letter(before) && !vowel) return false;
      vowel = false;
    } else {
      vowel = vowel || is_vowel(point);
      if (is_upper(point) && is_lower(before)) return false;
    }
    before = point;
  }
  return code_points(name).size() >= 6;
}

bool has_long_word(std::string_view text) {
  std::size_t letters = 0;
  for (const char32_t point : code_points(text)) {
    letters = is_letter(point) ? letters + 1 : 0;
    if (letters >= kNoiseLetters) return true;
  }
  return false;
}

}  // namespace

SignatureGrammar::SignatureGrammar(const RuleBook& rules)
    : rules_(rules), bodies_(rules), names_(rules) {}

bool SignatureGrammar::is_role(std::string_view text) const {
  return rules_.find("roles", text) != nullptr ||
         rules_.rule("roles.compound").whole(text).has_value();
}

bool SignatureGrammar::is_elected(std::string_view text) const {
  const Term* term = rules_.find("roles", text);
  return term != nullptr ? term->fields.at("kind") == "elected"
                         : to_lower(text).find("ordförande") != std::string::npos;
}

std::optional<SigningGroup> SignatureGrammar::group(std::string_view line) const {
  if (const auto alone = rules_.rule("signatures.party_alone").whole(line)) {
    const std::string party = names_.party_code((*alone)["who"]);
    if (!party.empty()) return SigningGroup{.text = {}, .party = party, .body = {}, .below = true};
  }
  const std::optional<Match> match = rules_.rule("signatures.group").whole(line);
  if (!match) return std::nullopt;
  return SigningGroup{.text = std::string(without_tail(line)),
                      .party = names_.party_code((*match)["who"]),
                      .body = bodies_.basic_form((*match)["body"]).value_or("")};
}

std::optional<SigningRole> SignatureGrammar::role(std::string_view line) const {
  const std::string_view text = without_tail(line);
  if (is_role(text)) return SigningRole{.text = std::string(text), .elected = is_elected(text)};
  for (const std::string_view name : {"signatures.role_of_body", "signatures.role_in_body"}) {
    const std::optional<Match> match = rules_.rule(name).whole(text);
    if (!match || !is_role((*match)["role"])) continue;
    return SigningRole{.text = std::string(text),
                       .body = bodies_.basic_form((*match)["body"]).value_or(""),
                       .elected = is_elected((*match)["role"])};
  }
  return std::nullopt;
}

bool SignatureGrammar::is_regards(std::string_view line) const {
  return rules_.rule("signatures.regards").first(trim(line)).has_value();
}

/// "Eva Ek (S), ordförande", "Eva Ek / Förvaltningschef", "Eva Ek Ordförande i Lyktan".
bool SignatureGrammar::read_person_and_role(std::string_view line, SignatureLine& result) const {
  std::size_t at = line.find(' ');
  for (int words = 0; words < kNameWords && at != std::string_view::npos; ++words) {
    at = line.find(' ', at + 1);
    if (at == std::string_view::npos) return false;
    const std::size_t begin = line.find_first_not_of(" ,/-", at);
    if (begin == std::string_view::npos) return false;
    const std::optional<PersonName> person = names_.person(without_tail(line.substr(0, at)));
    if (!person) continue;
    const std::optional<SigningRole> role = this->role(line.substr(begin));
    if (!role) continue;
    result.persons = {*person};
    result.role = role;
    return true;
  }
  return false;
}

void SignatureGrammar::read_among_noise(std::string_view line, SignatureLine& result) const {
  const std::vector<PersonName> found = names_.persons_within(line);
  if (found.size() != 1) return;
  const std::string around = std::string(line.substr(0, found[0].span.begin)) + ' ' +
                             std::string(line.substr(found[0].span.end));
  if (has_long_word(around)) return;
  result.persons = found;
  result.noisy = true;
}

SignatureLine SignatureGrammar::read(std::string_view line, Origin origin) const {
  SignatureLine result;
  if (line.size() > kLineBytes) return result;
  std::string_view rest = line;
  for (const std::string_view name : {"signatures.regards", "signatures.signed_by"}) {
    const std::optional<Match> match = rules_.rule(name).first(trim(rest));
    if (!match) continue;
    result.regards = result.regards || name == "signatures.regards";
    const std::string_view trimmed = trim(rest);
    rest = trimmed.substr(match->span().end);
  }
  const std::string_view text = without_tail(rest);
  if (text.empty()) return result;
  const auto offset = static_cast<std::size_t>(text.data() - line.data());
  result.group = group(text);
  if (result.group) return result;
  result.role = role(text);
  if (result.role) return result;
  result.persons = names_.persons(text);
  if (result.persons.empty() && !read_person_and_role(text, result)) {
    result.contact = rules_.rule("signatures.contact").first(text).has_value();
    if (!result.contact && origin == Origin::scanned) read_among_noise(text, result);
  }
  if (origin == Origin::scanned) {
    std::erase_if(result.persons,
                  [](const PersonName& person) { return !looks_written(person.name); });
  }
  shift(result.persons, offset);
  return result;
}

}  // namespace diarium
