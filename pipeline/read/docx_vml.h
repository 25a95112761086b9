#pragma once

#include <pugixml.hpp>
#include <vector>

#include "pipeline/read/docx_figures.h"

namespace diarium {

/// Adds the figures within a w:pict, in points from the paragraph and the column that it stands in.
/// Lines end where they are drawn: what glues them stands elsewhere.
void add_vml_figures(const pugi::xml_node& pict, std::vector<DocxFigureNode>& figures);

}  // namespace diarium
