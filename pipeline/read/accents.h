#pragma once

#include <vector>

#include "pipeline/read/glyphs.h"

namespace diarium {

/// Older typesetters draw "ö" as a "¨" and an "o" in the same place: such pairs become one letter.
std::vector<Glyph> with_accents_set(std::vector<Glyph> glyphs);

}  // namespace diarium
