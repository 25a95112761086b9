#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "models/style.h"

namespace diarium {

/// Names in Word's XML without their prefix, which writers choose freely.
std::string_view local_name(const pugi::xml_node& node);
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local);
std::string_view attribute_of(const pugi::xml_node& node, std::string_view local);
/// Of the branches of a mc:AlternateContent, which say the same to new and to old programs, the
/// new.
pugi::xml_node chosen_branch(const pugi::xml_node& alternate);
/// The number in an attribute; nothing where it is absent or no number.
std::optional<int> number_of(const pugi::xml_node& node, std::string_view local);

/// What a style or a run says about letters; what it doesn't say it leaves to its basis.
struct DocxLetters {
  std::optional<bool> bold, italic, struck, underlined, superscript, capitals, hidden;
  std::optional<double> size;  ///< points

  /// These, completed by `basis`.
  [[nodiscard]] DocxLetters over(const DocxLetters& basis) const;
  [[nodiscard]] Style style() const;
};

/// Of a w:rPr.
DocxLetters letters_of(const pugi::xml_node& properties);

struct DocxStyle {
  DocxLetters letters;
  std::optional<int> outline;  ///< of a heading, from 0
  std::optional<int> list;     ///< w:numId
  std::optional<int> level;    ///< w:ilvl
  std::optional<bool> ruled;   ///< of a table style
};

/// The styles of a document with all that they are based on.
class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const pugi::xml_node& styles);
  /// The default style for an unknown id.
  [[nodiscard]] DocxStyle style(std::string_view id) const;
  [[nodiscard]] const DocxLetters& defaults() const { return defaults_; }

 private:
  struct Entry {
    DocxStyle style;
    std::string basis;
  };
  std::map<std::string, Entry, std::less<>> entries_;
  std::string default_paragraph_;
  DocxLetters defaults_;
};

}  // namespace diarium
