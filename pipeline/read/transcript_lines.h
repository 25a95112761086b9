#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace diarium {

/// The lines of a transcript without what a word processor has left in them: bookmarks are dropped,
/// bold lines that were glued together stand alone, a form feed is a line of its own ("\f").
std::vector<std::string> transcript_lines(std::string_view text);

/// "## Bakgrund" -> {2, "Bakgrund"}
struct MarkedHeading {
  int level = 1;
  std::string_view text;
};
std::optional<MarkedHeading> marked_heading(std::string_view line);

/// "  - Att godkänna" -> {"-", level 1, "Att godkänna"}; also "1.", "2)", "a)", "•".
struct MarkedItem {
  std::string_view marker;
  int level = 0;
  std::string_view text;
};
std::optional<MarkedItem> marked_item(std::string_view line);

/// "---", "***", "____": parts what stands above from what stands below.
bool is_rule_line(std::string_view line);

/// The text of a note, after its printed number.
struct NoteText {
  int number = 0;
  std::string text;
};
/// "<sup>1</sup> SOU 2017:47", "¹ SOU 2017:47", "[^1]: SOU 2017:47"
std::optional<NoteText> note_line(std::string_view line);
/// Takes the notes out that stand within a line as "[2:  SOU 2017:47]".
std::vector<NoteText> take_inline_notes(std::string& line);

/// Whether blanks set parts of a line off as columns: three or more between words, or eight before
/// the first.
bool has_columns(std::string_view line);

/// Whether a line is nothing but a web address or a link.
bool is_address(std::string_view line);

}  // namespace diarium
