#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace diarium {

/// What a form stands for in an analysis: verbs' forms are no parts of compounds.
enum class FormOf { word, part };

/// "skriva" of "skrev", "avslå" of "avslog", "stad" of "städer": a form that stems as all of the
/// word's; nothing where endings tell. Lower case in. The words are those of irregular_words.txt.
std::optional<std::string> regular_form(std::string_view form, FormOf use);

/// Words that a form also belongs to, beside the one that it stems as: "hända" of "händer",
/// "överstiga" of "översteg", "sitta" and "sätta" of "satt".
std::vector<std::string> other_words_of(std::string_view form);

/// "tjänsteman" of "tjänstemän": plurals with another vowel, which also end compounds; else the
/// word itself.
std::string with_singular_ending(std::string_view word);

}  // namespace diarium
