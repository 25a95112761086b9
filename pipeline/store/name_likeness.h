#pragma once

#include <string>
#include <string_view>

namespace diarium {

/// A name as it is printed, and as registers know it.
struct PrintedName {
  std::string spelling;  ///< "Lars-Gunnar Comén", of "Lars-Gunnar Comén (M)"
  std::string party;     ///< "M"; empty where none is printed
};

/// Takes the party in parentheses off a name.
PrintedName printed_name(std::string_view name);

/// What two certain spellings of one name have in common: lower case, hyphens, full stops and
/// blanks of every kind as single blanks. "Lars-Gunnar  Comén" -> "lars gunnar comén"
std::string name_key(std::string_view printed);

/// A word of a key without the dots of å ä ö and with letters that OCR mixes up made one: "göran"
/// -> "goran", "lindbom" and "lindborn" -> "lindbom". Only for comparing.
std::string blurred(std::string_view key);

/// Why two persons may be one, by their keys and parties (upper case; empty = none printed): a code
/// of the table `name_candidate`; empty where nothing says so. Persons of different parties are
/// compared only where their names are the same.
///   party_missing  the same name, once without party
///   other_party    the same name in two parties
///   dots           but for the dots of å ä ö é
///   letter         but for one letter of a word of four or more
///   joined         but for a blank: "annamaria ek", "anna maria ek"
///   initial        a first name by its first letter: "a ek"
///   shorter        a name left out: "anna berg" of "anna ek berg", "ek" of "anna ek" in one party
std::string_view person_likeness(std::string_view a, std::string_view party_of_a,
                                 std::string_view b, std::string_view party_of_b);

/// Why two bodies may be one: "dots", "letter" or "joined".
std::string_view body_likeness(std::string_view a, std::string_view b);

/// A name that may be another spelling of one that was asked for.
struct LikelyName {
  std::string spelling;  ///< the commonest: "Andreas Exnor"
  std::string party;     ///< empty for none, and for bodies
  std::string like;      ///< the commonest spelling of what was asked for
  std::string reason;    ///< person_likeness, body_likeness, "renamed"
  bool operator==(const LikelyName&) const = default;
};

}  // namespace diarium
