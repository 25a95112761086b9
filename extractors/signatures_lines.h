#pragma once

#include <vector>

#include "extractors/signatures_grammar.h"
#include "models/document.h"

namespace diarium {

/// The printed lines of a block of signatures as spans of the document's text. Where people sign
/// beside each other, their columns are read one after the other; leaders ("......") part a line as
/// wide gaps do.
std::vector<Span> signature_lines(const Document& document,
                                  const std::vector<const Paragraph*>& block,
                                  const SignatureGrammar& grammar);

}  // namespace diarium
