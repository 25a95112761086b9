#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"
#include "models/date.h"

namespace diarium {

/// The day and hour of a header's "Skickat" or "Sent", in Swedish or in English.
std::optional<Date> sent_of(std::string_view printed, const RuleBook& rules);

/// Printed e-mails: the fields of each header as they stand there, addresses included. A message
/// that is quoted below another one is an e-mail of its own.
class EMails : public Extractor {
 public:
  explicit EMails(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "e_mails"; }
  [[nodiscard]] int version() const override { return 2; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
