#pragma once

#include <array>
#include <map>
#include <pugixml.hpp>
#include <string>

namespace diarium {

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
  };
  using Levels = std::array<Level, kLevels>;

  std::map<int, Levels> definitions_;           // by w:abstractNumId
  std::map<int, int> lists_;                    // w:numId -> w:abstractNumId
  std::map<int, std::map<int, int>> restarts_;  // w:numId -> level -> first number
  std::map<int, std::array<int, kLevels>>
      counts_;  // by w:abstractNumId: lists of one kind count on
};

}  // namespace diarium
