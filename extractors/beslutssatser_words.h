#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"

namespace diarium {

/// A word of a clause.
struct ClauseWord {
  std::string lower;  ///< in lower case
  Span span;          ///< bytes of the clause
  bool quoted = false;
};

/// The words of a clause and the sentences they form.
struct ClauseWords {
  std::vector<ClauseWord> words;
  std::vector<Span> sentences;  ///< ranges of words; a full stop and a capital part them
};

/// Letters, digits and hyphens form words; between quotation marks of any kind they are quoted.
ClauseWords words_of(std::string_view clause);

/// What is printed from the first to the last word of a half-open range; empty for an empty range.
std::string_view printed(std::string_view clause, const ClauseWords& words, Span range);

/// What stands between a word and the one before it; empty for the first.
std::string_view gap_before(std::string_view clause, const ClauseWords& words, std::size_t word);

}  // namespace diarium
