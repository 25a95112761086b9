#pragma once

#include <vector>

#include "pipeline/read/glyphs.h"

namespace diarium {

enum class TextLayer {
  absent,   ///< no letters at all
  usable,   ///< what is printed
  hidden,   ///< most of it is drawn without ink: an earlier machine's reading of a picture
  garbled,  ///< the fonts don't say which letters they draw
};

/// What the embedded letters of a page are worth.
TextLayer judge_text_layer(const std::vector<Glyph>& glyphs);

}  // namespace diarium
