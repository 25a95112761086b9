#pragma once

#include <algorithm>
#include <initializer_list>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "pipeline/read/docx_content.h"
#include "pipeline/read/docx_styles.h"
#include "pipeline/read/docx_text.h"

// Private to DocxTextReader, whose sources share it.
namespace diarium {

inline bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The paragraphs of a block, for places that hold nothing else: tables within them are read row by
// row, drawings box by box.
void append_paragraphs(DocxBlock block, std::vector<DocxParagraph>& paragraphs);

// What holds for all that stands within an element.
struct DocxTextReader::Place {
  bool inserted = false;
  bool deleted = false;
  bool on_page = false;  // in the text that runs from page to page
  bool drawn = false;    // text boxes are read with the drawing that they belong to
  int depth = 0;
  pugi::xml_node change_mark = {};  // of the innermost tracked change: it has author and date

  [[nodiscard]] Place within(const pugi::xml_node& element) const {
    const std::string_view name = local_name(element);
    const bool inserts = is_one_of(name, {"ins", "moveTo"});
    const bool deletes = is_one_of(name, {"del", "moveFrom"});
    Place place = *this;
    place.inserted = inserted || inserts;
    place.deleted = deleted || deletes;
    if (inserts || deletes) place.change_mark = element;
    ++place.depth;
    return place;
  }
  [[nodiscard]] Place aside() const {
    Place place = *this;
    place.on_page = false;
    return place;
  }
  [[nodiscard]] Place with_text_drawn() const {
    Place place = *this;
    place.drawn = true;
    return place;
  }
  // As w:pPr/w:rPr and w:trPr say it of a paragraph's end and of a row.
  [[nodiscard]] Place marked(const pugi::xml_node& properties) const {
    Place place = *this;
    for (const pugi::xml_node& node : properties.children()) place = place.within(node);
    place.depth = depth;
    return place;
  }
  [[nodiscard]] DocxChange change() const {
    if (deleted) return DocxChange::deleted;
    return inserted ? DocxChange::inserted : DocxChange::none;
  }
};

}  // namespace diarium
