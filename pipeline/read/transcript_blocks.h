#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/read/docx_content.h"

namespace diarium {

/// A paragraph, heading or list item of a transcript, its marks not yet read.
struct TranscriptParagraph {
  std::string text;    ///< '\n' where a line ended that is kept, '\f' where a page did
  std::string marker;  ///< of a list item
  int level = 0;       ///< nesting of the list
  int outline = -1;    ///< of a heading, from 0
  bool typed = false;  ///< has columns made of blanks, which are kept
};

struct TranscriptNote {
  int number = 0;  ///< as printed
  std::string text;
};

using TranscriptBlock = std::variant<TranscriptParagraph, DocxTable, TranscriptNote>;

/// The blocks of a transcript, from UTF-8 with '\n' and '\f': blank lines part them, and where some
/// lines are as long as paragraphs and stand close, every line is one. A sentence that a page end,
/// a rule or a note has cut goes on. In a text without marked headings a short line alone over a
/// paragraph is one.
std::vector<TranscriptBlock> transcript_blocks(std::string_view text);

}  // namespace diarium
