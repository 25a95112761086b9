#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "models/document.h"
#include "models/record.h"

namespace diarium {

class RuleBook;

/// Finds records of one kind in a document. Pure and total: no files, no clock, no log, no failure;
/// what it can't read it leaves out or reports as an issue. Safe to call from several threads.
class Extractor {
 public:
  Extractor() = default;
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;
  virtual ~Extractor() = default;

  /// "beslutssatser": the name of its source and rule files.
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// Raised when its output changes for the same document and rules.
  [[nodiscard]] virtual int version() const = 0;
  /// In reading order; every span lies within the document's text.
  [[nodiscard]] virtual std::vector<Finding> extract(const Document& document) const = 0;
};

/// All extractors, in the order in which their findings are stored. `rules` must outlive them.
std::vector<std::unique_ptr<Extractor>> all_extractors(const RuleBook& rules);

/// What all of `extractors` find in a document, extractor after extractor. The confidence of a
/// finding is that of its rule, lowered where its words were badly read; one that holds a personal
/// identity number has it as an issue.
std::vector<Finding> findings_of(const Document& document,
                                 std::span<const std::unique_ptr<Extractor>> extractors);

}  // namespace diarium
