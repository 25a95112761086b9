#pragma once

#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "pipeline/segment/header_card.h"

namespace diarium {

/// What tells the kind of a document beside its text.
struct KindEvidence {
  HeaderCard card;
  std::vector<std::string> heads;   ///< running heads of its first page: "SAMMANTRÄDESPROTOKOLL"
  std::vector<std::string> labels;  ///< the first lines, labels and title as printed
  bool file_name_counts = false;    ///< the file holds this document alone
};

/// Sets kind, runner-up and confidence by weighing all cues: a heading counts thrice, the file's
/// name twice, what the body says once. Sections must be there.
void find_kind(Document& document, const KindEvidence& evidence, const RuleBook& rules);

}  // namespace diarium
