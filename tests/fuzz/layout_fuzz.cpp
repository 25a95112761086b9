// Words, lines and boxes anywhere on a sheet: layout must make a page of them that can be stored.
// Six bytes are one thing: what it is, left, top, width, height, which word.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

#include "models/json.h"
#include "pipeline/layout/lay_out.h"

namespace {

constexpr std::array<std::string_view, 24> kWords{
    "1.",    "a)",     "•",    "–",      "1",    "2",      "1 200",  "Sida",
    "3(41)", "§",      "....", "Dnr",    "att",  "Beslut", "Almvik", "kom-",
    "mun",   "Bilaga", "Ja",   "Summa:", "12,5", "%",      "och",    "S"};

void add_word(std::span<const std::uint8_t> bytes, diarium::Sheet& sheet) {
  const double size = 4 + bytes[4] % 32;
  const double left = 2.5 * bytes[1];
  const double top = 3.5 * bytes[2];
  sheet.words.push_back(
      {.text = std::string(kWords[bytes[5] % kWords.size()]),
       .box = {left, top, left + bytes[3], top + size},
       .baseline = top + 0.8 * size,
       .size = size,
       .style = {.bold = (bytes[0] & 8U) != 0, .superscript = (bytes[0] & 16U) != 0},
       .confidence = bytes[4] / 255.0,
       .joined = (bytes[0] & 32U) != 0});
}

void add(std::span<const std::uint8_t> bytes, diarium::Sheet& sheet) {
  const double left = 2.5 * bytes[1];
  const double top = 3.5 * bytes[2];
  const double width = 2.5 * bytes[3];
  const double height = 3.5 * bytes[4];
  switch (bytes[0] % 8) {
    case 4:
      return sheet.rulings.push_back({{left, top, left + width, top + 0.5}});
    case 5:
      return sheet.rulings.push_back({{left, top, left + 0.5, top + height}});
    case 6:
      return sheet.areas.push_back(
          {{left, top, left + width, top + height}, bytes[5] % 2 == 0, bytes[5] / 255.0});
    case 7:
      return sheet.pictures.push_back({{left, top, left + width, top + height}});
    default:
      return add_word(bytes, sheet);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kThing = 6;
  if (size == 0) return 0;
  diarium::Sheet sheet{.number = 1, .width = 595, .height = 842};
  if (bytes[0] % 2 != 0) sheet.origin = diarium::Origin::ocr;
  std::span<const std::uint8_t> rest(bytes + 1, size - 1);
  for (; rest.size() >= kThing; rest = rest.subspan(kThing)) add(rest.first(kThing), sheet);
  const std::size_t words = sheet.words.size();
  const diarium::Page page = diarium::lay_out(sheet);
  const auto stored = diarium::decode_page(diarium::encode(page));
  if (!stored || page.words.size() > words) std::abort();
  return 0;
}
