#pragma once

#include <cstddef>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/docx_content.h"
#include "pipeline/read/docx_numbering.h"
#include "pipeline/read/docx_styles.h"

namespace diarium {

/// How foot- or endnotes are counted.
struct DocxNoteCount {
  std::string format;  ///< "decimal", "lowerRoman"
  int next = 1;
};

/// Which note a marker calls, by the id that the notes' member gives it.
struct DocxNoteCall {
  bool endnote = false;
  int id = 0;
  std::string marker;  ///< as it is printed; empty where the author typed one
};

/// Where a section ends and what it says of its pages.
struct DocxSectionEnd {
  std::size_t after_block = 0;  ///< blocks before it, of all blocks read so far
  pugi::xml_node properties;    ///< w:sectPr
};

/// Reads paragraphs and tables from Word's XML, counting list items and notes as they come.
///
/// Deleted and inserted text are both kept and say so; text that was inserted and deleted again
/// stands in no version of the document and is left out, as are hidden text, instructions of fields
/// and the prompts that content controls show until they are filled in. A text box is read once,
/// after the paragraph that it hangs on; boxes and lines that may be a chart stay one drawing. A
/// page begins where the word processor has stored that it began one when it last printed, and
/// where the author asked for one.
class DocxTextReader {
 public:
  DocxTextReader(DocxStyles styles, DocxNumbering numbering, DocxNoteCount footnotes,
                 DocxNoteCount endnotes);

  /// Of the body. `sections`: the w:sectPr of all sections, in order.
  std::vector<DocxBlock> blocks_of(const pugi::xml_node& body,
                                   std::vector<pugi::xml_node> sections);
  /// Of a header, a footer, a note; page breaks mean nothing there.
  std::vector<DocxParagraph> paragraphs_of(const pugi::xml_node& container);

  [[nodiscard]] const std::vector<DocxNoteCall>& calls() const { return calls_; }
  /// Something was nested more deeply, or a row had more cells, than in any honest document, and is
  /// left out.
  [[nodiscard]] bool cut() const { return cut_; }
  [[nodiscard]] const std::vector<DocxSectionEnd>& section_ends() const { return section_ends_; }

 private:
  struct Place;
  bool is_too_deep(const Place& place);
  void add_blocks(const pugi::xml_node& container, const Place& place,
                  std::vector<DocxBlock>& blocks);
  void add_paragraph(const pugi::xml_node& node, const Place& place,
                     std::vector<DocxBlock>& blocks);
  void end_section(const pugi::xml_node& properties, std::size_t blocks);
  void add_runs(const pugi::xml_node& container, const DocxLetters& basis, const Place& place,
                DocxParagraph& paragraph, std::vector<DocxBlock>& boxes);
  void add_run(const pugi::xml_node& node, const DocxLetters& basis, const Place& place,
               DocxParagraph& paragraph, std::vector<DocxBlock>& boxes);
  void add_piece(const pugi::xml_node& node, const Place& place, DocxRun& run,
                 DocxParagraph& paragraph, std::vector<DocxBlock>& boxes);
  void break_page(const Place& place, DocxRun& run);
  void call_note(const pugi::xml_node& node, DocxRun& run, DocxParagraph& paragraph);
  bool add_drawing(const pugi::xml_node& paragraph, const Place& place,
                   std::vector<DocxBlock>& boxes);
  void add_boxes(const pugi::xml_node& node, const Place& place, std::vector<DocxBlock>& boxes);
  static void add_picture(const pugi::xml_node& node, std::vector<DocxBlock>& boxes);
  DocxTable table_of(const pugi::xml_node& node, const Place& place);
  void add_rows(const pugi::xml_node& container, const Place& place, DocxTable& table);
  void add_cells(const pugi::xml_node& container, const Place& place, DocxTable& table);
  void take_breaks(DocxRow& row);

  DocxStyles styles_;
  DocxNumbering numbering_;
  DocxNoteCount footnotes_;
  DocxNoteCount endnotes_;
  std::vector<DocxNoteCall> calls_;
  std::vector<pugi::xml_node> sections_;
  std::map<pugi::xml_node, std::size_t> section_numbers_;  // indices into `sections_`
  std::vector<DocxSectionEnd> section_ends_;
  std::set<pugi::xml_node> drawn_;  // paragraphs whose figures stand in a drawing
  bool fresh_page_ = true;          // nothing stands on the page yet
  bool cut_ = false;
  bool page_is_due_ = false;  // what comes next begins a page
};

}  // namespace diarium
