#pragma once

#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/span.h"

namespace diarium {

/// The sentences of a paragraph, in order, without blanks at their ends; none is empty.
std::vector<Span> sentences_of(std::string_view paragraph, const RuleBook& rules);

/// The sentence of `paragraph` that holds the byte `at`, without blanks at its ends. A full stop
/// ends no sentence behind an abbreviation, an initial or a number that a small letter follows.
Span sentence_around(std::string_view paragraph, std::size_t at, const RuleBook& rules);

}  // namespace diarium
