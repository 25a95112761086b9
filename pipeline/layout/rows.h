#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/layout/upright.h"

namespace diarium::layout {

/// A part of a row without a wide gap in it.
struct Fragment {
  std::vector<std::size_t> tokens;  ///< indices into Upright::tokens, from left to right
  Rect box;
};

/// All words that stand on one baseline across the page.
struct Row {
  std::vector<Fragment> fragments;  ///< from left to right, at least one
  Rect box;
  double baseline = 0;
  double size = 0;  ///< of most of its letters
};

/// The `tokens` (indices into page.tokens) as rows from top to bottom. Raised and lowered small
/// words belong to the row that they are set beside.
std::vector<Row> rows_of(const Upright& page, const std::vector<std::size_t>& tokens);

/// All tokens of the page, for `rows_of`.
std::vector<std::size_t> all_tokens(const Upright& page);

/// A row of these fragments, which must not be empty.
Row row_of(const Upright& page, std::vector<Fragment> fragments);

/// The words of `tokens` with blanks between them, none before a joined word.
std::string text_of(const Upright& page, const std::vector<std::size_t>& tokens);
std::string text_of(const Upright& page, const Row& row);

/// The size that the middle letter of `tokens` has.
double size_of(const Upright& page, const std::vector<std::size_t>& tokens);

/// The share of the letters of `tokens` that are bold, 0..1.
double bold_share(const Upright& page, const std::vector<std::size_t>& tokens);

}  // namespace diarium::layout
