#include "pipeline/read/symbols.h"

namespace diarium {
namespace {

constexpr char32_t kBullet = U'•';

// By the low byte of the code in Wingdings; any other drawing there opens a list item as well as a
// bullet.
char32_t wingding(char32_t code) {
  switch (code) {
    case 0x6E:
    case 0xA7:
      return U'▪';
    case 0x6F:
    case 0xA8:
    case 0x71:
    case 0x72:
      return U'☐';
    case 0x76:
      return U'❖';
    case 0xD8:
      return U'➢';
    case 0xDF:
      return U'←';
    case 0xE0:
    case 0xE8:
    case 0xF0:
      return U'→';
    case 0xFB:
    case 0xFD:
      return U'☒';
    case 0xFC:
      return U'✓';
    case 0xFE:
      return U'☑';
    default:
      return kBullet;
  }
}

bool is_wingdings(std::string_view font) {
  return font.find("ingdings") != std::string_view::npos;
}

}  // namespace

char32_t printed_symbol(char32_t point, std::string_view font) {
  const bool private_use = point >= 0xF020 && point <= 0xF0FF;
  const char32_t code = private_use ? point - 0xF000 : point;
  if (is_wingdings(font) && code > 0x20 && code <= 0xFF) return wingding(code);
  if (!private_use) return point;
  switch (code) {
    case 0x20:
      return U' ';
    case 0x2D:
      return U'–';
    case 0x6F:
      return U'○';
    case 0xA7:
    case 0xA8:
    case 0xD8:
    case 0xE0:
    case 0xFC:
    case 0xFE:
      return wingding(code);
    default:
      return code < 0x7F && font.find("Symbol") == std::string_view::npos ? code : kBullet;
  }
}

}  // namespace diarium
