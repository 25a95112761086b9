#pragma once

#include <optional>

#include "models/geometry.h"

namespace diarium {

/// What a horizontal line does to the text that it runs through or close under.
enum class RuledMark { strike, underline };

/// What `ruling` would do to letters of `size` on `baseline`, both in points; nothing where it is
/// too thick, or runs above the middle of the small letters or well below their feet.
std::optional<RuledMark> ruled_mark(const Rect& ruling, double baseline, double size);

/// How far, in type sizes, a baseline lies above (negative) or below the ruling that marks it.
inline constexpr double kHighestBaseline = -0.28;
inline constexpr double kLowestBaseline = 0.42;

}  // namespace diarium
