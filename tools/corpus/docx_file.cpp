#include "tools/corpus/docx_file.h"

#include <fmt/format.h>
#include <zip.h>

#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "models/unicode.h"
#include "tools/corpus/rich_text.h"
#include "tools/corpus/source_text.h"

namespace diarium::corpus {
namespace {

constexpr const char* kWordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelationSpace =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* kOfficeRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kWordTypes =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr time_t kModified = 1709280000;  // 2024-03-01: the same source must give the same bytes

enum class ListKind { none, numbered, bulleted };

/// One paragraph or one row of a table, in the order of the source.
struct Part {
  std::vector<RichText> texts;  ///< of a row: its cells
  bool row = false;
  bool last_row = false;
  int heading = 0;
  bool bold = false;
  bool italic = false;
  ListKind list = ListKind::none;
  std::string marker;
};

void append_signers(const Block& block, const Directive& signatures, std::vector<Part>& parts) {
  if (signatures.has("group")) parts.push_back({.texts = {parse_rich(signatures.value("group"))}});
  for (const std::string& line : block.lines) {
    std::string text;
    for (const std::string& part : split_outside_braces(line, "|")) {
      text += (text.empty() ? "" : "\n") + part;
    }
    parts.push_back({.texts = {parse_rich(text)}});
  }
}

Part part_of(const Block& block) {
  std::string markup = joined_lines(block.lines);
  Part part{.bold = block.directive("look") != nullptr && block.directive("look")->has("bold"),
            .italic = block.directive("instruction") != nullptr};
  while (part.heading < 4 && markup.starts_with('#')) {
    markup.erase(0, 1);
    ++part.heading;
  }
  if (const std::size_t marker = list_marker_length(markup); marker > 0 && part.heading == 0) {
    part.marker = trim(markup.substr(0, marker));
    part.list = is_digit(first_point(markup)) ? ListKind::numbered : ListKind::bulleted;
    markup.erase(0, marker);
  }
  part.texts.push_back(parse_rich(trim(markup)));
  return part;
}

std::vector<Part> parts_of(const std::vector<Block>& blocks) {
  std::vector<Part> parts;
  for (const Block& block : blocks) {
    if (block.lines.empty() || block.directive("note") != nullptr) continue;
    if (const Directive* signatures = block.directive("signatures")) {
      append_signers(block, *signatures, parts);
    } else if (block.directive("table") != nullptr) {
      for (const std::string& line : block.lines) {
        Part row{.row = true, .last_row = &line == &block.lines.back()};
        for (const std::string& cell : split_outside_braces(line, "|")) {
          row.texts.push_back(parse_rich(cell));
        }
        parts.push_back(std::move(row));
      }
    } else {
      parts.push_back(part_of(block));
    }
  }
  return parts;
}

std::vector<std::string> notes_of(const std::vector<Block>& blocks) {
  std::vector<std::string> notes;
  for (const Block& block : blocks) {
    if (block.directive("note") != nullptr) notes.push_back(joined_lines(block.lines));
  }
  return notes;
}

void append_run(pugi::xml_node paragraph, const Style& style, const std::string& text) {
  pugi::xml_node run = paragraph.append_child("w:r");
  pugi::xml_node look = run.append_child("w:rPr");
  if (style.bold) look.append_child("w:b");
  if (style.italic) look.append_child("w:i");
  if (style.struck) look.append_child("w:strike");
  if (style.underlined) look.append_child("w:u").append_attribute("w:val") = "single";
  std::istringstream lines(text);
  bool first = true;
  for (std::string line; std::getline(lines, line); first = false) {
    if (!first) run.append_child("w:br");
    pugi::xml_node words = run.append_child("w:t");
    words.append_attribute("xml:space") = "preserve";
    words.text().set(line.c_str());
  }
}

void append_note_reference(pugi::xml_node paragraph, const std::string& marker) {
  pugi::xml_node run = paragraph.append_child("w:r");
  run.append_child("w:rPr").append_child("w:vertAlign").append_attribute("w:val") = "superscript";
  run.append_child("w:footnoteReference").append_attribute("w:id") = marker.c_str();
}

/// The text cut where its style changes; note markers become references.
void append_runs(pugi::xml_node paragraph, const RichText& text, const Style& base) {
  std::size_t at = 0;
  while (at < text.text.size()) {
    const Style style = text.style_at(at);
    std::size_t end = at;
    while (end < text.text.size() && text.style_at(end) == style) ++end;
    const std::string bytes(text.slice({at, end}));
    if (style.superscript) {
      append_note_reference(paragraph, bytes);
    } else {
      Style shown = style;
      shown.bold = shown.bold || base.bold;
      shown.italic = shown.italic || base.italic;
      append_run(paragraph, shown, bytes);
    }
    at = end;
  }
}

void append_paragraph(pugi::xml_node parent, const Part& part, const RichText& text) {
  pugi::xml_node paragraph = parent.append_child("w:p");
  pugi::xml_node properties = paragraph.append_child("w:pPr");
  if (part.heading > 0) {
    properties.append_child("w:pStyle").append_attribute("w:val") =
        fmt::format("Rubrik{}", part.heading).c_str();
  }
  if (part.list != ListKind::none) {
    pugi::xml_node numbering = properties.append_child("w:numPr");
    numbering.append_child("w:ilvl").append_attribute("w:val") = 0;
    numbering.append_child("w:numId").append_attribute("w:val") =
        part.list == ListKind::numbered ? 1 : 2;
  }
  append_runs(paragraph, text, {.bold = part.bold, .italic = part.italic});
}

pugi::xml_node start_table(pugi::xml_node body) {
  pugi::xml_node table = body.append_child("w:tbl");
  pugi::xml_node borders = table.append_child("w:tblPr").append_child("w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    pugi::xml_node border = borders.append_child(side);
    border.append_attribute("w:val") = "single";
    border.append_attribute("w:sz") = 4;
  }
  return table;
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

std::string document_xml(const std::vector<Part>& parts) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("w:document");
  root.append_attribute("xmlns:w") = kWordSpace;
  pugi::xml_node body = root.append_child("w:body");
  pugi::xml_node table;
  for (const Part& part : parts) {
    if (!part.row) {
      append_paragraph(body, part, part.texts[0]);
      continue;
    }
    if (!table) table = start_table(body);
    pugi::xml_node row = table.append_child("w:tr");
    for (const RichText& cell : part.texts) append_paragraph(row.append_child("w:tc"), part, cell);
    if (part.last_row) table = {};
  }
  return text_of(document);
}

std::string footnotes_xml(const std::vector<std::string>& notes) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("w:footnotes");
  root.append_attribute("xmlns:w") = kWordSpace;
  for (std::size_t at = 0; at < notes.size(); ++at) {
    pugi::xml_node note = root.append_child("w:footnote");
    note.append_attribute("w:id") = at + 1;
    append_runs(note.append_child("w:p"), parse_rich(notes[at]), {});
  }
  return text_of(document);
}

std::string styles_xml() {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("w:styles");
  root.append_attribute("xmlns:w") = kWordSpace;
  for (int level = 1; level <= 4; ++level) {
    pugi::xml_node style = root.append_child("w:style");
    style.append_attribute("w:type") = "paragraph";
    style.append_attribute("w:styleId") = fmt::format("Rubrik{}", level).c_str();
    style.append_child("w:name").append_attribute("w:val") =
        fmt::format("heading {}", level).c_str();
    style.append_child("w:pPr").append_child("w:outlineLvl").append_attribute("w:val") = level - 1;
    pugi::xml_node look = style.append_child("w:rPr");
    look.append_child("w:b");
    look.append_child("w:sz").append_attribute("w:val") = 36 - 4 * level;
  }
  return text_of(document);
}

std::string numbering_xml() {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("w:numbering");
  root.append_attribute("xmlns:w") = kWordSpace;
  for (int kind = 1; kind <= 2; ++kind) {
    pugi::xml_node list = root.append_child("w:abstractNum");
    list.append_attribute("w:abstractNumId") = kind;
    pugi::xml_node level = list.append_child("w:lvl");
    level.append_attribute("w:ilvl") = 0;
    level.append_child("w:start").append_attribute("w:val") = 1;
    level.append_child("w:numFmt").append_attribute("w:val") = kind == 1 ? "decimal" : "bullet";
    level.append_child("w:lvlText").append_attribute("w:val") = kind == 1 ? "%1." : "-";
  }
  for (int kind = 1; kind <= 2; ++kind) {
    pugi::xml_node number = root.append_child("w:num");
    number.append_attribute("w:numId") = kind;
    number.append_child("w:abstractNumId").append_attribute("w:val") = kind;
  }
  return text_of(document);
}

std::string content_types_xml() {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("Types");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
  const auto ending = [&](const char* extension, const char* type) {
    pugi::xml_node node = root.append_child("Default");
    node.append_attribute("Extension") = extension;
    node.append_attribute("ContentType") = type;
  };
  ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
  ending("xml", "application/xml");
  for (const char* name : {"document.main", "styles", "numbering", "footnotes"}) {
    pugi::xml_node node = root.append_child("Override");
    const std::string file = std::string(name).substr(0, std::string(name).find('.'));
    node.append_attribute("PartName") = ("/word/" + file + ".xml").c_str();
    node.append_attribute("ContentType") = (kWordTypes + std::string(name) + "+xml").c_str();
  }
  return text_of(document);
}

std::string relations_xml(const std::vector<std::pair<std::string, std::string>>& targets) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("Relationships");
  root.append_attribute("xmlns") = kRelationSpace;
  int number = 0;
  for (const auto& [kind, target] : targets) {
    pugi::xml_node relation = root.append_child("Relationship");
    relation.append_attribute("Id") = fmt::format("rId{}", ++number).c_str();
    relation.append_attribute("Type") = (kOfficeRelations + kind).c_str();
    relation.append_attribute("Target") = target.c_str();
  }
  return text_of(document);
}

using Members = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Members& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : members) {
    zip_source_t* member = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), member, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("cannot write a DOCX member: " + name);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), kModified, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("cannot write a DOCX");
  zip_source_open(buffer);
  zip_source_seek(buffer, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(buffer)), '\0');
  zip_source_seek(buffer, 0, SEEK_SET);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

}  // namespace

std::string docx_of(std::string_view source) {
  const std::vector<Block> blocks = parse_blocks(source);
  return zipped({{"[Content_Types].xml", content_types_xml()},
                 {"_rels/.rels", relations_xml({{"officeDocument", "word/document.xml"}})},
                 {"word/_rels/document.xml.rels", relations_xml({{"styles", "styles.xml"},
                                                                 {"numbering", "numbering.xml"},
                                                                 {"footnotes", "footnotes.xml"}})},
                 {"word/document.xml", document_xml(parts_of(blocks))},
                 {"word/styles.xml", styles_xml()},
                 {"word/numbering.xml", numbering_xml()},
                 {"word/footnotes.xml", footnotes_xml(notes_of(blocks))}});
}

Truth docx_truth(Truth typeset, std::string_view source) {
  const std::vector<Block> blocks = parse_blocks(source);
  TruthPage page;
  const auto add = [&page](Zone zone, const std::string& text) {
    page.lines[static_cast<std::size_t>(zone)].push_back({{.text = text}});
  };
  for (const Part& part : parts_of(blocks)) {
    for (const RichText& text : part.texts) {
      std::istringstream lines(text.text);
      bool first = true;
      for (std::string line; std::getline(lines, line); first = false) {
        add(Zone::body, first && !part.marker.empty() ? part.marker + " " + line : line);
      }
    }
  }
  const std::vector<std::string> notes = notes_of(blocks);
  for (std::size_t at = 0; at < notes.size(); ++at) {
    add(Zone::notes, fmt::format("{} {}", at + 1, parse_rich(notes[at]).text));
  }
  typeset.pages = {std::move(page)};
  for (Document& document : typeset.documents) document.first_page = document.last_page = 1;
  for (TruthRecord& record : typeset.records) {
    record.page = 1;
    record.box = {};
    if (auto* table = std::get_if<TableRecord>(&record.record)) table->pages = {1};
    if (auto* note = std::get_if<Footnote>(&record.record)) note->anchor_page = 1;
  }
  return typeset;
}

}  // namespace diarium::corpus
