#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diarium {

/// Words of a text that matched: from the `word`th on, `count` words.
struct MatchedWords {
  std::size_t word = 0;
  std::size_t count = 1;
};

inline constexpr char kMarkBegin = '\x02';
inline constexpr char kMarkEnd = '\x03';

/// The part of a text with most matches, about `letters` bytes long, cut between words, with "…"
/// where it was cut and marks around what matched. In time linear in the text.
std::string snippet_of(std::string_view text, const std::vector<MatchedWords>& matches,
                       std::size_t letters = 240);

}  // namespace diarium
