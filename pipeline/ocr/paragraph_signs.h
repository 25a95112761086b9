#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/sheet.h"

namespace diarium {

/// Whether two words stand on one line of print, by their boxes.
bool shares_line(const Word& a, const Word& b);

/// Neighbours of a word on its line.
struct LineContext {
  const Word* before = nullptr;
  const Word* second_before = nullptr;
  const Word* after = nullptr;
};

LineContext context_of(const std::vector<Word>& words, std::size_t index);

/// Tells where a word is a § that recognition took for an 8, an S, a 5, a dollar. Proof is what
/// stands beside it (a chapter, a law, a day, a member, a body), or the running order of the page's
/// §§.
class ParagraphSigns {
 public:
  /// `words` of one page, in reading order; it must outlive this.
  explicit ParagraphSigns(const std::vector<Word>& words);

  /// "§" or "§§" where the word at `index` is that; nothing where it may be what it says.
  [[nodiscard]] std::optional<std::string> sign_at(std::size_t index) const;

 private:
  const std::vector<Word>& words_;
  std::set<int> known_;  // numbers of §§ that were read, or all but read
};

}  // namespace diarium
