#pragma once

#include <vector>

#include "pipeline/layout/upright.h"

namespace diarium::layout {

/// The styles of the page's tokens, those struck through or underlined by a ruling included. A
/// ruling strikes a word when it runs through the middle of its small letters over most of its
/// width, and underlines it when it runs close below. Rules of tables, borders of boxes and lines
/// much longer than the words they touch are neither.
std::vector<Style> marked_styles(const Upright& page);

}  // namespace diarium::layout
