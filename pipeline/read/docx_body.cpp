#include "pipeline/read/docx_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

#include "pipeline/read/docx_numbering.h"
#include "pipeline/read/docx_styles.h"
#include "pipeline/read/docx_text.h"

namespace diarium {
namespace {

constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostPictureBytes = std::size_t{64} << 20U;
// Points; a smaller picture is a logo.
constexpr double kLeastWidth = 110;
constexpr double kLeastHeight = 70;

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

// Where the relations of the document lead, by their ids: "word/header1.xml".
using Targets = std::map<std::string, std::string, std::less<>>;

Targets targets_of(const pugi::xml_node& relations) {
  Targets targets;
  for (const pugi::xml_node& relation : relations.children()) {
    const std::string_view target = attribute_of(relation, "Target");
    targets.try_emplace(
        std::string(attribute_of(relation, "Id")),
        target.starts_with('/') ? std::string(target.substr(1)) : fmt::format("word/{}", target));
  }
  return targets;
}

// Nothing where no relation has the id.
std::string target_of(const Targets& targets, std::string_view id) {
  const auto found = targets.find(id);
  return found == targets.end() ? std::string() : found->second;
}

std::map<int, pugi::xml_node> notes_by_id(const pugi::xml_node& notes) {
  std::map<int, pugi::xml_node> by_id;
  for (const pugi::xml_node& note : notes.children()) {
    if (const std::optional<int> id = number_of(note, "id")) by_id.try_emplace(*id, note);
  }
  return by_id;
}

// All w:sectPr of a body, in reading order; the last is that of the last section.
void add_sections(const pugi::xml_node& container, int depth,
                  std::vector<pugi::xml_node>& sections) {
  if (depth > kDeepestNesting) return;
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view name = local_name(node);
    if (name == "sectPr") sections.push_back(node);
    if (name == "p") {
      if (const pugi::xml_node section = child_of(child_of(node, "pPr"), "sectPr"))
        sections.push_back(section);
    } else if (name == "sdt" || name == "sdtContent" || name == "customXml") {
      add_sections(node, depth + 1, sections);
    }
  }
}

// The last word on how notes are counted stands in a section, the first in the settings.
DocxNoteCount count_of(const pugi::xml_node& settings, const std::vector<pugi::xml_node>& sections,
                       std::string_view kind, DocxNoteCount count) {
  for (const pugi::xml_node& place : {settings, sections.empty() ? settings : sections.front()}) {
    const pugi::xml_node properties = child_of(place, kind);
    const std::string_view format = attribute_of(child_of(properties, "numFmt"), "val");
    if (!format.empty()) count.format = format;
    count.next = std::clamp(number_of(child_of(properties, "numStart"), "val").value_or(count.next),
                            0, kHighestStart);
  }
  return count;
}

class DocumentReader {
 public:
  explicit DocumentReader(DocxPackage& package) : package_(package) {}

  DocxContent content_of(const pugi::xml_node& body) {
    std::vector<pugi::xml_node> sections;
    add_sections(body, 0, sections);
    targets_ = targets_of(member("word/_rels/document.xml.rels")->document_element());
    const Member styles = member("word/styles.xml");
    const Member numbering = member("word/numbering.xml");
    const Member settings = member("word/settings.xml");
    const auto count = [&](std::string_view kind, std::string format) {
      return count_of(settings->document_element(), sections, kind, {std::move(format)});
    };
    DocxTextReader reader(DocxStyles(styles->document_element()),
                          DocxNumbering(numbering->document_element()),
                          count("footnotePr", "decimal"), count("endnotePr", "lowerRoman"));
    DocxContent content;
    content.blocks = reader.blocks_of(body, sections);
    read_pictures(content.blocks);
    content.notes = notes_of(reader);
    content.margins = margins_of(sections, reader);
    content.incomplete = incomplete_ || reader.cut();
    return content;
  }

 private:
  using Member = std::unique_ptr<pugi::xml_document>;

  // A member that a document can do without; an empty one where it is missing or broken.
  Member member(const std::string& name) {
    if (!package_.has(name)) return std::make_unique<pugi::xml_document>();
    if (auto document = xml_of(package_, name)) return *std::move(document);
    incomplete_ = true;
    return std::make_unique<pugi::xml_document>();
  }

  std::map<int, DocxNote> notes_of(DocxTextReader& reader) {
    const Member footnotes = member("word/footnotes.xml");
    const Member endnotes = member("word/endnotes.xml");
    auto foot = notes_by_id(footnotes->document_element());
    auto end = notes_by_id(endnotes->document_element());
    const std::vector<DocxNoteCall> calls = reader.calls();  // a copy: notes may call notes
    std::map<int, DocxNote> notes;
    for (std::size_t i = 0; i < calls.size(); ++i) {
      auto& all = calls[i].endnote ? end : foot;
      const auto found = all.find(calls[i].id);
      DocxNote& note = notes[static_cast<int>(i) + 1];
      note = {.marker = calls[i].marker, .paragraphs = {}, .at_end = calls[i].endnote};
      if (found == all.end()) continue;
      note.paragraphs = reader.paragraphs_of(found->second);
      all.erase(found);  // a note is printed once
    }
    return notes;
  }

  // The bytes of the pictures that are large enough to hold text.
  void read_pictures(std::vector<DocxBlock>& blocks) {
    std::size_t left = kMostPictureBytes;
    for (DocxBlock& block : blocks) {
      auto* const picture = std::get_if<DocxPicture>(&block);
      if (picture == nullptr || picture->width < kLeastWidth || picture->height < kLeastHeight)
        continue;
      const Result<std::string> bytes = package_.read(target_of(targets_, picture->relation));
      if (!bytes || bytes->size() > left) continue;
      left -= bytes->size();
      picture->bytes = *bytes;
    }
  }

  std::vector<DocxMargins> margins_of(const std::vector<pugi::xml_node>& sections,
                                      DocxTextReader& reader) {
    std::vector<DocxMargins> margins;
    std::size_t first_block = 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      margins.push_back({.first_block = first_block,
                         .header = margin_of(sections[i], "headerReference", reader),
                         .footer = margin_of(sections[i], "footerReference", reader)});
      if (i < reader.section_ends().size()) first_block = reader.section_ends()[i].after_block;
    }
    return margins;
  }

  // The header or footer that the first page of a section shows.
  std::vector<DocxParagraph> margin_of(const pugi::xml_node& section, std::string_view kind,
                                       DocxTextReader& reader) {
    const bool own_first_page = child_of(section, "titlePg");
    const std::string_view wanted = own_first_page ? "first" : "default";
    for (const pugi::xml_node& reference : section.children()) {
      if (local_name(reference) != kind || attribute_of(reference, "type") != wanted) continue;
      const Member margin = member(target_of(targets_, attribute_of(reference, "id")));
      return reader.paragraphs_of(margin->document_element());
    }
    return {};
  }

  DocxPackage& package_;
  Targets targets_;
  bool incomplete_ = false;
};

}  // namespace

Result<DocxContent> read_docx_body(DocxPackage& package) {
  const auto document = xml_of(package, "word/document.xml");
  if (!document) return tl::unexpected(document.error());
  const pugi::xml_node body = child_of((*document)->document_element(), "body");
  if (!body) return tl::unexpected(Error{ErrorCode::damaged, "a document without a body", {}, 0});
  return DocumentReader(package).content_of(body);
}

}  // namespace diarium
