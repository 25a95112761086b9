#include "models/ruled_mark.h"

#include <algorithm>

namespace diarium {
namespace {

// Heights above the baseline in type sizes; small letters end at about 0.48.
constexpr double kStrikeLow = 0.12;
constexpr double kStrikeHigh = kLowestBaseline;
constexpr double kUnderlineLow = kHighestBaseline;
constexpr double kUnderlineHigh = 0.03;

constexpr double kThickest = 0.14;  // of the type size, but never under 1.2 points

}  // namespace

std::optional<RuledMark> ruled_mark(const Rect& ruling, double baseline, double size) {
  if (ruling.height() > std::max(1.2, kThickest * size)) return std::nullopt;
  const double height = (baseline - ruling.centre().y) / size;
  if (height >= kStrikeLow && height <= kStrikeHigh) return RuledMark::strike;
  if (height >= kUnderlineLow && height <= kUnderlineHigh) return RuledMark::underline;
  return std::nullopt;
}

}  // namespace diarium
