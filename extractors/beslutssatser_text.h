#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/rule_book.h"
#include "models/span.h"
#include "models/text.h"

namespace diarium {

/// Whether a text begins or ends with a quotation mark of any kind.
bool begins_quoted(std::string_view text);
bool ends_quoted(std::string_view text);

/// Without quotation marks at both ends; as it is where only one end has one or others stand
/// between.
std::string without_quotes(std::string_view text);

/// What is left of a span of printed text without struck words and markers of notes, blanks made
/// single. A raised 2 or 3 behind a unit (rule "footnotes.unit") is no marker: "m²".
std::string clean_text(const Text& text, Span span, const Rule& unit);

/// Without what ties a clause to the next one: ", samt", " och", ";".
std::string_view without_joiner(std::string_view clause);

/// The span without blanks at its ends.
Span trimmed(std::string_view text, Span span);

}  // namespace diarium
