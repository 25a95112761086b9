#include "pipeline/layout/marks.h"

#include <algorithm>
#include <cmath>

#include "models/ruled_mark.h"

namespace diarium::layout {
namespace {

constexpr double kWordCovered = 0.6;  // of a word's width
constexpr double kRulingUsed = 0.75;  // of the ruling's length, from its first to its last word
constexpr double kInk = 0.55;         // of that stretch must be words, not gaps between cells
constexpr double kOverhang = 0.6;     // type sizes that a ruling may run out over its words
constexpr double kBorder = 1.0;  // type sizes: longer verticals at a ruling's end make it a border
constexpr std::size_t kMostRulings = 6000;

bool covers(const Rect& ruling, const Rect& word) {
  return horizontal_overlap(ruling, word) >= kWordCovered * word.width();
}

bool ends_at_border(const Upright& page, const Rect& ruling, double size) {
  return std::any_of(page.down.begin(), page.down.end(), [&](const Rect& line) {
    const bool at_end =
        std::abs(line.centre().x - ruling.left) < 2 || std::abs(line.centre().x - ruling.right) < 2;
    return at_end && line.height() > kBorder * size && vertical_overlap(line, ruling) > -2;
  });
}

/// Tokens by baseline, to look up those that a ruling passes.
class ByBaseline {
 public:
  explicit ByBaseline(const Upright& page) : page_(page) {
    for (std::size_t i = 0; i < page.tokens.size(); ++i) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return page.tokens[a].baseline < page.tokens[b].baseline;
    });
    for (const Token& token : page.tokens) largest_ = std::max(largest_, token.size);
  }

  /// The tokens that `ruling` marks as `mark` says.
  [[nodiscard]] std::vector<std::size_t> marked(const Rect& ruling, RuledMark mark) const {
    const double y = ruling.centre().y;
    auto next = std::lower_bound(
        order_.begin(), order_.end(), y + kHighestBaseline * largest_,
        [&](std::size_t token, double at) { return page_.tokens[token].baseline < at; });
    std::vector<std::size_t> found;
    for (; next != order_.end() && page_.tokens[*next].baseline <= y + kLowestBaseline * largest_;
         ++next) {
      const Token& token = page_.tokens[*next];
      if (ruled_mark(ruling, token.baseline, token.size) == mark && covers(ruling, token.box))
        found.push_back(*next);
    }
    return found;
  }

 private:
  const Upright& page_;
  std::vector<std::size_t> order_;
  double largest_ = 0;
};

/// Whether a ruling is as long as the words that it would mark.
bool fits(const Upright& page, const Rect& ruling, const std::vector<std::size_t>& tokens) {
  Rect extent;
  double ink = 0;
  double size = 0;
  for (const std::size_t index : tokens) {
    const Token& token = page.tokens[index];
    extent = united(extent, token.box);
    ink += token.box.width();
    size = std::max(size, token.size);
  }
  const double used = horizontal_overlap(extent, ruling);
  const bool within = ruling.width() - used <= 2 * kOverhang * size;
  return (within || used >= kRulingUsed * ruling.width()) && ink >= kInk * extent.width() &&
         !ends_at_border(page, ruling, size);
}

}  // namespace

std::vector<Style> marked_styles(const Upright& page) {
  std::vector<Style> styles;
  for (const Token& token : page.tokens) styles.push_back(page.words[token.word].style);
  if (page.across.size() > kMostRulings) return styles;
  const ByBaseline tokens(page);
  for (const Rect& ruling : page.across) {
    for (const RuledMark mark : {RuledMark::strike, RuledMark::underline}) {
      const std::vector<std::size_t> marked = tokens.marked(ruling, mark);
      if (marked.empty() || !fits(page, ruling, marked)) continue;
      for (const std::size_t token : marked) {
        (mark == RuledMark::strike ? styles[token].struck : styles[token].underlined) = true;
      }
    }
  }
  return styles;
}

}  // namespace diarium::layout
