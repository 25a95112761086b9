#include "tests/pipeline/read/drawn_docx.h"

#include <fmt/format.h>

namespace diarium::test {
namespace {

int units(double points) {
  return static_cast<int>(points * 12'700);
}

std::string text_box(std::string_view text) {
  if (text.empty()) return {};
  return fmt::format(
      "<wps:txbx><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></wps:txbx>",
      text);
}

std::string place_and_form(std::string_view form, double x, double y, double width, double height) {
  return fmt::format(
      R"(<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="{}"/>)",
      units(x), units(y), units(width), units(height), form);
}

}  // namespace

std::string shape(std::string_view form, double x, double y, double width, double height,
                  std::string_view text, int id, std::string_view look) {
  return fmt::format(
      R"(<wps:wsp><wps:cNvPr id="{}"/><wps:cNvSpPr/><wps:spPr>{}{}</wps:spPr>{}</wps:wsp>)", id,
      place_and_form(form, x, y, width, height), look, text_box(text));
}

std::string arrow(double x, double y, double width, double height, int from, int to) {
  return fmt::format(
      R"(<wps:wsp><wps:cNvCnPr><a:stCxn id="{}" idx="2"/><a:endCxn id="{}" idx="0"/></wps:cNvCnPr><wps:spPr>{}<a:ln><a:tailEnd type="triangle"/></a:ln></wps:spPr></wps:wsp>)",
      from, to, place_and_form("straightConnector1", x, y, width, height));
}

std::string floating(double x, double y, std::string_view inner) {
  return fmt::format(
      R"(<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>{}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{}</wp:posOffset></wp:positionV><wp:extent cx="1" cy="1"/>{}</wp:anchor></w:drawing></w:r>)",
      units(x), units(y), inner);
}

std::string canvas(std::string_view inner) {
  return fmt::format(
      R"(<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wpc:wpc>{}</wpc:wpc></wp:inline></w:drawing></w:r>)",
      inner);
}

}  // namespace diarium::test
