#pragma once

#include <cstddef>
#include <vector>

#include "models/geometry.h"
#include "pipeline/read/glyphs.h"
#include "pipeline/read/line_art.h"

namespace diarium {

/// Something that colours a part of the page, and which letters were drawn before it.
struct Paint {
  enum class Kind {
    box,      ///< hides what is below it
    picture,  ///< hides what is below it; what stands upon it is seen
    shape,    ///< of a form or a colour that isn't followed: hides nothing for certain
  };
  Rect box;
  Colour colour;  ///< of a box
  Kind kind = Kind::box;
  std::size_t letters_before = 0;
};

/// What is painted on a page, in order, up to a limit that no honest page reaches.
class Paints {
 public:
  /// A filled path; of any form but upright boxes it counts as a shape, whatever `kind` says.
  void fill(const std::vector<Outline>& path, const Colour& colour, const Rect& clip,
            Paint::Kind kind, std::size_t letters_before);
  /// Straight strokes of a pen so broad that they are bars.
  void stroke(const std::vector<Outline>& path, double width, const Colour& colour,
              const Rect& clip, Paint::Kind kind, std::size_t letters_before);
  void picture(const Rect& box, Paint::Kind kind, std::size_t letters_before);
  [[nodiscard]] bool full() const;

  std::vector<Paint> all;
};

/// The letters, each with how it is seen: Ink::covered where something was painted over it later,
/// or where it has the colour of what it stands on; Ink::blackened where that is dark. Letters
/// without ink stay so.
std::vector<Glyph> with_ink_judged(std::vector<Glyph> glyphs, const std::vector<Paint>& paints);

}  // namespace diarium
