#include "pipeline/layout/measures.h"

#include <algorithm>
#include <cmath>

namespace diarium::layout {
namespace {

constexpr double kFilled = 0.82;        // of the column's width
constexpr std::size_t kTextColumn = 6;  // lines of a column of running text, at least
constexpr double kShare = 0.9;          // of the lines end left of the text's right edge

constexpr double kTight = 0.15;       // of neighbouring lines at least belong to one paragraph
constexpr double kNarrowPage = 0.65;  // of the page's width

double percentile(std::vector<double> values, double share) {
  const double rank = share * static_cast<double>(values.size() - 1);
  const auto at = static_cast<std::size_t>(share < 0.5 ? std::floor(rank) : std::ceil(rank));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

/// The middle pitch of neighbouring lines that may belong to one paragraph, in type sizes.
double usual_pitch(const std::vector<TextLine>& lines) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].band != lines[i - 1].band || lines[i].column != lines[i - 1].column) continue;
    if (lines[i].zone != BlockKind::paragraph || lines[i].columns > 1) continue;
    const double pitch = (lines[i].baseline - lines[i - 1].baseline) / lines[i].size;
    if (pitch > 0.9 && pitch < 2.2) pitches.push_back(pitch);
  }
  // Paragraphs' pitches are the smaller ones; a page of short items has many larger.
  return pitches.size() < 3 ? 1.25 : percentile(std::move(pitches), kTight);
}

}  // namespace

double Measures::right_of(const TextLine& line) const {
  const auto found = columns.find({line.band, line.column});
  return found == columns.end() ? right : found->second.right;
}

bool Measures::fills(const TextLine& line) const {
  const auto found = columns.find({line.band, line.column});
  const double from = found == columns.end() ? left : found->second.left;
  const double to = found == columns.end() ? right : found->second.right;
  return line.box.right - from >= kFilled * (to - from) && to - from > 12 * line.size;
}

bool Measures::running(const TextLine& line) const {
  const auto found = columns.find({line.band, line.column});
  return found == columns.end() ||
         (found->second.lines >= kTextColumn && 2 * found->second.filled >= found->second.lines);
}

Measures measures_of(const Upright& page, const std::vector<TextLine>& lines) {
  Measures measures{.body_size = page.body_size};
  std::vector<double> lefts;
  std::vector<double> rights;
  std::size_t unsure = 0;
  for (const TextLine& line : lines) {
    unsure += page.words[page.tokens[line.tokens.front()].word].confidence < 1 ? 1U : 0U;
    if (line.columns > 1) {
      auto& column = measures.columns[{line.band, line.column}];
      column.left = column.lines == 0 ? line.box.left : std::min(column.left, line.box.left);
      column.right = std::max(column.right, line.box.right);
      ++column.lines;
    } else if (line.zone == BlockKind::paragraph) {
      lefts.push_back(line.box.left);
      rights.push_back(line.box.right);
    }
  }
  if (!lefts.empty()) {
    measures.left = percentile(lefts, 1 - kShare);
    measures.right = percentile(rights, kShare);
    // No line of a page of short ones shows where the text could have ended.
    if (measures.right < kNarrowPage * page.width) measures.right = page.width - measures.left;
  }
  for (const TextLine& line : lines) {
    const auto found = measures.columns.find({line.band, line.column});
    if (found != measures.columns.end() && measures.fills(line)) ++found->second.filled;
  }
  measures.pitch = usual_pitch(lines);
  measures.estimated = 2 * unsure > lines.size();
  return measures;
}

}  // namespace diarium::layout
