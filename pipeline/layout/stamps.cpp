#include "pipeline/layout/stamps.h"

#include <algorithm>
#include <cmath>

namespace diarium::layout {
namespace {

constexpr double kLeastSlope = 0.02;  // lines of text lean less
constexpr double kAgreeing = 0.75;    // of neighbouring words must climb, or fall, together
constexpr std::size_t kMostWords = 40;
constexpr std::size_t kMostAreas = 400;

bool may_frame_stamp(const Upright& page, const Rect& box) {
  return box.width() < 0.5 * page.width && box.height() < 0.3 * page.height &&
         box.width() > 3 * page.body_size && box.height() > 1.5 * page.body_size;
}

std::vector<std::size_t> tokens_in(const Upright& page, const Rect& box) {
  std::vector<std::size_t> tokens;
  for (std::size_t i = 0; i < page.tokens.size(); ++i) {
    if (box.contains(page.tokens[i].box.centre())) tokens.push_back(i);
  }
  return tokens;
}

/// How much each word falls from the one before it on its line, as the reader gave them.
std::vector<double> slopes_of(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::vector<double> slopes;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& before = page.tokens[tokens[i - 1]];
    const Token& token = page.tokens[tokens[i]];
    const double run = token.box.left - before.box.left;
    const double fall = token.baseline - before.baseline;
    const bool neighbours = token.box.left > before.box.centre().x &&
                            token.box.left - before.box.right < 2 * token.size;
    if (neighbours && std::abs(fall) < token.size) slopes.push_back(fall / run);
  }
  return slopes;
}

}  // namespace

std::vector<Stamp> stamps_of(const Upright& page) {
  std::vector<Stamp> stamps;
  if (page.areas.size() > kMostAreas) return stamps;
  std::vector<bool> taken(page.tokens.size(), false);
  for (const Area& area : page.areas) {
    if (!may_frame_stamp(page, area.box)) continue;
    std::vector<std::size_t> tokens = tokens_in(page, area.box);
    if (tokens.size() < 2 || tokens.size() > kMostWords || taken[tokens.front()]) continue;
    std::vector<double> slopes = slopes_of(page, tokens);
    if (slopes.size() < 2) continue;
    std::sort(slopes.begin(), slopes.end());
    const double slope = slopes[slopes.size() / 2];
    const auto agreeing = std::count_if(slopes.begin(), slopes.end(), [&](double other) {
      return std::abs(other) >= kLeastSlope && (other > 0) == (slope > 0);
    });
    if (static_cast<double>(agreeing) < kAgreeing * static_cast<double>(slopes.size())) continue;
    for (const std::size_t token : tokens) taken[token] = true;
    stamps.push_back({std::move(tokens), slope});
  }
  return stamps;
}

std::vector<TextLine> lines_of(const Upright& page, const Stamp& stamp) {
  Upright level = page;
  for (const std::size_t index : stamp.tokens) {
    Token& token = level.tokens[index];
    token.baseline -= stamp.slope * token.box.left;
    const double drop = stamp.slope * token.box.centre().x;
    token.box.top -= drop;
    token.box.bottom -= drop;
  }
  std::vector<TextLine> lines;
  for (const Row& row : rows_of(level, stamp.tokens)) {
    std::vector<std::size_t> tokens;
    for (const Fragment& fragment : row.fragments) {
      tokens.insert(tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
    }
    lines.push_back(line_of(level, std::move(tokens)));
    lines.back().zone = BlockKind::stamp;
  }
  return lines;
}

}  // namespace diarium::layout
