#include "pipeline/store/snippet.h"

#include <algorithm>

#include "models/span.h"
#include "pipeline/store/analyser.h"

namespace diarium {
namespace {

/// The matches as bytes of the text, in order, put together where they overlap.
std::vector<Span> marked_spans(const std::vector<IndexedWord>& words,
                               const std::vector<MatchedWords>& matches) {
  std::vector<Span> spans;
  for (const MatchedWords& match : matches) {
    if (match.count == 0 || match.word >= words.size()) continue;
    const std::size_t last = std::min(match.word + match.count, words.size()) - 1;
    spans.push_back({words[match.word].span.begin, words[last].span.end});
  }
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> apart;
  for (const Span& span : spans) {
    if (!apart.empty() && span.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

/// The stretch of `letters` bytes that holds most marked spans; a little of what stands before
/// them.
Span best_window(const std::vector<Span>& marked, std::size_t size, std::size_t letters) {
  if (size <= letters) return {0, size};
  Span best{0, letters};
  std::size_t most = 0;
  std::size_t last = 0;
  for (std::size_t first = 0; first < marked.size(); ++first) {
    last = std::max(last, first);
    while (last + 1 < marked.size() && marked[last + 1].end <= marked[first].begin + letters)
      ++last;
    if (last - first + 1 <= most) continue;
    most = last - first + 1;
    const std::size_t used = std::min(letters, marked[last].end - marked[first].begin);
    const std::size_t lead = std::min(marked[first].begin, (letters - used) / 2);
    best.begin = marked[first].begin - lead;
    best.end = std::min(size, best.begin + letters);
  }
  return best;
}

/// Moves the ends of a window to the ends of words, so that no letter is cut.
Span on_word_edges(Span window, const std::vector<IndexedWord>& words, std::size_t size) {
  for (const IndexedWord& word : words) {
    if (word.span.contains(window.begin)) window.begin = word.span.begin;
    if (word.span.begin < window.end && word.span.end > window.end) window.end = word.span.end;
  }
  const bool inside = std::any_of(words.begin(), words.end(), [&](const IndexedWord& word) {
    return word.span.begin == window.begin;
  });
  if (!inside && window.begin > 0) {
    const auto next = std::find_if(words.begin(), words.end(), [&](const IndexedWord& word) {
      return word.span.begin >= window.begin;
    });
    window.begin = next == words.end() ? 0 : next->span.begin;
  }
  if (window.end < size) {
    std::size_t end = window.begin;
    for (const IndexedWord& word : words) {
      if (word.span.end <= window.end) end = std::max(end, word.span.end);
    }
    window.end = end;
  }
  return window;
}

/// One line: line ends become blanks, and marks that stand in the text itself go.
void append_plain(std::string& snippet, std::string_view text) {
  for (const char c : text) {
    if (c == kMarkBegin || c == kMarkEnd) continue;
    snippet += c == '\n' ? ' ' : c;
  }
}

}  // namespace

std::string snippet_of(std::string_view text, const std::vector<MatchedWords>& matches,
                       std::size_t letters) {
  const std::vector<IndexedWord> words = indexed_words(text);
  const std::vector<Span> marked = marked_spans(words, matches);
  const Span window = on_word_edges(best_window(marked, text.size(), letters), words, text.size());
  std::string snippet = window.begin > 0 ? "…" : "";
  std::size_t at = window.begin;
  for (const Span& span : marked) {
    if (span.begin < window.begin || span.end > window.end) continue;
    append_plain(snippet, text.substr(at, span.begin - at));
    snippet += kMarkBegin;
    append_plain(snippet, text.substr(span.begin, span.size()));
    snippet += kMarkEnd;
    at = span.end;
  }
  append_plain(snippet, text.substr(at, window.end - at));
  while (snippet.ends_with(' ')) snippet.pop_back();
  return window.end < text.size() ? snippet + "…" : snippet;
}

}  // namespace diarium
