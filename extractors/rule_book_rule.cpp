#include <algorithm>

#include "extractors/rule_book_pattern.h"
#include "models/unicode.h"

namespace diarium {
namespace {

Span span_in(std::string_view text, const re2::StringPiece& part) {
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  return {begin, begin + part.size()};
}

std::size_t next_point(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

std::size_t previous_point(std::string_view text, std::size_t at) {
  if (at > 0) --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

Span without_edges(const Rule::Pattern& pattern, std::string_view text,
                   const std::vector<re2::StringPiece>& groups) {
  Span span = span_in(text, groups[0]);
  const Span printed = span;
  for (const int number : pattern.begin_edges) {
    const re2::StringPiece& edge = groups[static_cast<std::size_t>(number)];
    if (edge.data() != nullptr && span_in(text, edge).begin == printed.begin) {
      span.begin = std::max(span.begin, span_in(text, edge).end);
    }
  }
  for (const int number : pattern.end_edges) {
    const re2::StringPiece& edge = groups[static_cast<std::size_t>(number)];
    if (edge.data() != nullptr && span_in(text, edge).end == printed.end) {
      span.end = std::min(span.end, span_in(text, edge).begin);
    }
  }
  return {std::min(span.begin, span.end), span.end};
}

std::optional<Match> match_from(const Rule::Pattern& pattern, std::string_view text,
                                std::size_t from, re2::RE2::Anchor anchor) {
  std::vector<re2::StringPiece> groups(pattern.group_names.size());
  if (!pattern.expression->Match(text, from, text.size(), anchor, groups.data(),
                                 static_cast<int>(groups.size()))) {
    return std::nullopt;
  }
  std::vector<Match::Group> named;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (pattern.group_names[i].empty() || groups[i].data() == nullptr) continue;
    const Span span = span_in(text, groups[i]);
    named.push_back({pattern.group_names[i], text.substr(span.begin, span.size()), span});
  }
  return Match(without_edges(pattern, text, groups), std::move(named));
}

}  // namespace

std::string_view Match::operator[](std::string_view group) const {
  const auto found = std::find_if(groups_.begin(), groups_.end(),
                                  [&](const Group& candidate) { return candidate.name == group; });
  return found == groups_.end() ? std::string_view() : found->text;
}

Span Match::span_of(std::string_view group) const {
  const auto found = std::find_if(groups_.begin(), groups_.end(),
                                  [&](const Group& candidate) { return candidate.name == group; });
  return found == groups_.end() ? Span{} : found->span;
}

Rule::Rule() = default;
Rule::Rule(Rule&&) noexcept = default;
Rule& Rule::operator=(Rule&&) noexcept = default;
Rule::~Rule() = default;

const std::string& Rule::name() const {
  return pattern_->name;
}

double Rule::confidence() const {
  return pattern_->confidence;
}

std::vector<Match> Rule::matches(std::string_view text) const {
  std::vector<Match> found;
  std::size_t end = 0;   // of the last match
  std::size_t from = 0;  // where the search goes on
  while (from <= text.size()) {
    std::optional<Match> match = match_from(*pattern_, text, from, re2::RE2::UNANCHORED);
    if (match && match->span().begin < end && from < end) {
      from = end;
      continue;
    }
    if (!match) break;
    const Span span = match->span();
    end = span.empty() ? next_point(text, span.end) : span.end;
    // The edge of the next match may be the last character of this one.
    from = pattern_->begin_edges.empty() || span.empty() ? end : previous_point(text, end);
    found.push_back(*std::move(match));
  }
  return found;
}

std::optional<Match> Rule::first(std::string_view text) const {
  return match_from(*pattern_, text, 0, re2::RE2::UNANCHORED);
}

std::optional<Match> Rule::whole(std::string_view text) const {
  const std::string_view trimmed = trim(text);
  const std::optional<Match> match = match_from(*pattern_, trimmed, 0, re2::RE2::ANCHOR_BOTH);
  if (!match || match->span() != Span{0, trimmed.size()}) return std::nullopt;
  const std::size_t offset =
      trimmed.empty() ? 0 : static_cast<std::size_t>(trimmed.data() - text.data());
  const auto moved = [offset](Span span) { return Span{span.begin + offset, span.end + offset}; };
  std::vector<Match::Group> groups = match->groups();
  for (Match::Group& group : groups) group.span = moved(group.span);
  return Match(moved(match->span()), std::move(groups));
}

}  // namespace diarium
