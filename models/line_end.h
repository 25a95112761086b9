#pragma once

#include <string_view>

namespace diarium {

/// What the end of a printed line does to the last word on it.
enum class LineEnd {
  blank,       ///< the next word is another one
  divided,     ///< the word goes on, its hyphen belongs to the line: "kommun-" / "styrelsen"
  hyphenated,  ///< the word goes on, its hyphen belongs to it: "Lars-" / "Åke", "2018-" / "2020"
};

/// By the last word of a line and the first of the next. A suspended hyphen, "hälso-" / "och
/// sjukvård", divides nothing.
LineEnd line_end_of(std::string_view word, std::string_view next);

/// The word without the hyphen (hard, soft or U+2010) that it ends with; all of it without one.
std::string_view without_hyphen(std::string_view word);

}  // namespace diarium
