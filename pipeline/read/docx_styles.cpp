#include "pipeline/read/docx_styles.h"

#include <charconv>

namespace diarium {
namespace {

constexpr int kDeepestBasis = 16;  // a style that is based on itself must end somewhere

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// <w:b/> and <w:b w:val="1"/> switch on, <w:b w:val="0"/> off, and no w:b leaves it.
std::optional<bool> toggle(const pugi::xml_node& properties, std::string_view local) {
  const pugi::xml_node node = child_of(properties, local);
  if (!node) return std::nullopt;
  const std::string_view value = attribute_of(node, "val");
  return value != "0" && value != "false" && value != "none" && value != "off";
}

template <typename T>
std::optional<T> first_of(const std::optional<T>& own, const std::optional<T>& basis) {
  return own ? own : basis;
}

// A single and a double line through letters are set apart; one may be switched off beside the
// other.
std::optional<bool> either(const std::optional<bool>& a, const std::optional<bool>& b) {
  if (!a && !b) return std::nullopt;
  return a.value_or(false) || b.value_or(false);
}

bool has_borders(const pugi::xml_node& properties) {
  for (const pugi::xml_node& side : child_of(properties, "tblBorders").children()) {
    const std::string_view kind = attribute_of(side, "val");
    if (kind != "none" && kind != "nil") return true;
  }
  return false;
}

DocxStyle style_of(const pugi::xml_node& node) {
  const pugi::xml_node paragraph = child_of(node, "pPr");
  const pugi::xml_node numbering = child_of(paragraph, "numPr");
  DocxStyle style;
  style.letters = letters_of(child_of(node, "rPr"));
  style.outline = number_of(child_of(paragraph, "outlineLvl"), "val");
  style.list = number_of(child_of(numbering, "numId"), "val");
  style.level = number_of(child_of(numbering, "ilvl"), "val");
  if (has_borders(child_of(node, "tblPr"))) style.ruled = true;
  return style;
}

DocxStyle over(const DocxStyle& own, const DocxStyle& basis) {
  return {.letters = own.letters.over(basis.letters),
          .outline = first_of(own.outline, basis.outline),
          .list = first_of(own.list, basis.list),
          .level = first_of(own.level, basis.level),
          .ruled = first_of(own.ruled, basis.ruled)};
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
  return without_prefix(node.name());
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == local) return child;
  }
  return {};
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (without_prefix(attribute.name()) == local) return attribute.value();
  }
  return {};
}

pugi::xml_node chosen_branch(const pugi::xml_node& alternate) {
  const pugi::xml_node choice = child_of(alternate, "Choice");
  return choice ? choice : child_of(alternate, "Fallback");
}

std::optional<int> number_of(const pugi::xml_node& node, std::string_view local) {
  const std::string_view text = attribute_of(node, local);
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{}) return std::nullopt;
  return number;
}

DocxLetters DocxLetters::over(const DocxLetters& basis) const {
  return {.bold = first_of(bold, basis.bold),
          .italic = first_of(italic, basis.italic),
          .struck = first_of(struck, basis.struck),
          .underlined = first_of(underlined, basis.underlined),
          .superscript = first_of(superscript, basis.superscript),
          .capitals = first_of(capitals, basis.capitals),
          .hidden = first_of(hidden, basis.hidden),
          .size = first_of(size, basis.size)};
}

Style DocxLetters::style() const {
  return {.bold = bold.value_or(false),
          .italic = italic.value_or(false),
          .struck = struck.value_or(false),
          .underlined = underlined.value_or(false),
          .superscript = superscript.value_or(false)};
}

DocxLetters letters_of(const pugi::xml_node& properties) {
  DocxLetters letters{.bold = toggle(properties, "b"),
                      .italic = toggle(properties, "i"),
                      .struck = either(toggle(properties, "strike"), toggle(properties, "dstrike")),
                      .underlined = toggle(properties, "u"),
                      .capitals = toggle(properties, "caps"),
                      .hidden = toggle(properties, "vanish")};
  if (const pugi::xml_node height = child_of(properties, "vertAlign")) {
    letters.superscript = attribute_of(height, "val") == "superscript";
  }
  if (const std::optional<int> half_points = number_of(child_of(properties, "sz"), "val")) {
    if (*half_points >= 2 && *half_points <= 400) letters.size = *half_points / 2.0;
  }
  return letters;
}

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  defaults_ = letters_of(child_of(child_of(child_of(styles, "docDefaults"), "rPrDefault"), "rPr"));
  for (const pugi::xml_node& node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string id(attribute_of(node, "styleId"));
    entries_[id] = {.style = style_of(node),
                    .basis = std::string(attribute_of(child_of(node, "basedOn"), "val"))};
    if (attribute_of(node, "type") == "paragraph" && attribute_of(node, "default") == "1")
      default_paragraph_ = id;
  }
}

DocxStyle DocxStyles::style(std::string_view id) const {
  auto entry = entries_.find(id);
  if (entry == entries_.end()) entry = entries_.find(default_paragraph_);
  DocxStyle style;
  for (int depth = 0; entry != entries_.end() && depth < kDeepestBasis; ++depth) {
    style = over(style, entry->second.style);
    entry = entries_.find(entry->second.basis);
  }
  style.letters = style.letters.over(defaults_);
  return style;
}

}  // namespace diarium
