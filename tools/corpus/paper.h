#pragma once

#include <cairo.h>

#include <array>
#include <memory>
#include <vector>

#include "models/geometry.h"
#include "tools/corpus/shaped_text.h"

namespace diarium::corpus {

inline constexpr double kA4Width = 595.28;
inline constexpr double kA4Height = 841.89;

/// Parts of a page in the order in which it is read.
enum class Zone { head, body, notes, foot };
inline constexpr std::size_t kZones = 4;

struct DropSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DropSurface>;

struct DropInk {
  void operator()(cairo_t* ink) const { cairo_destroy(ink); }
};
using Ink = std::unique_ptr<cairo_t, DropInk>;

/// A page as drawing orders, to be replayed on PDF or on a raster, and the lines that stand on it.
struct PaperPage {
  double width = kA4Width;
  double height = kA4Height;
  Surface drawing;
  Ink ink;
  std::array<std::vector<Setting>, kZones> lines;  ///< by zone, in reading order
};

/// The pages of one file, the last of which is being drawn.
class Paper {
 public:
  void add_page();

  [[nodiscard]] int page_count() const { return static_cast<int>(pages_.size()); }
  /// `page` is 1-based.
  [[nodiscard]] PaperPage& page(int page) { return pages_[static_cast<std::size_t>(page - 1)]; }
  [[nodiscard]] const PaperPage& page(int page) const {
    return pages_[static_cast<std::size_t>(page - 1)];
  }

  /// Draws one line of a text on a page; its words come back with their places.
  Setting draw_line(int page, Zone zone, const ShapedText& text, std::size_t line, Point top_left);
  /// Draws all lines of a text, one below the other.
  Setting draw(int page, Zone zone, const ShapedText& text, Point top_left);
  /// Puts words in front of the last line of a zone: a list marker before its text.
  void draw_before_last_line(int page, Zone zone, const ShapedText& text, Point top_left);
  /// Makes one reading line of the last `count` lines of a zone.
  void join_last_lines(int page, Zone zone, std::size_t count);
  /// Adds a line that was drawn by other means.
  void add_line(int page, Zone zone, Setting words);
  void rule(int page, Point from, Point to, double thickness);

 private:
  std::vector<PaperPage> pages_;
};

/// Draws the strokes of a signature by hand, from `bottom_left` upwards; the same for the same
/// name.
void draw_scrawl(cairo_t* ink, const std::string& name, Point bottom_left);

}  // namespace diarium::corpus
