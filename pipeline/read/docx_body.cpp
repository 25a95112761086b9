#include "pipeline/read/docx_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

#include "models/unicode.h"
#include "pipeline/read/docx_numbering.h"
#include "pipeline/read/docx_styles.h"
#include "pipeline/read/symbols.h"

namespace diarium {
namespace {

constexpr int kDeepestNesting = 64;
constexpr double kTwipsPerPoint = 20;
constexpr double kDefaultSize = 10;  // points, where neither run nor style nor document says

enum class Change { none, inserted, deleted };

Change change_of(std::string_view element, Change outer) {
  if (element == "del" || element == "moveFrom" || outer == Change::deleted) return Change::deleted;
  if (element == "ins" || element == "moveTo") return Change::inserted;
  return outer;
}

char32_t point_of_hex(std::string_view hex) {
  char32_t point = 0;
  for (const char digit : hex.substr(0, 6)) {
    const int value = digit >= '0' && digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    if (value < 0 || value > 15) return 0;
    point = point * 16 + static_cast<char32_t>(value);
  }
  return point;
}

class BodyReader {
 public:
  BodyReader(DocxStyles styles, DocxNumbering numbering)
      : styles_(std::move(styles)), numbering_(std::move(numbering)) {}

  std::vector<DocxBlock> blocks_of(const pugi::xml_node& container) {
    std::vector<DocxBlock> blocks;
    add_blocks(container, Change::none, 0, blocks);
    return blocks;
  }

  std::vector<DocxParagraph> paragraphs_of(const pugi::xml_node& container) {
    std::vector<DocxParagraph> paragraphs;
    for (DocxBlock& block : blocks_of(container)) flatten(std::move(block), paragraphs);
    return paragraphs;
  }

  /// The ids of the notes whose markers were read, in printed order: note n is notes()[n - 1].
  struct NoteId {
    bool endnote = false;
    int id = 0;
  };
  [[nodiscard]] const std::vector<NoteId>& notes() const { return notes_; }

 private:
  void add_blocks(const pugi::xml_node& container, Change change, int depth,
                  std::vector<DocxBlock>& blocks) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& node : container.children()) {
      const std::string_view name = local_name(node);
      if (name == "p") {
        add_paragraph(node, change, depth, blocks);
      } else if (name == "tbl") {
        blocks.emplace_back(table_of(node, change, depth));
      } else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "del" ||
                 name == "moveTo" || name == "moveFrom" || name == "customXml" ||
                 name == "txbxContent") {
        add_blocks(node, change_of(name, change), depth + 1, blocks);
      }
    }
  }

  void add_paragraph(const pugi::xml_node& node, Change change, int depth,
                     std::vector<DocxBlock>& blocks) {
    const pugi::xml_node properties = child_of(node, "pPr");
    const DocxStyle style = styles_.style(attribute_of(child_of(properties, "pStyle"), "val"));
    DocxParagraph paragraph;
    paragraph.outline =
        number_of(child_of(properties, "outlineLvl"), "val").value_or(style.outline.value_or(-1));
    if (paragraph.outline > 8) paragraph.outline = -1;  // level 9 is Word's "body text"
    const pugi::xml_node own = child_of(properties, "numPr");
    const int list = number_of(child_of(own, "numId"), "val").value_or(style.list.value_or(0));
    paragraph.level = number_of(child_of(own, "ilvl"), "val").value_or(style.level.value_or(0));
    std::vector<DocxBlock> boxes;
    add_runs(node, style.letters, change, depth, paragraph, boxes);
    const bool empty = std::all_of(paragraph.runs.begin(), paragraph.runs.end(),
                                   [](const DocxRun& run) { return trim(run.text).empty(); });
    if (list > 0 && !empty) paragraph.marker = numbering_.next_marker(list, paragraph.level);
    blocks.emplace_back(std::move(paragraph));
    std::move(boxes.begin(), boxes.end(), std::back_inserter(blocks));
  }

  // Text boxes that hang on a paragraph become blocks after it.
  void add_runs(const pugi::xml_node& container, const DocxLetters& basis, Change change, int depth,
                DocxParagraph& paragraph, std::vector<DocxBlock>& boxes) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& node : container.children()) {
      const std::string_view name = local_name(node);
      if (name == "r") {
        add_run(node, basis, change, depth, paragraph, boxes);
      } else if (name == "ins" || name == "del" || name == "moveTo" || name == "moveFrom" ||
                 name == "hyperlink" || name == "smartTag" || name == "sdt" ||
                 name == "sdtContent" || name == "fldSimple" || name == "customXml" ||
                 name == "dir" || name == "bdo") {
        add_runs(node, basis, change_of(name, change), depth + 1, paragraph, boxes);
      }
    }
  }

  void add_run(const pugi::xml_node& node, const DocxLetters& basis, Change change, int depth,
               DocxParagraph& paragraph, std::vector<DocxBlock>& boxes) {
    const pugi::xml_node properties = child_of(node, "rPr");
    DocxLetters letters = letters_of(properties);
    if (const std::string_view id = attribute_of(child_of(properties, "rStyle"), "val");
        !id.empty()) {
      letters = letters.over(styles_.style(id).letters);
    }
    letters = letters.over(basis);
    if (letters.hidden.value_or(false)) return;
    DocxRun run{.style = letters.style(), .size = letters.size.value_or(kDefaultSize)};
    run.style.struck = run.style.struck || change == Change::deleted;
    run.style.underlined = run.style.underlined || change == Change::inserted;
    for (const pugi::xml_node& child : node.children())
      add_piece(child, depth, run, paragraph, boxes);
    if (letters.capitals.value_or(false)) run.text = to_upper(run.text);
    if (!run.text.empty()) paragraph.runs.push_back(std::move(run));
  }

  void add_piece(const pugi::xml_node& node, int depth, DocxRun& run, DocxParagraph& paragraph,
                 std::vector<DocxBlock>& boxes) {
    const std::string_view name = local_name(node);
    if (name == "t" || name == "delText") {
      run.text += node.text().get();
    } else if (name == "tab" || name == "ptab") {
      run.text += '\t';
    } else if (name == "br" || name == "cr") {
      run.text += attribute_of(node, "type") == "page" ? '\f' : '\n';
    } else if (name == "noBreakHyphen") {
      run.text += '-';
    } else if (name == "sym") {
      run.text += to_utf8(std::u32string(
          1, printed_symbol(point_of_hex(attribute_of(node, "char")), attribute_of(node, "font"))));
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      notes_.push_back({name == "endnoteReference", number_of(node, "id").value_or(0)});
      DocxRun marker = run;
      if (!run.text.empty())
        paragraph.runs.push_back(std::exchange(run, DocxRun{.style = run.style, .size = run.size}));
      marker.note = static_cast<int>(notes_.size());
      marker.text = std::to_string(marker.note);
      marker.style.superscript = true;
      paragraph.runs.push_back(std::move(marker));
    } else if (name == "AlternateContent") {
      // Both branches say the same, for new and for old programs.
      add_boxes(child_of(node, "Choice"), depth + 1, boxes);
    } else if (name == "drawing" || name == "pict" || name == "object") {
      add_boxes(node, depth + 1, boxes);
    }
  }

  void add_boxes(const pugi::xml_node& node, int depth, std::vector<DocxBlock>& boxes) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& child : node.children()) {
      if (local_name(child) == "txbxContent") {
        add_blocks(child, Change::none, depth + 1, boxes);
      } else {
        add_boxes(child, depth + 1, boxes);
      }
    }
  }

  DocxTable table_of(const pugi::xml_node& node, Change change, int depth) {
    DocxTable table;
    const pugi::xml_node properties = child_of(node, "tblPr");
    table.ruled =
        styles_.style(attribute_of(child_of(properties, "tblStyle"), "val")).ruled.value_or(false);
    for (const pugi::xml_node& side : child_of(properties, "tblBorders").children()) {
      const std::string_view kind = attribute_of(side, "val");
      table.ruled = table.ruled || (kind != "none" && kind != "nil");
    }
    for (const pugi::xml_node& column : child_of(node, "tblGrid").children()) {
      table.columns.push_back(number_of(column, "w").value_or(0) / kTwipsPerPoint);
    }
    add_rows(node, change, depth + 1, table);
    return table;
  }

  void add_rows(const pugi::xml_node& container, Change change, int depth, DocxTable& table) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& node : container.children()) {
      const std::string_view name = local_name(node);
      if (name == "tr") {
        const pugi::xml_node properties = child_of(node, "trPr");
        const Change row_change = child_of(properties, "del")   ? Change::deleted
                                  : child_of(properties, "ins") ? Change::inserted
                                                                : change;
        table.rows.emplace_back();
        add_cells(node, change_of({}, row_change), depth + 1, table);
      } else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "del") {
        add_rows(node, change_of(name, change), depth + 1, table);
      }
    }
  }

  void add_cells(const pugi::xml_node& container, Change change, int depth, DocxTable& table) {
    if (depth > kDeepestNesting) return;
    for (const pugi::xml_node& node : container.children()) {
      const std::string_view name = local_name(node);
      if (name == "sdt" || name == "sdtContent") add_cells(node, change, depth + 1, table);
      if (name != "tc") continue;
      const pugi::xml_node properties = child_of(node, "tcPr");
      DocxCell cell;
      cell.column_span =
          std::clamp(number_of(child_of(properties, "gridSpan"), "val").value_or(1), 1, 64);
      const pugi::xml_node merge = child_of(properties, "vMerge");
      cell.goes_on = merge && attribute_of(merge, "val") != "restart";
      for (const pugi::xml_node& side : child_of(properties, "tcBorders").children()) {
        const std::string_view kind = attribute_of(side, "val");
        table.ruled = table.ruled || (kind != "none" && kind != "nil");
      }
      std::vector<DocxBlock> blocks;
      add_blocks(node, change, depth + 1, blocks);
      for (DocxBlock& block : blocks) flatten(std::move(block), cell.paragraphs);
      table.rows.back().push_back(std::move(cell));
    }
  }

  // A table within a cell is read row by row.
  static void flatten(DocxBlock block, std::vector<DocxParagraph>& paragraphs) {
    if (auto* const paragraph = std::get_if<DocxParagraph>(&block)) {
      paragraphs.push_back(std::move(*paragraph));
      return;
    }
    for (auto& row : std::get<DocxTable>(block).rows) {
      for (DocxCell& cell : row) {
        std::move(cell.paragraphs.begin(), cell.paragraphs.end(), std::back_inserter(paragraphs));
      }
    }
  }

  DocxStyles styles_;
  DocxNumbering numbering_;
  std::vector<NoteId> notes_;
};

Result<std::unique_ptr<pugi::xml_document>> xml_of(DocxPackage& package,
                                                   const std::string& member) {
  const Result<std::string> bytes = package.read(member);
  if (!bytes) return tl::unexpected(bytes.error());
  auto document = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result parsed = document->load_buffer(
      bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) {
    return tl::unexpected(
        Error{ErrorCode::damaged, fmt::format("{}: {}", member, parsed.description()), {}, 0});
  }
  return document;
}

// A member that a document can do without; an empty one where it is missing or broken.
std::unique_ptr<pugi::xml_document> optional_xml(DocxPackage& package, const std::string& member) {
  if (package.has(member)) {
    if (auto document = xml_of(package, member)) return *std::move(document);
  }
  return std::make_unique<pugi::xml_document>();
}

// Where a relation of the document leads: "word/header1.xml".
std::string target_of(const pugi::xml_document& relations, std::string_view id) {
  for (const pugi::xml_node& relation : relations.first_child().children()) {
    if (attribute_of(relation, "Id") == id)
      return fmt::format("word/{}", attribute_of(relation, "Target"));
  }
  return {};
}

// The header or footer that the first page shows.
std::vector<DocxParagraph> margin_text(DocxPackage& package, const pugi::xml_node& section,
                                       std::string_view kind, BodyReader& reader) {
  const bool own_first_page = child_of(section, "titlePg");
  const std::string_view wanted = own_first_page ? "first" : "default";
  for (const pugi::xml_node& reference : section.children()) {
    if (local_name(reference) != kind || attribute_of(reference, "type") != wanted) continue;
    const auto relations = optional_xml(package, "word/_rels/document.xml.rels");
    const auto margin = optional_xml(package, target_of(*relations, attribute_of(reference, "id")));
    return reader.paragraphs_of(margin->document_element());
  }
  return {};
}

pugi::xml_node note_of(const pugi::xml_node& notes, int id) {
  for (const pugi::xml_node& note : notes.children()) {
    if (number_of(note, "id") == id) return note;
  }
  return {};
}

// The section that page 1 belongs to ends at the first w:sectPr in reading order.
pugi::xml_node first_section(const pugi::xml_node& body) {
  for (const pugi::xml_node& block : body.children()) {
    if (local_name(block) == "sectPr") return block;
    if (const pugi::xml_node section = child_of(child_of(block, "pPr"), "sectPr")) return section;
  }
  return {};
}

}  // namespace

Result<DocxContent> read_docx_body(DocxPackage& package) {
  const auto document = xml_of(package, "word/document.xml");
  if (!document) return tl::unexpected(document.error());
  const pugi::xml_node body = child_of((*document)->document_element(), "body");
  if (!body) return tl::unexpected(Error{ErrorCode::damaged, "a document without a body", {}, 0});
  const auto styles = optional_xml(package, "word/styles.xml");
  const auto numbering = optional_xml(package, "word/numbering.xml");
  const auto footnotes = optional_xml(package, "word/footnotes.xml");
  const auto endnotes = optional_xml(package, "word/endnotes.xml");

  BodyReader reader(DocxStyles(styles->document_element()),
                    DocxNumbering(numbering->document_element()));
  DocxContent content;
  content.blocks = reader.blocks_of(body);
  const auto notes = reader.notes();
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const pugi::xml_node all =
        notes[i].endnote ? endnotes->document_element() : footnotes->document_element();
    const int number = static_cast<int>(i) + 1;
    content.notes[number] = {std::to_string(number),
                             reader.paragraphs_of(note_of(all, notes[i].id))};
  }
  content.header = margin_text(package, first_section(body), "headerReference", reader);
  content.footer = margin_text(package, first_section(body), "footerReference", reader);
  return content;
}

}  // namespace diarium
