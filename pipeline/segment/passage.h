#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/document.h"
#include "models/page.h"
#include "models/span.h"
#include "pipeline/segment/furniture.h"

namespace diarium {

/// A printed line, or what is left of it after a cut.
struct PassageLine {
  std::size_t page = 0;  ///< index into the pages, not the page's number
  Span words;            ///< indices into Page::words; never empty
  std::string text;
  Rect box;
  double size = 0;  ///< points
  bool bold = false;
};

/// What is moved about as one while a file is cut into documents: a block of a page without its
/// furniture, a part of a block, or parts of several pages put together again.
struct Passage {
  ParagraphKind kind = ParagraphKind::body;
  BlockKind form = BlockKind::paragraph;  ///< what layout took it for
  std::vector<PassageLine> lines;         ///< never empty
  std::string text;                       ///< of all lines, joined by blanks
  std::string marker;
  double indent = 0;  ///< points
  int column = 0;
  int columns = 1;
  int table = -1;           ///< index into Page::tables of its page
  bool opens_page = false;  ///< nothing but furniture stands before it on its page

  [[nodiscard]] std::size_t first_page() const { return lines.front().page; }
  [[nodiscard]] std::size_t last_page() const { return lines.back().page; }
  /// The size that most letters have, points.
  [[nodiscard]] double size() const;
  /// Whether most letters are bold.
  [[nodiscard]] bool bold() const;
};

/// The passages of all pages, in reading order.
std::vector<Passage> passages_of(const std::vector<Page>& pages,
                                 const std::vector<Furniture>& furniture);

/// The same with other lines: sets the text, keeps what the block said.
Passage with_lines(const Passage& like, std::vector<PassageLine> lines);

/// Takes off what stands from `word` (counted from 0 within the line) of `line` on, and gives it
/// back as a passage of its own. At least one word must stay, and one must go.
Passage cut_off(Passage& passage, const std::vector<Page>& pages, std::size_t line,
                std::size_t word);

}  // namespace diarium
