#include "pipeline/read/docx_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/date.h"
#include "models/unicode.h"
#include "pipeline/read/docx_bookmarks.h"
#include "pipeline/read/docx_text_place.h"
#include "pipeline/read/symbols.h"

namespace diarium {
namespace {

constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostCells = 1'000;  // of a row; Word sets no more than 63
constexpr double kTwipsPerPoint = 20;
constexpr double kDefaultSize = 10;  // points, where neither run nor style nor document says

char32_t point_of_hex(std::string_view hex) {
  char32_t point = 0;
  for (const char digit : hex.substr(0, 6)) {
    const int value = digit >= '0' && digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    if (value < 0 || value > 15) return 0;
    point = point * 16 + static_cast<char32_t>(value);
  }
  return point;
}

bool is_switched_on(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node node = child_of(properties, name);
  return node && !is_one_of(attribute_of(node, "val"), {"0", "false", "off"});
}

// Its text is a prompt of the template, or the caption of a button that asks to be clicked.
bool is_prompt(const pugi::xml_node& node) {
  return is_switched_on(child_of(node, "sdtPr"), "showingPlcHdr") ||
         trim(attribute_of(node, "instr")).starts_with("MACROBUTTON");
}

bool has_borders(const pugi::xml_node& borders) {
  const auto sides = borders.children();
  return std::any_of(sides.begin(), sides.end(), [](const pugi::xml_node& side) {
    return !is_one_of(attribute_of(side, "val"), {"none", "nil"});
  });
}

// Who made a tracked change, and on which day: "2024-05-14T10:22:00Z".
void tell_change(const pugi::xml_node& mark, DocxRun& run) {
  constexpr std::size_t kDay = 10;
  std::string author = squeeze_blanks(to_nfc(attribute_of(mark, "author")));
  if (author.size() <= kLongestAuthor && is_utf8(author)) run.author = std::move(author);
  const std::string_view day = attribute_of(mark, "date").substr(0, kDay);
  if (date_of_iso(day)) run.made_on = day;
}

}  // namespace

bool DocxTextReader::is_too_deep(const Place& place) {
  cut_ = cut_ || place.depth > kDeepestNesting;
  return place.depth > kDeepestNesting;
}

DocxTextReader::DocxTextReader(DocxStyles styles, DocxNumbering numbering, DocxNoteCount footnotes,
                               DocxNoteCount endnotes)
    : styles_(std::move(styles)),
      numbering_(std::move(numbering)),
      footnotes_(std::move(footnotes)),
      endnotes_(std::move(endnotes)) {}

std::vector<DocxBlock> DocxTextReader::blocks_of(const pugi::xml_node& body,
                                                 std::vector<pugi::xml_node> sections) {
  for (std::size_t i = 0; i < sections.size(); ++i) section_numbers_.try_emplace(sections[i], i);
  sections_ = std::move(sections);
  std::vector<DocxBlock> blocks;
  add_blocks(body, Place{.on_page = true}, blocks);
  return blocks;
}

std::vector<DocxParagraph> DocxTextReader::paragraphs_of(const pugi::xml_node& container) {
  std::vector<DocxBlock> blocks;
  add_blocks(container, Place{}, blocks);
  std::vector<DocxParagraph> paragraphs;
  for (DocxBlock& block : blocks) append_paragraphs(std::move(block), paragraphs);
  return paragraphs;
}

void DocxTextReader::add_blocks(const pugi::xml_node& container, const Place& place,
                                std::vector<DocxBlock>& blocks) {
  if (is_too_deep(place)) return;
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view name = local_name(node);
    if (name == "p") {
      add_paragraph(node, place, blocks);
    } else if (name == "tbl") {
      blocks.emplace_back(table_of(node, place));
    } else if (name == "AlternateContent") {
      add_blocks(chosen_branch(node), place.within(node), blocks);
    } else if (is_one_of(name, {"sdt", "sdtContent", "ins", "del", "moveTo", "moveFrom",
                                "customXml", "txbxContent"}) &&
               !is_prompt(node)) {
      add_blocks(node, place.within(node), blocks);
    }
  }
}

void DocxTextReader::add_paragraph(const pugi::xml_node& node, const Place& place,
                                   std::vector<DocxBlock>& blocks) {
  const pugi::xml_node properties = child_of(node, "pPr");
  const DocxStyle style = styles_.style(attribute_of(child_of(properties, "pStyle"), "val"));
  DocxParagraph paragraph;
  paragraph.outline =
      number_of(child_of(properties, "outlineLvl"), "val").value_or(style.outline.value_or(-1));
  if (paragraph.outline > 8) paragraph.outline = -1;  // level 9 is Word's "body text"
  paragraph.mark = place.marked(child_of(properties, "rPr")).change();
  if (place.on_page) {
    const bool asked = is_switched_on(properties, "pageBreakBefore") && !fresh_page_;
    paragraph.starts_page = std::exchange(page_is_due_, false) || asked;
    fresh_page_ = fresh_page_ || paragraph.starts_page;
  }
  const pugi::xml_node own = child_of(properties, "numPr");
  const int list = number_of(child_of(own, "numId"), "val").value_or(style.list.value_or(0));
  paragraph.level = number_of(child_of(own, "ilvl"), "val").value_or(style.level.value_or(0));
  std::vector<DocxBlock> boxes;
  const bool drawn = add_drawing(node, place, boxes);
  add_runs(node, style.letters, drawn ? place.with_text_drawn() : place, paragraph, boxes);
  if (list > 0 && has_text(paragraph))
    paragraph.marker = numbering_.next_marker(list, paragraph.level);
  paragraph.bookmarks = bookmarks_of(node, paragraph);
  blocks.emplace_back(std::move(paragraph));
  std::move(boxes.begin(), boxes.end(), std::back_inserter(blocks));
  if (const pugi::xml_node section = child_of(properties, "sectPr"))
    end_section(section, blocks.size());
}

// How a section begins is said where it ends, with the rest of its properties.
void DocxTextReader::end_section(const pugi::xml_node& properties, std::size_t blocks) {
  const auto found = section_numbers_.find(properties);
  if (found == section_numbers_.end()) return;
  section_ends_.push_back({blocks, properties});
  const std::size_t next = found->second + 1;
  if (next == sections_.size()) return;
  const std::string_view begins = attribute_of(child_of(sections_[next], "type"), "val");
  if (is_one_of(begins, {"continuous", "nextColumn"}) || fresh_page_) return;
  page_is_due_ = fresh_page_ = true;
}

// Text boxes that hang on a paragraph become blocks after it.
void DocxTextReader::add_runs(const pugi::xml_node& container, const DocxLetters& basis,
                              const Place& place, DocxParagraph& paragraph,
                              std::vector<DocxBlock>& boxes) {
  if (is_too_deep(place)) return;
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view name = local_name(node);
    if (name == "r") {
      add_run(node, basis, place, paragraph, boxes);
    } else if (name == "AlternateContent") {
      add_runs(chosen_branch(node), basis, place.within(node), paragraph, boxes);
    } else if (is_one_of(name, {"ins", "del", "moveTo", "moveFrom", "hyperlink", "smartTag", "sdt",
                                "sdtContent", "fldSimple", "customXml", "dir", "bdo", "oMath",
                                "oMathPara"}) &&
               !is_prompt(node)) {
      add_runs(node, basis, place.within(node), paragraph, boxes);
    }
  }
}

void DocxTextReader::add_run(const pugi::xml_node& node, const DocxLetters& basis,
                             const Place& place, DocxParagraph& paragraph,
                             std::vector<DocxBlock>& boxes) {
  if (place.inserted && place.deleted) return;
  const pugi::xml_node properties = child_of(node, "rPr");
  DocxLetters letters = letters_of(properties);
  if (const std::string_view id = attribute_of(child_of(properties, "rStyle"), "val"); !id.empty())
    letters = letters.over(styles_.style(id).letters);
  letters = letters.over(basis);
  if (letters.hidden.value_or(false)) return;
  DocxRun run{.style = letters.style(),
              .size = letters.size.value_or(kDefaultSize),
              .change = place.change()};
  if (run.change != DocxChange::none) tell_change(place.change_mark, run);
  run.style.struck = run.style.struck || run.change == DocxChange::deleted;
  run.style.underlined = run.style.underlined || run.change == DocxChange::inserted;
  for (const pugi::xml_node& child : node.children())
    add_piece(child, place, run, paragraph, boxes);
  if (letters.capitals.value_or(false)) run.text = to_upper(run.text);
  if (!run.text.empty()) paragraph.runs.push_back(std::move(run));
}

void DocxTextReader::add_piece(const pugi::xml_node& node, const Place& place, DocxRun& run,
                               DocxParagraph& paragraph, std::vector<DocxBlock>& boxes) {
  const std::string_view name = local_name(node);
  if (name == "t" || name == "delText") {
    run.text += node.text().get();
    if (place.on_page) fresh_page_ = fresh_page_ && trim(node.text().get()).empty();
  } else if (name == "tab" || name == "ptab") {
    run.text += '\t';
  } else if (name == "br" && attribute_of(node, "type") == "page") {
    break_page(place, run);
  } else if (name == "lastRenderedPageBreak") {
    // Word stores one as well where the author asked for a new page.
    if (!fresh_page_) break_page(place, run);
  } else if (name == "br" || name == "cr") {
    run.text += '\n';
  } else if (name == "noBreakHyphen") {
    run.text += '-';
  } else if (name == "sym") {
    run.text += to_utf8(std::u32string(
        1, printed_symbol(point_of_hex(attribute_of(node, "char")), attribute_of(node, "font"))));
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    call_note(node, run, paragraph);
  } else if (name == "AlternateContent") {
    add_boxes(chosen_branch(node), place.aside().within(node), boxes);
  } else if (name == "drawing" || name == "pict" || name == "object") {
    add_boxes(node, place.aside().within(node), boxes);
  }
}

void DocxTextReader::break_page(const Place& place, DocxRun& run) {
  if (!place.on_page) return;
  run.text += '\f';
  fresh_page_ = true;
}

void DocxTextReader::call_note(const pugi::xml_node& node, DocxRun& run, DocxParagraph& paragraph) {
  const bool endnote = local_name(node) == "endnoteReference";
  const bool own_mark = is_one_of(attribute_of(node, "customMarkFollows"), {"1", "true", "on"});
  DocxNoteCount& count = endnote ? endnotes_ : footnotes_;
  calls_.push_back({.endnote = endnote,
                    .id = number_of(node, "id").value_or(0),
                    .marker = own_mark ? "" : numbered(count.next++, count.format)});
  DocxRun marker = run;
  if (!run.text.empty()) paragraph.runs.push_back(run);
  run.text.clear();
  marker.note = static_cast<int>(calls_.size());
  if (own_mark) {
    run = marker;  // what follows is the mark
    return;
  }
  marker.text = calls_.back().marker;
  marker.style.superscript = true;
  paragraph.runs.push_back(std::move(marker));
}

DocxTable DocxTextReader::table_of(const pugi::xml_node& node, const Place& place) {
  DocxTable table;
  const pugi::xml_node properties = child_of(node, "tblPr");
  table.ruled =
      styles_.style(attribute_of(child_of(properties, "tblStyle"), "val")).ruled.value_or(false) ||
      has_borders(child_of(properties, "tblBorders"));
  for (const pugi::xml_node& column : child_of(node, "tblGrid").children()) {
    table.columns.push_back(number_of(column, "w").value_or(0) / kTwipsPerPoint);
  }
  add_rows(node, place.within(node), table);
  return table;
}

void DocxTextReader::add_rows(const pugi::xml_node& container, const Place& place,
                              DocxTable& table) {
  if (is_too_deep(place)) return;
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view name = local_name(node);
    if (name == "tr") {
      const Place row = place.marked(child_of(node, "trPr"));
      table.rows.push_back({.cells = {}, .change = row.change()});
      add_cells(node, row.within(node), table);
      if (place.on_page) take_breaks(table.rows.back());
    } else if (is_one_of(name, {"sdt", "sdtContent", "ins", "del", "customXml"}) &&
               !is_prompt(node)) {
      add_rows(node, place.within(node), table);
    }
  }
}

void DocxTextReader::add_cells(const pugi::xml_node& container, const Place& place,
                               DocxTable& table) {
  if (is_too_deep(place)) return;
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view name = local_name(node);
    if (is_one_of(name, {"sdt", "sdtContent", "customXml"}) && !is_prompt(node))
      add_cells(node, place.within(node), table);
    if (name != "tc") continue;
    if (table.rows.back().cells.size() == kMostCells) {
      cut_ = true;
      return;
    }
    const pugi::xml_node properties = child_of(node, "tcPr");
    DocxCell cell;
    cell.column_span =
        std::clamp(number_of(child_of(properties, "gridSpan"), "val").value_or(1), 1, 64);
    const pugi::xml_node merge = child_of(properties, "vMerge");
    cell.goes_on = merge && attribute_of(merge, "val") != "restart";
    table.ruled = table.ruled || has_borders(child_of(properties, "tcBorders"));
    std::vector<DocxBlock> blocks;
    add_blocks(node, place.within(node), blocks);
    for (DocxBlock& block : blocks) append_paragraphs(std::move(block), cell.paragraphs);
    table.rows.back().cells.push_back(std::move(cell));
  }
}

// A row stays whole, on the page where it begins; what a later page has of it is left to the row
// after it.
void DocxTextReader::take_breaks(DocxRow& row) {
  row.starts_page = std::exchange(page_is_due_, false);
  for (DocxCell& cell : row.cells) {
    bool at_top = true;
    for (DocxParagraph& paragraph : cell.paragraphs) {
      row.starts_page = row.starts_page || (paragraph.starts_page && at_top);
      paragraph.starts_page = false;
      for (DocxRun& run : paragraph.runs) {
        const std::size_t at = run.text.find('\f');
        if (at != std::string::npos) {
          const bool first = at_top && trim(run.text.substr(0, at)).empty();
          row.starts_page = row.starts_page || first;
          page_is_due_ = page_is_due_ || !first;
          std::erase(run.text, '\f');
        }
        at_top = at_top && trim(run.text).empty();
      }
    }
  }
}

}  // namespace diarium
