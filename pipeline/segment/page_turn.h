#pragma once

#include <cstddef>
#include <vector>

#include "extractors/rule_book.h"
#include "models/page.h"
#include "pipeline/segment/furniture.h"

namespace diarium {

/// What the margins of a page say about the paper that was under way on the page before. Weights of
/// the scale of `find_starts`: above 0 another paper begins, below 0 the same one goes on.
class PageTurns {
 public:
  /// Refers to its arguments, which must outlive it.
  PageTurns(const std::vector<Page>& pages, const std::vector<Furniture>& furniture,
            const RuleBook& rules)
      : pages_(pages), furniture_(furniture), rules_(rules) {}

  /// By page labels, heads and paper size. `page` and `first` are indices into the pages, `first`
  /// that of the page on which the paper under way began; `first` < `page`.
  [[nodiscard]] double weight(std::size_t page, std::size_t first) const;

  /// Whether minutes are named in the head of a page.
  [[nodiscard]] bool heads_minutes(std::size_t page) const;

 private:
  [[nodiscard]] double by_label(std::size_t page, std::size_t first) const;
  [[nodiscard]] double by_head(std::size_t page) const;
  [[nodiscard]] bool counts_on(std::size_t page, std::size_t first) const;

  const std::vector<Page>& pages_;
  const std::vector<Furniture>& furniture_;
  const RuleBook& rules_;
};

}  // namespace diarium
