#pragma once

namespace diarium {

/// How a word is set. A word ends where its style ends.
struct Style {
  bool bold = false;
  bool italic = false;
  bool struck = false;      ///< a line through it: text proposed to be deleted
  bool underlined = false;
  bool superscript = false; ///< raised and small: mostly the marker of a footnote
  bool operator==(const Style&) const = default;
};

}  // namespace diarium
