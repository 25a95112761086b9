#include "pipeline/read/docx_numbering.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "models/unicode.h"
#include "pipeline/read/docx_styles.h"
#include "pipeline/read/symbols.h"

namespace diarium {
namespace {

std::string roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kDigits = {{{1000, "m"},
                                                                         {900, "cm"},
                                                                         {500, "d"},
                                                                         {400, "cd"},
                                                                         {100, "c"},
                                                                         {90, "xc"},
                                                                         {50, "l"},
                                                                         {40, "xl"},
                                                                         {10, "x"},
                                                                         {9, "ix"},
                                                                         {5, "v"},
                                                                         {4, "iv"},
                                                                         {1, "i"}}};
  std::string text;
  for (const auto& [value, letters] : kDigits) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

// 27 is "aa", as Word counts on.
std::string letter(int number) {
  const auto times = static_cast<std::size_t>((number - 1) / 26 + 1);
  return std::string(std::min<std::size_t>(times, 4), static_cast<char>('a' + (number - 1) % 26));
}

std::string in_format(int number, std::string_view format) {
  if (number < 1 || number > 3'999) return std::to_string(number);
  if (format == "lowerLetter") return letter(number);
  if (format == "upperLetter") return upper(letter(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  return std::to_string(number);
}

std::string bullet_of(std::string_view text, std::string_view font) {
  // The second level of Word's own lists is the letter o of a typewriter.
  if (text == "o") return "○";
  std::u32string points = code_points(text);
  for (char32_t& point : points) point = printed_symbol(point, font);
  return to_utf8(points);
}

}  // namespace

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering) {
  for (const pugi::xml_node& node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      Levels& levels = definitions_[number_of(node, "abstractNumId").value_or(0)];
      for (const pugi::xml_node& child : node.children()) {
        const int at = number_of(child, "ilvl").value_or(-1);
        if (local_name(child) != "lvl" || at < 0 || at >= kLevels) continue;
        const pugi::xml_node fonts = child_of(child_of(child, "rPr"), "rFonts");
        levels[static_cast<std::size_t>(at)] = {
            .start = number_of(child_of(child, "start"), "val").value_or(1),
            .format = std::string(attribute_of(child_of(child, "numFmt"), "val")),
            .text = std::string(attribute_of(child_of(child, "lvlText"), "val")),
            .font = std::string(attribute_of(fonts, "ascii"))};
      }
    } else if (local_name(node) == "num") {
      const int list = number_of(node, "numId").value_or(0);
      lists_[list] = number_of(child_of(node, "abstractNumId"), "val").value_or(-1);
      for (const pugi::xml_node& child : node.children()) {
        const std::optional<int> start = number_of(child_of(child, "startOverride"), "val");
        if (start) restarts_[list][number_of(child, "ilvl").value_or(0)] = *start;
      }
    }
  }
}

std::string DocxNumbering::next_marker(int list, int level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level < 0 || level >= kLevels) return {};
  const auto definition = definitions_.find(found->second);
  if (definition == definitions_.end()) return {};
  const Levels& levels = definition->second;
  const auto at = static_cast<std::size_t>(level);
  if (levels[at].format == "bullet") return bullet_of(levels[at].text, levels[at].font);

  auto [count, fresh] = counts_.try_emplace(found->second);
  if (fresh) count->second.fill(-1);
  std::array<int, kLevels>& counts = count->second;
  auto& restarts = restarts_[list];
  if (const auto restart = restarts.find(level); restart != restarts.end()) {
    counts[at] = restart->second;
    restarts.erase(restart);
  } else {
    counts[at] = counts[at] < 0 ? levels[at].start : counts[at] + 1;
  }
  std::fill(counts.begin() + level + 1, counts.end(), -1);
  if (levels[at].format == "none") return {};

  std::string marker;
  const std::string& text = levels[at].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_place =
        text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!is_place) {
      marker += text[i];
      continue;
    }
    const auto place = static_cast<std::size_t>(text[++i] - '1');
    marker +=
        in_format(counts[place] < 0 ? levels[place].start : counts[place], levels[place].format);
  }
  return marker;
}

}  // namespace diarium
