#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/sheet.h"

namespace diarium {

/// Whether a word, in lower case, is one of the language.
using IsWord = std::function<bool(const std::string&)>;

/// Whether the words that an earlier machine laid under a scan are to stand, and not `own`. They
/// must be about as many, and more of them must be words of the language; where our own reading is
/// sure of itself, it stands.
bool older_reading_stands(const std::vector<Word>& older, const std::vector<Word>& own,
                          const IsWord& is_word);

/// Knows the stems of the Swedish dictionary of the package hunspell-sv, and takes a word for known
/// that is a stem with a short ending. Without the package no word is known. Read when first asked
/// for.
const IsWord& swedish_words();

/// A word as that knows it: lower case, without the signs around it.
std::string bare_word(std::string_view word);

}  // namespace diarium
