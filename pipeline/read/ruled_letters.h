#pragma once

#include <vector>

#include "models/sheet.h"
#include "pipeline/read/glyphs.h"

namespace diarium {

/// The letters, those noted that a ruling runs through or close under, so that a word can end where
/// its mark does: the full stop after an underlined word, the struck ending of a word. Whether it
/// is a mark at all, and no rule of a table, is for layout/ to say. Letters that don't stand
/// upright are left as they are.
std::vector<Glyph> with_rulings_noted(std::vector<Glyph> glyphs,
                                      const std::vector<Ruling>& rulings);

}  // namespace diarium
