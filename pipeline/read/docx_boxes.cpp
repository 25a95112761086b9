#include <iterator>
#include <utility>
#include <variant>

#include "pipeline/read/docx_figures.h"
#include "pipeline/read/docx_text.h"
#include "pipeline/read/docx_text_place.h"

// What hangs on a paragraph: text boxes, pictures, drawings.
namespace diarium {
namespace {

void append(std::vector<DocxParagraph> more, std::vector<DocxParagraph>& paragraphs) {
  std::move(more.begin(), more.end(), std::back_inserter(paragraphs));
}

}  // namespace

void append_paragraphs(DocxBlock block, std::vector<DocxParagraph>& paragraphs) {
  if (auto* const paragraph = std::get_if<DocxParagraph>(&block)) {
    paragraphs.push_back(std::move(*paragraph));
  } else if (auto* const table = std::get_if<DocxTable>(&block)) {
    for (DocxRow& row : table->rows) {
      for (DocxCell& cell : row.cells) append(std::move(cell.paragraphs), paragraphs);
    }
  } else if (auto* const drawing = std::get_if<DocxDrawing>(&block)) {
    for (DocxFigure& figure : drawing->figures) append(std::move(figure.text), paragraphs);
  }  // a picture holds no text of its own
}

// Figures that may be a chart stay where they stand to one another; the text of any others is read
// as that of boxes. Returns whether they were.
bool DocxTextReader::add_drawing(const pugi::xml_node& paragraph, const Place& place,
                                 std::vector<DocxBlock>& boxes) {
  if (place.drawn || drawn_.contains(paragraph)) return true;
  const std::vector<pugi::xml_node> together = drawn_together(paragraph);
  std::vector<DocxFigureNode> nodes = figures_of(together);
  if (!may_be_chart(nodes)) return false;
  drawn_.insert(together.begin(), together.end());
  DocxDrawing drawing;
  for (DocxFigureNode& node : nodes) {
    std::vector<DocxBlock> blocks;
    add_blocks(node.text, place.aside().within(node.text), blocks);
    for (DocxBlock& block : blocks) append_paragraphs(std::move(block), node.figure.text);
    drawing.figures.push_back(std::move(node.figure));
  }
  boxes.emplace_back(std::move(drawing));
  return true;
}

void DocxTextReader::add_boxes(const pugi::xml_node& node, const Place& place,
                               std::vector<DocxBlock>& boxes) {
  if (is_too_deep(place)) return;
  add_picture(node, boxes);
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "txbxContent") {
      if (!place.drawn) add_blocks(child, place.within(child), boxes);
    } else {
      add_boxes(name == "AlternateContent" ? chosen_branch(child) : child, place.within(child),
                boxes);
    }
  }
}

// An inline or anchored drawing: its extent, and the picture that fills it.
void DocxTextReader::add_picture(const pugi::xml_node& node, std::vector<DocxBlock>& boxes) {
  constexpr double kPoint = 12'700;  // of Word's units
  const pugi::xml_node extent = child_of(node, "extent");
  if (!extent) return;
  const pugi::xml_node blip =
      node.find_node([](const pugi::xml_node& inner) { return local_name(inner) == "blip"; });
  const std::string_view relation = attribute_of(blip, "embed");
  const double width = number_of(extent, "cx").value_or(0) / kPoint;
  const double height = number_of(extent, "cy").value_or(0) / kPoint;
  if (relation.empty() || width <= 0 || height <= 0) return;
  boxes.emplace_back(
      DocxPicture{.relation = std::string(relation), .width = width, .height = height});
}

}  // namespace diarium
