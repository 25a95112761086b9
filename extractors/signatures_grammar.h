#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/bodies.h"
#include "extractors/names.h"
#include "extractors/rule_book.h"

namespace diarium {

/// "För Vänsterpartiet i Kommunstyrelsen"
struct SigningGroup {
  std::string text;    ///< as printed, without a closing comma
  std::string party;   ///< "V"; empty for an alliance
  std::string body;    ///< "Kommunstyrelsen"
  bool below = false;  ///< a party alone in brackets: of the name above it
};

/// "Arbetslivsnämndens Ordförande", "Ledamot, kommunstyrelsen"
struct SigningRole {
  std::string text;  ///< as printed
  std::string body;  ///< basic form, where the role names a body
  bool elected = false;
};

/// One line of a block of signatures; at most one of `group`, `persons` (with or without a role)
/// and a role alone is set. A line of contact details or noise has none.
struct SignatureLine {
  std::optional<SigningGroup> group;
  std::vector<PersonName> persons;  ///< their spans are bytes of the line
  std::optional<SigningRole> role;
  bool regards = false;  ///< "Med vänlig hälsning", also where a name follows on the line
  bool contact = false;  ///< telephone, address
  bool noisy = false;    ///< other signs stood beside the name
};

/// Reads lines of signature blocks, DOMAIN.md section 9. Refers to the rules, which must outlive
/// it.
class SignatureGrammar {
 public:
  explicit SignatureGrammar(const RuleBook& rules);

  /// `scanned`: noise beside a name is forgiven, and what may be noise is no name.
  enum class Origin { printed, scanned };
  [[nodiscard]] SignatureLine read(std::string_view line, Origin origin) const;
  [[nodiscard]] std::optional<SigningGroup> group(std::string_view line) const;
  [[nodiscard]] std::optional<SigningRole> role(std::string_view line) const;
  /// "Med vänlig hälsning", alone or with a name behind it.
  [[nodiscard]] bool is_regards(std::string_view line) const;

 private:
  [[nodiscard]] bool is_role(std::string_view text) const;
  [[nodiscard]] bool is_elected(std::string_view text) const;
  [[nodiscard]] bool read_person_and_role(std::string_view line, SignatureLine& result) const;
  void read_among_noise(std::string_view line, SignatureLine& result) const;

  const RuleBook& rules_;
  Bodies bodies_;
  PersonNames names_;
};

}  // namespace diarium
