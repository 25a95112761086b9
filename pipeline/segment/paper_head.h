#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/span.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// The words that a paper opens with: its text up to 1 500 bytes, not cut within a letter.
std::string_view opening_of(std::string_view text);

/// Short lines, none of which ends a sentence: of a letterhead, a card, an address.
bool is_stack(const Passage& passage);

/// A line above the first heading of a page.
struct HeadLine {
  std::string text;
  bool tells = false;  ///< the day, the case number or the kind of a paper
};

/// What stands at the top of a page above its first heading, and right below it.
struct PaperHead {
  const Passage* heading = nullptr;  ///< none where anything but short lines stands above it
  std::vector<HeadLine> above;       ///< from the top
  bool labelled_below = false;       ///< the line right below tells the day or the kind
};

/// By page, counted from 0; views the passages.
std::vector<PaperHead> paper_heads(const std::vector<Passage>& passages, std::size_t pages,
                                   const RuleBook& rules);

/// An Outlook print has the mailbox's name above the head, a memo its unit above the card: what
/// stands alone above the beginning `start` belongs to it, and a whole head where a day or a number
/// in it or right at the beginning shows that it is one. The index of the first passage of the
/// paper.
std::size_t from_top_of_page(const std::vector<Passage>& passages, std::size_t start,
                             const RuleBook& rules);

/// A misread page label or crest at the top of a page is no paper before the one that begins right
/// below it. `range` is of passages, its end that of the next paper.
bool is_scrap(const std::vector<Passage>& passages, Span range);

}  // namespace diarium
