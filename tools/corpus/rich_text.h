#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"
#include "models/style.h"

namespace diarium::corpus {

/// "{d=2024-03-12|den 12 mars}": what a stretch of text is, beside how it looks.
struct Mark {
  std::string kind;   ///< "d"
  std::string value;  ///< "2024-03-12"; empty where the text says it all
  Span span;          ///< bytes of RichText::text
};

struct StyledSpan {
  Span span;
  Style style;
};

/// Text as it is to be printed, with its styles and marks apart. '\n' is a forced line break.
struct RichText {
  std::string text;
  std::vector<StyledSpan> styles;  ///< non-overlapping, in order; unstyled bytes are in none
  std::vector<Mark> marks;         ///< by the place where they end

  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  [[nodiscard]] Style style_at(std::size_t byte) const;
  /// The marks of that kind, in order.
  [[nodiscard]] std::vector<Mark> marks_of(std::string_view kind) const;
};

/// Reads **bold**, ''italic'', __underlined__, ~~struck~~, ^^raised^^ and {kind=value|text}; a
/// backslash takes the meaning from what follows. Marks `ins` are bold or, with
/// that value, underlined, `del` struck, `fn` raised, `low` lowered.
/// Throws std::invalid_argument for a mark that never ends.
RichText parse_rich(std::string_view markup);

/// What the text says once the amendments in it are made: without deletions and note markers,
/// forced breaks and double blanks as single blanks.
std::string clean_text(const RichText& text, Span span);

/// The text as printed, lines joined, without note markers.
std::string printed_text(const RichText& text, Span span);

}  // namespace diarium::corpus
