#pragma once

#include <string>
#include <string_view>

namespace diarium::test {

/// "<wps:wsp>": a shape of DrawingML, in points. `look`: what its wps:spPr has besides place and
/// form; the default is a black pen.
std::string shape(std::string_view form, double x, double y, double width, double height,
                  std::string_view text = {}, int id = 0,
                  std::string_view look = "<a:ln><a:solidFill/></a:ln>");

/// An arrow from figure `from` to figure `to`.
std::string arrow(double x, double y, double width, double height, int from = 0, int to = 0);

/// A w:r with a drawing that floats at that place, around `inner`.
std::string floating(double x, double y, std::string_view inner);

/// A w:r with a canvas in the line, around `inner`.
std::string canvas(std::string_view inner);

}  // namespace diarium::test
