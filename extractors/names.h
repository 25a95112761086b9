#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/span.h"

namespace diarium {

/// A person as named on a line: "Nils Löw (S)".
struct PersonName {
  std::string name;   ///< "Nils Löw"
  std::string party;  ///< code as in the vocabulary: "S"; as printed where that doesn't know it;
                      ///< mostly empty
  Span span;          ///< bytes of the line, party included
  bool operator==(const PersonName&) const = default;
};

/// Whether letters in parentheses, "EE", are the initials of the name before them, two or more: on
/// certificates of signatures they tell one signer from another and are no party.
bool are_initials(std::string_view letters, std::string_view name);

/// Tells names of persons from other words with capitals, by the shape of the words and by what is
/// known to be something else (roles, parties, bodies, words of letterheads). Only fit for places
/// where names are due: signatures, attendance, agendas. Refers to the rules, which must outlive
/// it.
class PersonNames {
 public:
  explicit PersonNames(const RuleBook& rules);

  /// The person that a line names and nothing else beside: "Lars-Åke Berg", "Nils Löw (S)".
  [[nodiscard]] std::optional<PersonName> person(std::string_view line) const;
  /// The persons of a line that is a list of names: "Eva Ek och Nils Löw", "Eva Ek (S), Nils Löw
  /// (M)", or of one name and its party: "Eva Ek, Liberalerna". Empty when one of the parts is no
  /// name.
  [[nodiscard]] std::vector<PersonName> persons(std::string_view line) const;
  /// Names that stand in a line among other words, in order: for lines that a scanner has littered.
  [[nodiscard]] std::vector<PersonName> persons_within(std::string_view line) const;
  /// The party's code for a code or a name in any case: "s", "Socialdemokraterna" -> "S"; empty if
  /// unknown.
  [[nodiscard]] std::string party_code(std::string_view printed) const;

 private:
  [[nodiscard]] std::optional<PersonName> checked(const Match& match) const;
  [[nodiscard]] std::optional<PersonName> behind_first_word(std::string_view line,
                                                            const Match& match) const;
  [[nodiscard]] std::vector<PersonName> of_party(std::string_view line) const;
  [[nodiscard]] bool may_be_name(std::string_view name) const;

  const RuleBook& rules_;
  const Rule& person_with_party_;
  const Rule& role_;
};

}  // namespace diarium
