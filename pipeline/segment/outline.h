#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/page.h"

namespace diarium {

/// What the outline says of the top of a page.
enum class OutlineHint {
  none,
  names_kind,   ///< an entry that is borne out by the page and names a kind of paper: "Bilaga 2"
  names_paper,  ///< one of a level whose entries are papers
};

/// What the bookmarks of a file say of its pages, as far as the pages bear it out: an entry counts
/// where its words stand where it leads to. What a program makes up ("Sida 3") never does.
class Outline {
 public:
  Outline(const std::vector<Page>& pages, const RuleBook& rules);

  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// Whether an entry leads to a line of page `page` (index) that begins `top` points from the
  /// page's top, and says the same as it.
  [[nodiscard]] bool names(std::size_t page, double top, std::string_view text) const;

  /// By page what speaks for a paper that begins at its top. `starts` are the pages where papers
  /// begin as they show it themselves: where most entries of a level lead to these, the level names
  /// papers. Entries of a level on each page are those of slides, which are no papers.
  [[nodiscard]] std::vector<OutlineHint> hints(const std::vector<bool>& starts) const;

 private:
  struct Entry {
    std::size_t page = 0;
    std::string name;
    int level = 0;
    double y = 0;
    bool heads_page = false;  ///< the top of its page says the same
    bool names_kind = false;
  };

  [[nodiscard]] std::vector<bool> pages_at(int level) const;

  std::vector<Entry> entries_;  // by page
  std::size_t pages_ = 0;
};

}  // namespace diarium
