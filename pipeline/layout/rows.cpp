#include "pipeline/layout/rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

// All in parts of the type size.
constexpr double kSameBaseline = 0.25;
constexpr double kWideGap = 0.7;       // more than a blank in justified text mostly has
constexpr double kRaisedSize = 0.85;   // a raised word is smaller than what it hangs on
constexpr double kRaisedReach = 1.0;   // and stands close to it
constexpr double kRaisedHeight = 0.7;  // and not higher above its baseline

struct Gathering {
  std::vector<std::size_t> tokens;
  double baseline = 0;
  double size = 0;
};

/// Words with the same baseline, in order of baselines.
std::vector<Gathering> gather(const Upright& page, std::vector<std::size_t> tokens) {
  std::sort(tokens.begin(), tokens.end(), [&](std::size_t a, std::size_t b) {
    return page.tokens[a].baseline < page.tokens[b].baseline;
  });
  std::vector<Gathering> rows;
  for (const std::size_t index : tokens) {
    const Token& token = page.tokens[index];
    if (!rows.empty()) {
      Gathering& row = rows.back();
      const double tolerance = kSameBaseline * std::max(row.size, token.size);
      if (token.baseline - row.baseline <= tolerance) {
        row.tokens.push_back(index);
        row.size = std::max(row.size, token.size);
        continue;
      }
    }
    rows.push_back({{index}, token.baseline, token.size});
  }
  return rows;
}

double gap_between(const Rect& a, const Rect& b) {
  return std::max({0.0, b.left - a.right, a.left - b.right});
}

/// Whether `token` is set small beside a word of `row`, raised above or sunk below its baseline.
bool hangs_on(const Upright& page, const Token& token, const Gathering& row) {
  const Word& word = page.words[token.word];
  // A note's own marker may be as large as the small type of the note.
  const bool marker =
      word.style.superscript || (token.baseline < row.baseline && is_note_marker(word.text));
  if (!marker && token.size > kRaisedSize * row.size) return false;
  if (std::abs(row.baseline - token.baseline) > kRaisedHeight * row.size) return false;
  return std::any_of(row.tokens.begin(), row.tokens.end(), [&](std::size_t other) {
    const Token& neighbour = page.tokens[other];
    return (marker || neighbour.size * kRaisedSize >= token.size) &&
           gap_between(neighbour.box, token.box) <= kRaisedReach * token.size &&
           vertical_overlap(neighbour.box, token.box) > 0.3 * token.box.height();
  });
}

/// Moves the small words of each row to the neighbouring row that they hang on.
void attach_raised(const Upright& page, std::vector<Gathering>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::size_t> kept;
    for (const std::size_t index : rows[i].tokens) {
      const Token& token = page.tokens[index];
      Gathering* host = nullptr;
      for (const std::size_t neighbour : {i + 1, i + 2, i - 1}) {
        if (neighbour >= rows.size() || rows[neighbour].tokens.empty()) continue;
        if (hangs_on(page, token, rows[neighbour])) {
          host = &rows[neighbour];
          break;
        }
      }
      if (host != nullptr) {
        host->tokens.push_back(index);
      } else {
        kept.push_back(index);
      }
    }
    rows[i].tokens = std::move(kept);
  }
  std::erase_if(rows, [](const Gathering& row) { return row.tokens.empty(); });
}

Row row_of(const Upright& page, Gathering gathering) {
  std::vector<std::size_t>& tokens = gathering.tokens;
  std::sort(tokens.begin(), tokens.end(), [&](std::size_t a, std::size_t b) {
    return page.tokens[a].box.left < page.tokens[b].box.left;
  });
  std::vector<Fragment> fragments;
  for (const std::size_t index : tokens) {
    const Token& token = page.tokens[index];
    const bool apart = fragments.empty() || (!joined(page, token) &&
                                             token.box.left - fragments.back().box.right >
                                                 kWideGap * std::max(token.size, gathering.size));
    if (apart) fragments.emplace_back();
    fragments.back().tokens.push_back(index);
    fragments.back().box = united(fragments.back().box, token.box);
  }
  Row row = row_of(page, std::move(fragments));
  row.baseline = gathering.baseline;
  return row;
}

}  // namespace

std::vector<Row> rows_of(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::vector<Gathering> gatherings = gather(page, tokens);
  attach_raised(page, gatherings);
  std::vector<Row> rows;
  rows.reserve(gatherings.size());
  for (Gathering& gathering : gatherings) rows.push_back(row_of(page, std::move(gathering)));
  return rows;
}

std::vector<std::size_t> all_tokens(const Upright& page) {
  std::vector<std::size_t> tokens(page.tokens.size());
  std::iota(tokens.begin(), tokens.end(), std::size_t{0});
  return tokens;
}

Row row_of(const Upright& page, std::vector<Fragment> fragments) {
  Row row;
  std::vector<std::size_t> tokens;
  for (const Fragment& fragment : fragments) {
    row.box = united(row.box, fragment.box);
    tokens.insert(tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
  }
  row.size = size_of(page, tokens);
  for (const std::size_t index : tokens) {
    if (page.tokens[index].size == row.size) row.baseline = page.tokens[index].baseline;
  }
  row.fragments = std::move(fragments);
  return row;
}

std::string text_of(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::string text;
  for (const std::size_t index : tokens) {
    if (!text.empty() && !joined(page, page.tokens[index])) text += ' ';
    text += page.words[page.tokens[index].word].text;
  }
  return text;
}

std::string text_of(const Upright& page, const Row& row) {
  std::string text;
  for (const Fragment& fragment : row.fragments) {
    if (!text.empty()) text += ' ';
    text += text_of(page, fragment.tokens);
  }
  return text;
}

double size_of(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::vector<std::pair<double, std::size_t>> sizes;
  std::size_t letters = 0;
  for (const std::size_t index : tokens) {
    const Token& token = page.tokens[index];
    const std::size_t count = page.words[token.word].text.size();
    sizes.emplace_back(token.size, count);
    letters += count;
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t seen = 0;
  for (const auto& [size, count] : sizes) {
    seen += count;
    if (2 * seen >= letters) return size;
  }
  return page.body_size;
}

double bold_share(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::size_t letters = 0;
  std::size_t bold = 0;
  for (const std::size_t index : tokens) {
    const Word& word = page.words[page.tokens[index].word];
    letters += word.text.size();
    if (word.style.bold) bold += word.text.size();
  }
  return letters == 0 ? 0.0 : static_cast<double>(bold) / static_cast<double>(letters);
}

}  // namespace diarium::layout
