#include "extractors/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/unicode.h"

namespace diarium {
namespace {

bool is_stop(char c) {
  return c == '.' || c == '!' || c == '?';
}

bool is_closing(char32_t point) {
  return point == U'”' || point == U'"' || point == U'’' || point == U'\'' || point == U')' ||
         point == U']' || point == U'»';
}

/// The first code point of `text` from the byte `at`, and its length in bytes.
struct PointAt {
  char32_t point = 0;
  std::size_t bytes = 0;
};

PointAt point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return {first_point(text.substr(at, end - at)), end - at};
}

/// The word that ends at `end`, inner stops included: "bl.a".
std::string_view word_before(std::string_view text, std::size_t end) {
  constexpr std::size_t kLongestWord = 40;
  const std::size_t from = end - std::min(end, kLongestWord);
  std::size_t begin = end;
  while (begin > from && text[begin - 1] != ' ' && text[begin - 1] != '(') --begin;
  return text.substr(begin, end - begin);
}

/// "alternativ B", "bilaga A": the letter tells one from another and is nobody's initial.
bool is_choice(std::string_view text, std::size_t letter) {
  constexpr std::array<std::string_view, 12> kWords = {"alternativ", "bilaga", "punkt", "förslag",
                                                       "modell",     "grupp",  "nivå",  "etapp",
                                                       "del",        "zon",    "klass", "kategori"};
  if (letter == 0) return false;
  const std::string word = to_lower(word_before(text, letter - 1));
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Whether the stop at `at` belongs to the word before it.
bool is_abbreviation(std::string_view text, std::size_t at, const RuleBook& rules) {
  const std::string_view word = word_before(text, at);
  if (word.empty()) return false;
  const bool initial = code_points(word).size() == 1 && is_letter(first_point(word));
  if (initial) return !is_choice(text, at - word.size());
  const Term* term = rules.find("abbreviations", word);
  return term != nullptr && !term->fields.contains("may_end");
}

/// One behind the sentence whose stop stands at `at`; 0 where no sentence ends there.
std::size_t end_of_sentence(std::string_view text, std::size_t at, const RuleBook& rules) {
  std::size_t end = at + 1;
  while (end < text.size() && is_stop(text[end])) ++end;
  PointAt next = point_at(text, end);
  while (next.bytes > 0 && is_closing(next.point)) {
    end += next.bytes;
    next = point_at(text, end);
  }
  if (next.bytes == 0) return end;
  if (!is_blank(next.point)) return 0;
  std::size_t begin = end;
  while (next.bytes > 0 && is_blank(next.point)) {
    begin += next.bytes;
    next = point_at(text, begin);
  }
  if (next.bytes > 0 && is_lower(next.point)) return 0;
  if (text[at] != '.') return end;
  // "Eva Ek m.fl. (S)": a parenthesis behind an abbreviation goes on with it.
  const bool goes_on = next.point == U'(' && rules.find("abbreviations", word_before(text, at));
  return goes_on || is_abbreviation(text, at, rules) ? 0 : end;
}

/// A sentence with the blanks behind the one before it.
std::vector<Span> untrimmed_sentences(std::string_view paragraph, const RuleBook& rules) {
  std::vector<Span> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    if (!is_stop(paragraph[i])) continue;
    const std::size_t end = end_of_sentence(paragraph, i, rules);
    if (end == 0) continue;
    sentences.push_back({begin, end});
    begin = end;
    i = end - 1;
  }
  if (begin < paragraph.size()) sentences.push_back({begin, paragraph.size()});
  return sentences;
}

Span trimmed(std::string_view paragraph, Span span) {
  const std::string_view kept = trim(paragraph.substr(span.begin, span.size()));
  if (kept.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::size_t>(kept.data() - paragraph.data());
  return {begin, begin + kept.size()};
}

}  // namespace

std::vector<Span> sentences_of(std::string_view paragraph, const RuleBook& rules) {
  std::vector<Span> sentences = untrimmed_sentences(paragraph, rules);
  for (Span& sentence : sentences) sentence = trimmed(paragraph, sentence);
  std::erase_if(sentences, [](const Span& sentence) { return sentence.empty(); });
  return sentences;
}

Span sentence_around(std::string_view paragraph, std::size_t at, const RuleBook& rules) {
  for (const Span& sentence : untrimmed_sentences(paragraph, rules)) {
    if (at < sentence.end) return trimmed(paragraph, sentence);
  }
  return {paragraph.size(), paragraph.size()};
}

}  // namespace diarium
