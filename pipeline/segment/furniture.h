#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/page.h"
#include "models/span.h"

namespace diarium {

/// "Sida 3(41)" -> {3, 41}; "Sida 3" -> {3, 0}.
struct PageLabel {
  int number = 0;
  int total = 0;  ///< 0 where none is printed
  bool operator==(const PageLabel&) const = default;
};

/// The label that a line is, or ends with: "PROTOKOLL 3 (41)".
std::optional<PageLabel> page_label_of(std::string_view line, const RuleBook& rules);

/// What a page prints beside its text: running heads, labels, letterhead, addresses at the foot.
struct Furniture {
  std::vector<bool> lines;  ///< beside Page::lines: which are furniture
  std::vector<Span> spans;  ///< the same as bytes of text_of(page), runs of lines as one
  std::optional<PageLabel> label;
  std::vector<std::string> head;  ///< lines of the head without the label, top down
};

/// Finds the furniture of each page by what layout says, by form, and by what stands at the same
/// place of the margin on three pages or more.
std::vector<Furniture> find_furniture(const std::vector<Page>& pages, const RuleBook& rules);

}  // namespace diarium
