#include "extractors/beslutssatser_words.h"

#include "models/unicode.h"

namespace diarium {
namespace {

bool is_word_point(char32_t point) {
  return is_letter(point) || is_digit(point) || point == U'-';
}

bool is_quote(char32_t point) {
  return std::u32string_view(U"\"”“„»«").find(point) != std::u32string_view::npos;
}

bool ends_sentence(char32_t point) {
  return point == U'.' || point == U'?' || point == U'!';
}

/// Bytes of the code point at `at` of well-formed UTF-8.
std::size_t length_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

char32_t point_at(std::string_view text, std::size_t at) {
  return first_point(text.substr(at, length_at(text, at)));
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_point(point_at(text, at))) at += length_at(text, at);
  return at;
}

}  // namespace

ClauseWords words_of(std::string_view clause) {
  ClauseWords result;
  bool quoted = false;
  bool sentence_ended = false;
  std::size_t sentence = 0;  // first word of the present one
  for (std::size_t at = 0; at < clause.size();) {
    const char32_t point = point_at(clause, at);
    if (!is_word_point(point)) {
      if (is_quote(point)) quoted = !quoted;
      if (ends_sentence(point)) sentence_ended = true;
      at += length_at(clause, at);
      continue;
    }
    if (sentence_ended && is_upper(point)) {
      result.sentences.push_back({sentence, result.words.size()});
      sentence = result.words.size();
    }
    sentence_ended = false;
    const std::size_t end = end_of_word(clause, at);
    result.words.push_back({to_lower(clause.substr(at, end - at)), {at, end}, quoted});
    at = end;
  }
  if (sentence < result.words.size()) result.sentences.push_back({sentence, result.words.size()});
  return result;
}

std::string_view printed(std::string_view clause, const ClauseWords& words, Span range) {
  if (range.empty()) return {};
  const std::size_t begin = words.words[range.begin].span.begin;
  return clause.substr(begin, words.words[range.end - 1].span.end - begin);
}

std::string_view gap_before(std::string_view clause, const ClauseWords& words, std::size_t word) {
  if (word == 0) return {};
  const std::size_t begin = words.words[word - 1].span.end;
  return clause.substr(begin, words.words[word].span.begin - begin);
}

}  // namespace diarium
