#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/span.h"

namespace diarium {

/// A body named in a text.
struct BodyMention {
  Span span;              ///< bytes of the text, the genitive's -s included
  std::string name;       ///< basic form: "Arbetslivsnämnden"; "Nämnden" where `generic`
  bool genitive = false;  ///< "Arbetslivsnämndens"
  bool generic = false;   ///< "nämnden", "styrelsen": means the body of the context
};

/// "Arbetsutskottet" in papers of a body is that body's own: "Socialnämndens arbetsutskott"; in
/// those of a council the board's. Every other name stays, and so does this one where `body` is
/// empty.
std::string body_in_context(const std::string& name, std::string_view body);

/// Knows municipal bodies by vocabulary and by the pattern of their names. Refers to the rules,
/// which must outlive it.
class Bodies {
 public:
  explicit Bodies(const RuleBook& rules) : rules_(rules), mention_(rules.rule("bodies.mention")) {}

  /// The basic form of a text that names one body and nothing else: "KS", "Kommunstyrelsens",
  /// "kommunstyrelsen" -> "Kommunstyrelsen". Nothing for authorities and for "nämnden" alone.
  [[nodiscard]] std::optional<std::string> basic_form(std::string_view printed) const;
  /// All bodies named in a text, in order; authorities of the state are left out.
  [[nodiscard]] std::vector<BodyMention> mentions(std::string_view text) const;

 private:
  [[nodiscard]] std::optional<BodyMention> mention_of(Span span, std::string_view printed) const;

  const RuleBook& rules_;
  const Rule& mention_;
};

}  // namespace diarium
