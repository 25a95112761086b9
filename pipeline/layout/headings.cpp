#include "pipeline/layout/headings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "models/line_forms.h"
#include "models/unicode.h"
#include "pipeline/layout/list_items.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr std::size_t kLongestLines = 4;
constexpr std::size_t kLongestBytes = 220;
constexpr std::size_t kLongestPlain = 70;  // bytes of a heading that is set like the text
constexpr double kLarger = 1.12;           // than the body's type
constexpr double kEstimatedLarger = 1.3;   // where OCR has estimated the size
constexpr double kMoreAbove = 1.15;        // white above a plain heading, to the white below
constexpr double kCloseOnScan = 1.7;
constexpr double kToPageNumber = 2;  // type sizes of white before a page number without leaders
constexpr double kSameEdge = 1.5;    // points
constexpr double kRightPart = 0.75;  // of the page's width, left of its numbers
constexpr double kClose = 1.35;      // line pitches from a plain heading to its text

std::string text_of_block(const Upright& page, const std::vector<TextLine>& lines,
                          const Block& block) {
  std::string text;
  for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
    if (!text.empty()) text += ' ';
    text += text_of(page, lines[i].tokens);
  }
  return text;
}

bool all_capitals(const std::string& text) {
  std::size_t letters = 0;
  for (const char32_t c : code_points(text)) {
    if (is_lower(c)) return false;
    letters += is_upper(c) ? 1U : 0U;
  }
  return letters >= 4;
}

bool ends_a_sentence(const std::string& text) {
  const char last = text.empty() ? '.' : text.back();
  return last == '.' || last == ',' || last == ';' || last == ':';
}

bool begins_like_a_heading(const std::string& text) {
  const char32_t first = first_point(text);
  return is_upper(first) || is_digit(first) || first == U'§' || first == U'"' || first == U'”';
}

/// Whether block b is one short line.
bool is_short_line(const std::vector<TextLine>& lines, const Measures& measures, const Block& block,
                   const std::string& text) {
  const TextLine& line = lines[block.lines.begin];
  return block.lines.size() == 1 && text.size() <= kLongestPlain &&
         line.box.right < measures.left + 0.7 * (measures.right - measures.left);
}

/// A short line of plain type, parted from what is above and close to the text below it. On a scan,
/// where neither bold nor size are sure, it is enough that the white above is larger than the white
/// below.
bool stands_over_text(const std::vector<TextLine>& lines, const Measures& measures,
                      const std::vector<Block>& blocks, std::size_t b, const std::string& text) {
  const Block& block = blocks[b];
  if (b + 1 >= blocks.size() || !is_short_line(lines, measures, block, text)) return false;
  const TextLine& line = lines[block.lines.begin];
  const Block& next = blocks[b + 1];
  const TextLine& below = lines[next.lines.begin];
  const bool text_below = next.kind == BlockKind::paragraph && measures.fills(below);
  const bool any_below = next.kind == BlockKind::paragraph || next.kind == BlockKind::list_item;
  if (below.band != line.band || !(text_below || (measures.estimated && any_below))) return false;
  const double pitch = measures.pitch * measures.body_size;
  const double beneath = below.baseline - line.baseline;
  const double close = measures.estimated ? kCloseOnScan : kClose;
  if (beneath > close * pitch) return false;
  if (b == 0 || blocks[b - 1].columns > 1 || blocks[b - 1].kind == BlockKind::running_head)
    return true;
  const double above = line.baseline - lines[block.lines.begin - 1].baseline;
  return above > kClose * pitch && above > kMoreAbove * beneath;
}

std::vector<const Word*> words_of(const Upright& page, const TextLine& line) {
  std::vector<const Word*> words;
  words.reserve(line.tokens.size());
  for (const std::size_t token : line.tokens) words.push_back(&page.words[page.tokens[token].word]);
  return words;
}

bool is_heading(const Upright& page, const std::vector<TextLine>& lines, const Measures& measures,
                const std::vector<Block>& blocks, std::size_t b) {
  const Block& block = blocks[b];
  const TextLine& first = lines[block.lines.begin];
  if (block.kind != BlockKind::paragraph && !(block.kind == BlockKind::list_item && first.bold))
    return false;
  if (block.kind == BlockKind::list_item && is_bullet(block.marker)) return false;
  if (block.lines.size() > kLongestLines || !(block.columns == 1 || measures.running(first)))
    return false;
  if (first.labelled) return false;
  const std::string text = text_of_block(page, lines, block);
  if (text.size() > kLongestBytes || !begins_like_a_heading(text)) return false;
  const double larger = measures.estimated ? kEstimatedLarger : kLarger;
  if (first.size >= larger * measures.body_size) return true;
  if (is_label_with_value(words_of(page, first))) return false;
  if (ends_a_sentence(text) && !(first.bold && text.size() < kLongestPlain)) return false;
  return first.bold || all_capitals(text) || stands_over_text(lines, measures, blocks, b, text);
}

/// The page number that a line ends with, set off from what stands before it; nothing else has one.
std::optional<int> page_number_of(const Upright& page, const TextLine& line) {
  if (line.tokens.size() < 2) return std::nullopt;
  const Token& last = page.tokens[line.tokens.back()];
  const Token& before = page.tokens[line.tokens[line.tokens.size() - 2]];
  const std::string& number = page.words[last.word].text;
  const bool digits =
      number.size() <= 3 && number.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || last.box.left - before.box.right < kToPageNumber * line.size) return std::nullopt;
  return std::stoi(number);
}

/// Whether two lines are entries of a table of contents without leaders: page numbers that grow,
/// below each other at the right edge of the page.
bool are_entries(const Upright& page, const TextLine& above, const TextLine& below) {
  if (above.zone != below.zone || above.band != below.band || above.column != below.column)
    return false;
  const std::optional<int> first = page_number_of(page, above);
  const std::optional<int> second = page_number_of(page, below);
  return first && second && *first <= *second &&
         std::abs(above.box.right - below.box.right) < kSameEdge &&
         below.box.right > kRightPart * page.width;
}

bool ends_in_led_number(const Upright& page, const TextLine& line, const Measures& measures) {
  const auto word_at = [&](std::size_t i) -> const std::string& {
    return page.words[page.tokens[line.tokens[i]].word].text;
  };
  const std::size_t count = line.tokens.size();
  if (count < 2 || !is_number(word_at(count - 1))) return false;
  const Token& last = page.tokens[line.tokens[count - 1]];
  const std::string& before = word_at(count - 2);
  const bool led = is_leader(before) || (before.size() > 4 && before.ends_with("...."));
  const bool at_edge = measures.right - last.box.right < 2 * line.size;
  return led && (at_edge || count > 2);
}

}  // namespace

bool is_contents_line(const Upright& page, const std::vector<TextLine>& lines, std::size_t i,
                      const Measures& measures) {
  // Two of a kind may be chance.
  const auto run = [&](std::size_t k) {
    return k > 0 && k + 1 < lines.size() && are_entries(page, lines[k - 1], lines[k]) &&
           are_entries(page, lines[k], lines[k + 1]);
  };
  if (lines[i].labelled) return false;
  if (ends_in_led_number(page, lines[i], measures)) return true;
  const bool entry = run(i) || run(i + 1) || (i > 0 && run(i - 1));
  return entry && list_marking_of(page, lines[i]).marker.empty();
}

void name_headings(const Upright& page, const std::vector<TextLine>& lines,
                   const Measures& measures, std::vector<Block>& blocks) {
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!is_heading(page, lines, measures, blocks, b)) continue;
    blocks[b].kind = BlockKind::heading;
    blocks[b].marker.clear();
  }
}

}  // namespace diarium::layout
