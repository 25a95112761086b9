#pragma once

#include <cstddef>
#include <vector>

#include "models/drawing.h"
#include "pipeline/read/line_art.h"

namespace diarium {

/// Gathers from the paths of a page what a flowchart may be made of: closed figures, open lines
/// and small filled wedges. Letters drawn as paths, maps and diagrams have more of them than any
/// chart; they give nothing.
class DrawnFigures {
 public:
  /// A path drawn with a pen. White pens draw nothing.
  void stroke(const std::vector<Outline>& path, const Rect& clip);
  /// A filled path; `darkness` of its colour, 0 = white .. 1 = black.
  void fill(const std::vector<Outline>& path, double darkness, const Rect& clip);

  /// What was gathered; nothing where it can't be a chart of three boxes and two lines.
  [[nodiscard]] Drawing take();

 private:
  void add_closed(const Outline& outline, const Rect& clip);
  void add_open(const Outline& outline, const Rect& clip);
  [[nodiscard]] bool full() const;

  Drawing drawing_;
  std::size_t points_ = 0;  // of the strokes
};

}  // namespace diarium
