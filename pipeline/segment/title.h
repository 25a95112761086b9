#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "pipeline/segment/kind_label.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// How a document calls itself.
struct Title {
  std::string text;         ///< without type word and agenda code; empty where none is printed
  std::string agenda_code;  ///< "KC1"
  std::optional<KindLabel> label;  ///< the line that opens the document
  std::vector<std::string> lines;  ///< label and title as printed
};

/// Finds label and title among the first passages of a document and marks the title
/// (ParagraphKind::title). The largest heading above the first section is the title.
Title find_title(std::vector<Passage>& passages, const RuleBook& rules);

}  // namespace diarium
