#pragma once

#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/span.h"

namespace diarium {

/// A mark in the text that leads to a note.
struct FootnoteMarker {
  std::string number;         ///< "1", "*"; empty where OCR left only a mark in its place
  Span span;                  ///< bytes of Document::text
  std::size_t paragraph = 0;  ///< index into Document::paragraphs
  std::string rule;
  double confidence = 1.0;  ///< 0..1
};

/// "12" of "12)", "¹²"; "*" stays.
std::string plain_marker(std::string_view printed);

/// Raised figures and asterisks behind words of the text, in order; no exponents, no units.
std::vector<FootnoteMarker> raised_markers(const Document& document, const RuleBook& rules);

/// Figures and marks at the end of words that OCR may have made of raised ones, in order.
std::vector<FootnoteMarker> suspected_markers(const Document& document, const RuleBook& rules);

}  // namespace diarium
