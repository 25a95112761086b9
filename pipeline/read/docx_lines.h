#pragma once

#include <string>
#include <vector>

#include "models/sheet.h"
#include "pipeline/read/docx_content.h"

namespace diarium {

/// One line as it is set: its first baseline lies at y = 0, words are placed in x.
struct SetLine {
  std::vector<Word> words;
  double size = 0;         ///< of its largest letters, points
  std::vector<int> notes;  ///< whose markers stand on it
  bool ends_page = false;  ///< a page break follows
  std::vector<TrackedChange> changes;
};

/// Moves all that is set on it.
void move_down(SetLine& line, double points);

/// Sets a paragraph in fixed pitch between two edges, in points: letters half as wide as their
/// size, blanks less. A word is never divided, and a line never ends with a hyphen, so that it
/// can't be taken for a divided word.
std::vector<SetLine> set_lines(const DocxParagraph& paragraph, double left, double right);

}  // namespace diarium
