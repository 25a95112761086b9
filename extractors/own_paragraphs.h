#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// A § as it is printed: "KS § 113" -> {"KS", 113}; no unit before "§ 113".
struct PrintedParagraph {
  std::string unit;
  int number = 0;
};

/// Minutes print the §§ of the bodies that treated a matter before them: "TN § 87" and "Au § 201"
/// above "KS § 113", and beside what those decided. Tells which §§ are the minutes' own: those of
/// the unit that counts on from one to the next, else of the one that comes in last.
class OwnParagraphs {
 public:
  /// `printed` in the order on paper.
  explicit OwnParagraphs(const std::vector<PrintedParagraph>& printed);
  OwnParagraphs(const Document& document, const RuleBook& rules);

  /// Whether the §§ of a unit are the minutes' own. All are where only one kind is printed, and
  /// those without a unit always are.
  [[nodiscard]] bool has(std::string_view unit) const;
  /// Whether §§ of other bodies are printed too: a § that comes again goes on then.
  [[nodiscard]] bool among_others() const { return !unit_.empty(); }

 private:
  std::string unit_;  ///< lower case; empty where only one kind is printed
};

}  // namespace diarium
