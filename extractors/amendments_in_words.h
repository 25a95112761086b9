#pragma once

#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Changes of a text that `paragraph` says in words, between quotation marks: "ordet ”bör” ersätts
/// med ”ska”", "stryka meningen ”...”". Findings hold Amendment, their context is the sentence.
std::vector<Finding> amendments_in_words(const Document& document, const Paragraph& paragraph,
                                         const RuleBook& rules);

}  // namespace diarium
