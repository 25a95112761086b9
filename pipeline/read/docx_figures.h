#pragma once

#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/docx_content.h"

namespace diarium {

/// A figure of a drawing as Word's XML has it, its text not yet read.
struct DocxFigureNode {
  DocxFigure figure;
  pugi::xml_node text;  ///< w:txbxContent; empty where it has none
  std::string name;     ///< by which lines are glued to it, where no other has it
  std::string from;     ///< names of the figures that a line is glued to; empty where it isn't
  std::string to;
};

/// The figures that are drawn in paragraphs on one page, in the order in which they are drawn:
/// shapes, connectors and text boxes of DrawingML and of its elder VML, alone, in groups and on
/// canvases. Of two branches that say the same one is read. The ends of glued lines lie at their
/// figures. Points from the upper left corner of all of them. Nothing where there are more than a
/// chart has.
std::vector<DocxFigureNode> figures_of(std::span<const pugi::xml_node> paragraphs);

/// The paragraph, and those after it that have no text of their own and whose drawings stand where
/// they do on the page, whatever paragraph they hang on: charts are drawn shape by shape, each
/// hanging on the paragraph that was nearest.
std::vector<pugi::xml_node> drawn_together(const pugi::xml_node& paragraph);

/// Whether it has the three boxes, two of them with text, and the two lines that make the least
/// flowchart; what has less is but a text box.
bool may_be_chart(const std::vector<DocxFigureNode>& figures);

}  // namespace diarium
