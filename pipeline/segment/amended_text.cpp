#include "pipeline/segment/amended_text.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace diarium {
namespace {

using Words = std::vector<std::string_view>;

// So many words before the new ones tell the place, so many may be replaced.
constexpr std::size_t kLeastBefore = 3;
constexpr std::size_t kMostBefore = 5;
constexpr std::size_t kMostReplaced = 6;

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find_first_of(" \n"), text.size());
    if (blank > 0) words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

/// Without quotation marks, dots and commas at its ends: '"...kommer' -> "kommer".
std::string_view bare(std::string_view word) {
  constexpr std::string_view kSigns = "\"'.,:;()";
  constexpr std::string_view kQuote = "”";
  while (!word.empty() &&
         (kSigns.find(word.front()) != std::string_view::npos || word.starts_with(kQuote))) {
    word.remove_prefix(word.starts_with(kQuote) ? kQuote.size() : 1);
  }
  while (!word.empty() &&
         (kSigns.find(word.back()) != std::string_view::npos || word.ends_with(kQuote))) {
    word.remove_suffix(word.ends_with(kQuote) ? kQuote.size() : 1);
  }
  return word;
}

Words bare_words_of(std::string_view text) {
  Words words;
  for (const std::string_view word : words_of(text)) {
    if (!bare(word).empty()) words.push_back(bare(word));
  }
  return words;
}

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

/// How many of `next` are replaced: they end before what stands behind the new words, or in the
/// last of the new words.
std::size_t replaced(const Words& next, const Words& behind, std::string_view last_new) {
  for (std::size_t i = 1; i < next.size() && !behind.empty(); ++i) {
    if (bare(next[i]) == behind.front()) return i;
  }
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (bare(next[i]) == last_new) return i + 1;
  }
  return 0;
}

}  // namespace

std::string replaced_words(std::string_view text, const Amendment& amendment) {
  const std::size_t at = amendment.context.find(amendment.new_text);
  const Words added = bare_words_of(amendment.new_text);
  if (at == std::string::npos || added.empty()) return {};
  const Words before = bare_words_of(std::string_view(amendment.context).substr(0, at));
  const Words behind =
      bare_words_of(std::string_view(amendment.context).substr(at + amendment.new_text.size()));
  if (before.size() < kLeastBefore) return {};
  const std::string place =
      joined(before, before.size() - std::min(before.size(), kMostBefore), before.size()) + ' ';
  const std::size_t found = text.find(place);
  if (found == std::string_view::npos) return {};
  std::string_view rest = text.substr(found + place.size(), 400);
  rest = rest.substr(0, rest.find('\n'));
  Words next = words_of(rest);
  next.resize(std::min(next.size(), kMostReplaced));
  const std::size_t count = replaced(next, behind, added.back());
  const std::string old = joined(next, 0, count);
  return bare(old) == amendment.new_text ? std::string() : std::string(bare(old));
}

}  // namespace diarium
