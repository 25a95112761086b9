#include "extractors/beslutssatser_text.h"

#include <algorithm>
#include <array>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 7> kQuotes{"\"", "”", "“", "„", "»", "«", "’’"};

/// Bytes of the quotation mark that `text` begins or ends with; 0 for none.
std::size_t quote_at_begin(std::string_view text) {
  const auto quote = std::find_if(kQuotes.begin(), kQuotes.end(),
                                  [&](std::string_view mark) { return text.starts_with(mark); });
  return quote == kQuotes.end() ? 0 : quote->size();
}

std::size_t quote_at_end(std::string_view text) {
  const auto quote = std::find_if(kQuotes.begin(), kQuotes.end(),
                                  [&](std::string_view mark) { return text.ends_with(mark); });
  return quote == kQuotes.end() ? 0 : quote->size();
}

std::string_view without_full_stop(std::string_view text) {
  if (text.ends_with('.') && quote_at_end(text.substr(0, text.size() - 1)) > 0)
    text.remove_suffix(1);
  return text;
}

bool is_raised(const Piece& piece, std::string_view printed) {
  return piece.style.superscript && std::all_of(printed.begin(), printed.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == ',' || c == ')' || c == '*';
         });
}

/// "²" behind "m"; nothing for the marker of a note.
std::string_view power_of_unit(std::string_view before, std::string_view raised, const Rule& unit) {
  constexpr std::size_t kLongestUnit = 24;  // bytes, with what stands before it
  const std::size_t begin = before.size() - std::min(before.size(), kLongestUnit);
  if (!unit.first(before.substr(begin))) return {};
  if (raised == "2") return "²";
  return raised == "3" ? "³" : std::string_view();
}

/// A deletion leaves a blank before the comma that followed it.
std::string without_blanks_before_points(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if ((c == '.' || c == ',' || c == ';' || c == ':') && result.ends_with(' ')) result.pop_back();
    result += c;
  }
  return result;
}

}  // namespace

bool begins_quoted(std::string_view text) {
  return quote_at_begin(trim(text)) > 0;
}

bool ends_quoted(std::string_view text) {
  return quote_at_end(without_full_stop(trim(text))) > 0;
}

std::string without_quotes(std::string_view text) {
  const std::string_view whole = without_full_stop(trim(text));
  const std::size_t begin = quote_at_begin(whole);
  const std::size_t end = quote_at_end(whole);
  if (begin == 0 || end == 0 || begin + end > whole.size()) return std::string(trim(text));
  const std::string_view inner = whole.substr(begin, whole.size() - begin - end);
  const bool more = std::any_of(kQuotes.begin(), kQuotes.end(), [&](std::string_view mark) {
    return inner.find(mark) != std::string_view::npos;
  });
  return std::string(trim(more ? text : inner));
}

std::string clean_text(const Text& text, Span span, const Rule& unit) {
  const std::string_view printed = text.view();
  std::string kept;
  std::size_t at = span.begin;
  for (const Piece& piece : text.pieces_in(span)) {
    if (!piece.style.struck && !is_raised(piece, text.slice(piece.span))) continue;
    const std::size_t begin = std::max(piece.span.begin, span.begin);
    kept += printed.substr(at, begin - at);
    at = std::min(piece.span.end, span.end);
    if (!piece.style.struck) kept += power_of_unit(kept, text.slice(piece.span), unit);
  }
  kept += printed.substr(at, span.end - at);
  return without_blanks_before_points(squeeze_blanks(kept));
}

std::string_view without_joiner(std::string_view clause) {
  constexpr std::array<std::string_view, 5> kJoiners{" samt", " och", " dels", ",", ";"};
  for (bool found = true; found;) {
    clause = trim(clause);
    found = false;
    for (const std::string_view joiner : kJoiners) {
      if (!clause.ends_with(joiner)) continue;
      clause.remove_suffix(joiner.size());
      found = true;
    }
  }
  return clause;
}

Span trimmed(std::string_view text, Span span) {
  const std::string_view part = text.substr(span.begin, span.size());
  const std::string_view inner = trim(part);
  if (inner.empty()) return {span.begin, span.begin};
  const auto begin = span.begin + static_cast<std::size_t>(inner.data() - part.data());
  return {begin, begin + inner.size()};
}

}  // namespace diarium
