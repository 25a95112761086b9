#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace diarium {

/// Where a count may begin; Word takes no higher number either.
inline constexpr int kHighestStart = 32'767;

/// A positive number as Word's `format` prints it: "lowerRoman" 4 is "iv", "chicago" 1 is "*"; in
/// digits for a format that isn't known.
std::string numbered(int number, std::string_view format);

/// Counts the items of a document's lists as they come.
class DocxNumbering {
 public:
  DocxNumbering() = default;
  explicit DocxNumbering(const pugi::xml_node& numbering);
  /// What stands before the next item of list `list` (w:numId) on `level` (from 0): "2.1", "a)",
  /// "•"; empty for a list without markers or that isn't defined.
  std::string next_marker(int list, int level);

 private:
  static constexpr int kLevels = 9;
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;  ///< "%1.%2"
    std::string font;
    bool goes_on = false;      ///< counts on after an item of a higher level
    bool digits_only = false;  ///< all numbers in it are printed in digits
  };
  using Levels = std::array<Level, kLevels>;
  using Counts = std::array<int, kLevels>;
  struct List {
    int definition = -1;  ///< w:abstractNumId
    std::optional<Levels> own_levels;
    std::map<int, int> restarts;  ///< level -> first number
  };

  static void set_level(const pugi::xml_node& node, Levels& levels);
  void add_list(const pugi::xml_node& node);
  const Counts& count(List& list, const Levels& levels, std::size_t at);
  static std::string text_of_marker(const Levels& levels, std::size_t at, const Counts& counts);

  std::map<int, Levels> definitions_;  // by w:abstractNumId
  std::map<int, List> lists_;          // by w:numId
  std::map<int, Counts> counts_;       // by w:abstractNumId: lists of one kind count on
};

}  // namespace diarium
