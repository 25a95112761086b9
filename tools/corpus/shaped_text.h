#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/span.h"
#include "models/style.h"
#include "tools/corpus/rich_text.h"

namespace diarium::corpus {

enum class Alignment { left, right, centre, justified };

/// How a text is set. Sizes in points.
struct TextLook {
  std::string family = "Liberation Serif";
  double size = 11;
  bool bold = false;
  bool italic = false;
  double grey = 0;       ///< 0 = black .. 1 = white
  double leading = 1.3;  ///< distance of baselines / size
  Alignment alignment = Alignment::left;
};

/// A word as set. `span` are the bytes of the RichText it comes from.
struct SetWord {
  std::string text;
  Span span;
  int page = 0;  ///< 1-based; 0 before it is placed
  Rect box;
  Style style;
  bool joined = false;  ///< follows the word before it without a blank
};

/// Where the words of one text stand, in order.
using Setting = std::vector<SetWord>;

/// A text broken into lines of at most `width` points by Pango, ready to be drawn line by line.
/// The same on every machine that has the same fonts and Pango.
class ShapedText {
 public:
  struct Line {
    Span bytes;                      ///< of the RichText
    PangoLayoutLine* ink = nullptr;  ///< owned by the layout
    double indent = 0;               ///< from the left edge of the text to its first letter
    double width = 0;
    Setting words;  ///< boxes from the left edge of the text and the top of the line
  };

  /// Throws std::runtime_error that names the Debian package when the font is not installed.
  ShapedText(const RichText& text, const TextLook& look, double width);

  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] double line_height() const { return line_height_; }
  [[nodiscard]] double height() const { return line_height_ * static_cast<double>(lines_.size()); }
  /// The widest line.
  [[nodiscard]] double width() const;

  /// Draws a line with its top at `top_left`.
  void draw(cairo_t* ink, std::size_t line, Point top_left) const;

 private:
  struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  void read_lines(const RichText& text);
  Setting words_of(const RichText& text, const Line& line) const;
  [[nodiscard]] SetWord word_at(const RichText& text, const Line& line, Span span) const;

  std::unique_ptr<PangoLayout, Unref> layout_;
  TextLook look_;
  double ascent_ = 0;
  double descent_ = 0;
  double line_height_ = 0;
  std::vector<Line> lines_;
};

}  // namespace diarium::corpus
