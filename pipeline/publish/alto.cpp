#include "pipeline/publish/alto.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <pugixml.hpp>
#include <tuple>
#include <vector>

#include "models/line_end.h"
#include "pipeline/publish/xml_file.h"

namespace diarium {
namespace {

constexpr double kTenthsOfMillimetre = 254.0 / kPointsPerInch;

std::string length(double points) {
  return fmt::format("{}", std::lround(std::max(points, 0.0) * kTenthsOfMillimetre));
}

void set_box(pugi::xml_node node, const Rect& box) {
  node.append_attribute("HPOS") = length(box.left).c_str();
  node.append_attribute("VPOS") = length(box.top).c_str();
  node.append_attribute("WIDTH") = length(box.width()).c_str();
  node.append_attribute("HEIGHT") = length(box.height()).c_str();
}

/// Size and style of a word, as ALTO lists them: once each.
struct Setting {
  long half_points = 0;
  std::string style;
  auto operator<=>(const Setting&) const = default;
};

Setting setting_of(const Word& word) {
  std::vector<std::string> styles;
  if (word.style.bold) styles.emplace_back("bold");
  if (word.style.italic) styles.emplace_back("italics");
  if (word.style.superscript) styles.emplace_back("superscript");
  if (word.style.underlined) styles.emplace_back("underline");
  if (word.style.struck) styles.emplace_back("strikethrough");
  return {std::lround(word.size * 2), fmt::format("{}", fmt::join(styles, " "))};
}

/// The two halves of a divided word know the whole.
struct Division {
  std::string whole;
  bool first = true;
};

/// Writes a page; ids count within it.
class AltoPage {
 public:
  AltoPage(const Page& page, std::span<const StoredRecord> records)
      : page_(page), records_(records) {
    find_divisions();
  }

  void write(pugi::xml_node alto) {
    write_styles(alto.append_child("Styles"));
    write_tags(alto);
    pugi::xml_node sheet = alto.append_child("Layout").append_child("Page");
    sheet.append_attribute("ID") = "page";
    sheet.append_attribute("PHYSICAL_IMG_NR") = page_.number;
    sheet.append_attribute("HEIGHT") = length(page_.height).c_str();
    sheet.append_attribute("WIDTH") = length(page_.width).c_str();
    sheet.append_attribute("PROCESSINGREFS") = "diarium";
    if (page_.origin != Origin::embedded) {
      sheet.append_attribute("PC") = fmt::format("{:.3f}", confidence_of(page_)).c_str();
    }
    write_blocks(sheet, "TopMargin", {BlockKind::running_head});
    write_blocks(sheet, "BottomMargin", {BlockKind::footer});
    write_blocks(sheet, "PrintSpace", {});
  }

 private:
  void find_divisions() {
    for (const Block& block : page_.blocks) {
      for (std::size_t i = block.lines.begin; i + 1 < block.lines.end; ++i) {
        const Span here = page_.lines[i].words;
        const Span below = page_.lines[i + 1].words;
        if (here.empty() || below.empty()) continue;
        const std::string& head = page_.words[here.end - 1].text;
        const std::string& tail = page_.words[below.begin].text;
        if (line_end_of(head, tail) != LineEnd::divided) continue;
        const std::string whole = std::string(without_hyphen(head)) + tail;
        divisions_[here.end - 1] = {whole, true};
        divisions_[below.begin] = {whole, false};
      }
    }
  }

  void write_styles(pugi::xml_node styles) {
    for (const Word& word : page_.words) settings_.try_emplace(setting_of(word), "");
    for (auto& [setting, id] : settings_) {
      id = fmt::format("style_{}", ++styles_);
      pugi::xml_node node = styles.append_child("TextStyle");
      node.append_attribute("ID") = id.c_str();
      node.append_attribute("FONTSIZE") =
          fmt::format("{}", static_cast<double>(setting.half_points) / 2).c_str();
      if (!setting.style.empty()) node.append_attribute("FONTSTYLE") = setting.style.c_str();
    }
  }

  void write_tags(pugi::xml_node alto) {
    if (records_.empty()) return;
    pugi::xml_node tags = alto.append_child("Tags");
    for (const StoredRecord& record : records_) {
      tags_.push_back(fmt::format("tag_{}", tags_.size() + 1));
      pugi::xml_node node = tags.append_child("StructureTag");
      node.append_attribute("ID") = tags_.back().c_str();
      node.append_attribute("TYPE") = std::string(kind_of(record.record)).c_str();
      node.append_attribute("LABEL") = record.id.c_str();
    }
  }

  /// Those of these kinds; with none named, those that stand in no margin.
  void write_blocks(pugi::xml_node sheet, const char* area, std::vector<BlockKind> kinds) {
    const auto belongs = [&kinds](BlockKind kind) {
      if (!kinds.empty()) return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
      return kind != BlockKind::running_head && kind != BlockKind::footer;
    };
    Rect box;
    for (const Block& block : page_.blocks) {
      if (belongs(block.kind)) box = united(box, block.box);
    }
    if (box.empty() && !kinds.empty()) return;
    pugi::xml_node space = sheet.append_child(area);
    set_box(space, box);
    for (const Block& block : page_.blocks) {
      if (belongs(block.kind) && !block.lines.empty()) write_block(space, block);
    }
  }

  void write_block(pugi::xml_node space, const Block& block) {
    pugi::xml_node node = space.append_child("TextBlock");
    node.append_attribute("ID") = fmt::format("block_{}", ++blocks_).c_str();
    set_box(node, block.box);
    for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
      write_line(node, page_.lines[i]);
    }
  }

  void write_line(pugi::xml_node block, const Line& line) {
    pugi::xml_node node = block.append_child("TextLine");
    node.append_attribute("ID") = fmt::format("line_{}", ++lines_).c_str();
    set_box(node, line.box);
    node.append_attribute("BASELINE") = length(line.baseline).c_str();
    const std::string tags = tags_of(line);
    if (!tags.empty()) node.append_attribute("TAGREFS") = tags.c_str();
    for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
      const bool apart = i > line.words.begin && !page_.words[i].joined;
      if (apart) node.append_child("SP");
      write_word(node, i);
    }
  }

  std::string tags_of(const Line& line) const {
    std::string tags;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (!records_[i].box.contains(line.box.centre())) continue;
      tags += (tags.empty() ? "" : " ") + tags_[i];
    }
    return tags;
  }

  void write_word(pugi::xml_node line, std::size_t index) {
    const Word& word = page_.words[index];
    const auto division = divisions_.find(index);
    const bool divided = division != divisions_.end();
    const bool head = divided && division->second.first;
    const std::string_view content = head ? without_hyphen(word.text) : word.text;
    pugi::xml_node node = line.append_child("String");
    node.append_attribute("ID") = fmt::format("word_{}", ++words_).c_str();
    node.append_attribute("CONTENT") = xml_text(content).c_str();
    set_box(node, word.box);
    node.append_attribute("STYLEREFS") = settings_.at(setting_of(word)).c_str();
    if (page_.origin != Origin::embedded) {
      node.append_attribute("WC") = fmt::format("{:.3f}", word.confidence).c_str();
    }
    if (!divided) return;
    node.append_attribute("SUBS_TYPE") = head ? "HypPart1" : "HypPart2";
    node.append_attribute("SUBS_CONTENT") = xml_text(division->second.whole).c_str();
    if (head) line.append_child("HYP").append_attribute("CONTENT") = "-";
  }

  const Page& page_;
  std::span<const StoredRecord> records_;
  std::map<Setting, std::string> settings_;
  std::map<std::size_t, Division> divisions_;  // by index of the word
  std::vector<std::string> tags_;              // of records_
  int styles_ = 0;
  int blocks_ = 0;
  int lines_ = 0;
  int words_ = 0;
};

void write_description(pugi::xml_node alto, const AltoSource& source) {
  pugi::xml_node description = alto.append_child("Description");
  description.append_child("MeasurementUnit").text() = "mm10";
  pugi::xml_node image = description.append_child("sourceImageInformation");
  image.append_child("fileName").text() = xml_text(source.file_name).c_str();
  image.append_child("documentIdentifier").text() = source.page_id.c_str();
  pugi::xml_node processing = description.append_child("Processing");
  processing.append_attribute("ID") = "diarium";
  processing.append_child("processingSoftware").append_child("softwareName").text() = "Diarium";
}

}  // namespace

void write_alto(const Page& page, std::span<const StoredRecord> records, const AltoSource& source,
                std::ostream& out) {
  pugi::xml_document file;
  pugi::xml_node alto = root_of_new(file, "alto");
  alto.append_attribute("xmlns") = "http://www.loc.gov/standards/alto/ns-v4#";
  alto.append_attribute("SCHEMAVERSION") = "4.4";
  write_description(alto, source);
  AltoPage(page, records).write(alto);
  write_xml(file, out);
}

}  // namespace diarium
