#pragma once

#include <array>
#include <string>
#include <vector>

#include "tools/corpus/paper.h"
#include "tools/corpus/shaped_text.h"
#include "tools/corpus/source_text.h"

namespace diarium::corpus {

/// Margins, fonts and gaps of a paper, in points.
struct SheetStyle {
  double left = 90;
  double right = 76;
  double top = 85;         ///< of the text on later pages
  double first_top = 108;  ///< of the text on a first page, below its logo
  double bottom = 92;      ///< free below the text and its notes
  double paragraph_gap = 7;
  double heading_gap = 13;  ///< above a heading
  double indent = 22;       ///< of list text
  TextLook body;
  std::array<TextLook, 4> headings;  ///< of # to ####
  TextLook note;
  TextLook furniture;

  [[nodiscard]] double text_width() const { return kA4Width - left - right; }
};

/// Reads ".style name=almvik body="EB Garamond" size=12 ...": README, Styles.
SheetStyle style_of(const Directive& directive);

/// Letterhead, page label, footer of a paper.
struct FurnitureItem {
  std::string kind;   ///< "logo", "left", "centre", "right", "foot", "sign", "footcentre", "rule"
  std::string pages;  ///< "first", "next", "all"
  std::string text;   ///< with #n, #N and names of values of the .sheet directive after a #
};
using Furniture = std::vector<FurnitureItem>;

Furniture furniture_of(const Block& block);

/// What stands in the head and foot of one page.
struct FurniturePage {
  int page = 0;    ///< in the file
  int label = 0;   ///< in its paper, 1-based
  int labels = 0;  ///< pages of the paper
};

/// Draws letterhead and footer on a page that is otherwise done.
void draw_furniture(Paper& paper, const FurniturePage& place, const SheetStyle& style,
                    const Furniture& furniture, const Directive& sheet);

}  // namespace diarium::corpus
