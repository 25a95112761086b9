#include "models/text.h"

#include <algorithm>

namespace diarium {

Span Text::append(std::string_view word, Piece piece) {
  piece.span = {string_.size(), string_.size() + word.size()};
  string_ += word;
  pieces_.push_back(piece);
  return piece.span;
}

void Text::drop_last(std::size_t bytes) {
  string_.resize(string_.size() - std::min(bytes, string_.size()));
  while (!pieces_.empty() && pieces_.back().span.begin >= string_.size()) pieces_.pop_back();
  if (!pieces_.empty()) pieces_.back().span.end = std::min(pieces_.back().span.end, string_.size());
}

std::span<const Piece> Text::pieces_in(Span span) const {
  const auto first = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& p) { return p.span.end <= span.begin; });
  const auto last = std::partition_point(first, pieces_.end(),
                                         [&](const Piece& p) { return p.span.begin < span.end; });
  return {first, last};
}

Place Text::place_of(Span span) const {
  Place place;
  for (const Piece& piece : pieces_in(span)) {
    if (place.page == 0) place.page = piece.page;
    if (piece.page == place.page) place.box = united(place.box, piece.box);
  }
  return place;
}

double Text::confidence_of(Span span) const {
  double lowest = 1.0;
  for (const Piece& piece : pieces_in(span)) lowest = std::min(lowest, piece.confidence);
  return lowest;
}

}  // namespace diarium
