#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/geometry.h"
#include "models/span.h"
#include "models/style.h"

namespace diarium {

/// A printed word, or the part of a divided word that stands on one line, within a running text.
struct Piece {
  Span span;     ///< bytes of the text
  int page = 0;  ///< 1-based in the file
  Rect box;
  Style style;
  double size = 0;          ///< font size, points
  double confidence = 1.0;  ///< 0..1
  bool operator==(const Piece&) const = default;
};

/// Where something stands: the page it begins on, and the box of its part on that page.
struct Place {
  int page = 0;
  Rect box;
};

/// One running string with a map back to the paper. Rules match the string; a byte span leads back
/// to page and box. Words divided over lines are put together, lines are joined by a blank,
/// paragraphs end with '\n'.
class Text {
 public:
  /// Adds a printed word (or part of one) at the end; `piece.span` is set here. Returns that span.
  Span append(std::string_view word, Piece piece);
  /// Adds what is not printed: a blank, a line end.
  void append_gap(std::string_view gap) { string_ += gap; }
  /// Takes the last `bytes` off, e.g. the hyphen of a divided word; shortens or drops the last
  /// piece.
  void drop_last(std::size_t bytes);

  [[nodiscard]] std::string_view view() const { return string_; }
  [[nodiscard]] std::size_t size() const { return string_.size(); }
  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(string_).substr(span.begin, span.size());
  }
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  /// The pieces that `span` touches, in order.
  [[nodiscard]] std::span<const Piece> pieces_in(Span span) const;
  /// Page 0 and an empty box where `span` touches no printed word.
  [[nodiscard]] Place place_of(Span span) const;
  /// The lowest confidence among the words of `span`; 1 for none.
  [[nodiscard]] double confidence_of(Span span) const;

 private:
  std::string string_;
  std::vector<Piece> pieces_;  // by span.begin, not overlapping
};

}  // namespace diarium
