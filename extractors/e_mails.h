#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Printed e-mails: the fields of each header as they stand there, addresses included. A message
/// that is quoted below another one is an e-mail of its own.
class EMails : public Extractor {
 public:
  explicit EMails(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "e_mails"; }
  [[nodiscard]] int version() const override { return 1; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
