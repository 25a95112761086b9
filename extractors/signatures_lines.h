#pragma once

#include <vector>

#include "extractors/signatures_grammar.h"
#include "models/document.h"

namespace diarium {

/// A printed line, or the part of one that stands in a column of its own.
struct SignaturePart {
  Span span;
  bool ends_column = false;  ///< what follows stands beside it, not below
};

/// The printed lines of a block of signatures. Where people sign
/// beside each other, their columns are read one after the other; leaders ("......") part a line as
/// wide gaps do.
std::vector<SignaturePart> signature_lines(const Document& document,
                                           const std::vector<const Paragraph*>& block,
                                           const SignatureGrammar& grammar);

}  // namespace diarium
