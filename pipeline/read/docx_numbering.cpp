#include "pipeline/read/docx_numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
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

// "*", "†", "‡", "§", then each of them twice.
std::string note_sign(int number) {
  constexpr std::array<std::string_view, 4> kSigns = {"*", "†", "‡", "§"};
  std::string text;
  for (int i = 0; i <= (number - 1) / 4 && i < 4; ++i)
    text += kSigns[static_cast<std::size_t>(number - 1) % 4];
  return text;
}

std::optional<int> first_number(const pugi::xml_node& start) {
  const std::optional<int> number = number_of(start, "val");
  return number ? std::optional(std::clamp(*number, 0, kHighestStart)) : std::nullopt;
}

std::string bullet_of(std::string_view text, std::string_view font) {
  // The second level of Word's own lists is the letter o of a typewriter.
  if (text == "o") return "○";
  std::u32string points = code_points(text);
  for (char32_t& point : points) point = printed_symbol(point, font);
  return to_utf8(points);
}

}  // namespace

std::string numbered(int number, std::string_view format) {
  if (number < 1 || number > 3'999) return std::to_string(number);
  if (format == "lowerLetter") return letter(number);
  if (format == "upperLetter") return upper(letter(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  if (format == "decimalZero" && number < 10) return fmt::format("{:02}", number);
  if (format == "chicago") return note_sign(number);
  return std::to_string(number);
}

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering) {
  std::map<std::string, int, std::less<>> styled;  // definitions by the list style they make
  for (const pugi::xml_node& node : numbering.children()) {
    if (local_name(node) != "abstractNum") continue;
    const int number = number_of(node, "abstractNumId").value_or(0);
    Levels& levels = definitions_[number];
    for (const pugi::xml_node& child : node.children()) set_level(child, levels);
    if (const std::string_view style = attribute_of(child_of(node, "styleLink"), "val");
        !style.empty())
      styled.try_emplace(std::string(style), number);
  }
  // A definition may only name the list style whose levels it has.
  for (const pugi::xml_node& node : numbering.children()) {
    const std::string_view style = attribute_of(child_of(node, "numStyleLink"), "val");
    if (const auto found = styled.find(style); found != styled.end())
      definitions_[number_of(node, "abstractNumId").value_or(0)] = definitions_[found->second];
  }
  for (const pugi::xml_node& node : numbering.children()) {
    if (local_name(node) == "num") add_list(node);
  }
}

void DocxNumbering::set_level(const pugi::xml_node& node, Levels& levels) {
  const int at = number_of(node, "ilvl").value_or(-1);
  if (local_name(node) != "lvl" || at < 0 || at >= kLevels) return;
  const pugi::xml_node fonts = child_of(child_of(node, "rPr"), "rFonts");
  levels[static_cast<std::size_t>(at)] = {
      .start = first_number(child_of(node, "start")).value_or(1),
      .format = std::string(attribute_of(child_of(node, "numFmt"), "val")),
      .text = std::string(attribute_of(child_of(node, "lvlText"), "val")),
      .font = std::string(attribute_of(fonts, "ascii")),
      .goes_on = number_of(child_of(node, "lvlRestart"), "val") == 0,
      .digits_only = static_cast<bool>(child_of(node, "isLgl"))};
}

void DocxNumbering::add_list(const pugi::xml_node& node) {
  const int number = number_of(node, "numId").value_or(0);
  List& list = lists_[number];
  list.definition = number_of(child_of(node, "abstractNumId"), "val").value_or(-1);
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) != "lvlOverride") continue;
    const std::optional<int> start = first_number(child_of(child, "startOverride"));
    if (start) list.restarts[number_of(child, "ilvl").value_or(0)] = *start;
    const pugi::xml_node level = child_of(child, "lvl");
    const auto definition = definitions_.find(list.definition);
    if (!level || definition == definitions_.end()) continue;
    if (!list.own_levels) list.own_levels = definition->second;
    set_level(level, *list.own_levels);
  }
}

std::string DocxNumbering::next_marker(int list, int level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level < 0 || level >= kLevels) return {};
  const auto definition = definitions_.find(found->second.definition);
  if (definition == definitions_.end()) return {};
  const Levels& levels = found->second.own_levels ? *found->second.own_levels : definition->second;
  const auto at = static_cast<std::size_t>(level);
  if (levels[at].format == "bullet") return bullet_of(levels[at].text, levels[at].font);
  return text_of_marker(levels, at, count(found->second, levels, at));
}

// The numbers of all levels after one more item on level `at`.
const DocxNumbering::Counts& DocxNumbering::count(List& list, const Levels& levels,
                                                  std::size_t at) {
  auto [entry, fresh] = counts_.try_emplace(list.definition);
  Counts& counts = entry->second;
  if (fresh) counts.fill(-1);
  if (const auto restart = list.restarts.find(static_cast<int>(at));
      restart != list.restarts.end()) {
    counts[at] = restart->second;
    list.restarts.erase(restart);
  } else {
    counts[at] = counts[at] < 0 ? levels[at].start : counts[at] + 1;
  }
  for (std::size_t deeper = at + 1; deeper < counts.size(); ++deeper) {
    if (!levels[deeper].goes_on) counts[deeper] = -1;
  }
  return counts;
}

std::string DocxNumbering::text_of_marker(const Levels& levels, std::size_t at,
                                          const Counts& counts) {
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
    marker += numbered(counts[place] < 0 ? levels[place].start : counts[place],
                       levels[at].digits_only ? "decimal" : levels[place].format);
  }
  return marker;
}

}  // namespace diarium
