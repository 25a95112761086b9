#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// The numbered items of a kallelse, and the §§ of minutes: number, title, case number, remark.
/// On a scan items are numbered by their running order (running_numbers.h). Issues:
/// `number_repaired`, with what was read in `number_raw`; `number_missing` before a gap.
class AgendaItems : public Extractor {
 public:
  explicit AgendaItems(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "agenda_items"; }
  [[nodiscard]] int version() const override { return 5; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
