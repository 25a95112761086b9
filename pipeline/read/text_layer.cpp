#include "pipeline/read/text_layer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kUnreadableLine = 12;  // letters; fewer are signs of a font of symbols

// Letters that no font of a readable document maps to: unmapped, private use, control characters.
bool is_unreadable(char32_t point) {
  return point == 0xFFFD || (point >= 0xE000 && point <= 0xF8FF) || (point < 0x20) ||
         (point >= 0x7F && point < 0xA0) || point >= 0xF0000;
}

// Dots that lead to a page number and lines to write on, of which a page may have more than
// letters.
bool is_leader(char32_t point) {
  return point == U'.' || point == U'_' || point == U'-' || point == U'\u2026' ||
         point == U'\u00B7';
}

struct Tally {
  std::size_t seen = 0;
  std::size_t unreadable = 0;
  std::size_t leaders = 0;
  std::size_t alphanumeric = 0;
  std::size_t latin = 0;
  std::size_t common = 0;  // of the Latin letters

  void add(char32_t point) {
    ++seen;
    if (is_unreadable(point)) ++unreadable;
    if (is_leader(point)) ++leaders;
    if (is_letter(point) || is_digit(point)) ++alphanumeric;
    if (!is_letter(point) || point >= 0x250) return;
    ++latin;
    const char32_t lower = point < 0x80 ? (point | 0x20U) : point;
    if (kCommonLetters.find(lower) != std::u32string_view::npos) ++common;
  }
  // Of every text in Swedish or its neighbours the ten letters that are most frequent are two
  // thirds; a font that takes letters for others scatters them.
  [[nodiscard]] bool speaks_no_language() const {
    return latin >= kLettersOfAParagraph && !may_be_language();
  }
  [[nodiscard]] bool may_be_language() const { return 100 * common >= kCommonPercent * latin; }

 private:
  static constexpr std::u32string_view kCommonLetters = U"eantrsildo";
  static constexpr std::size_t kLettersOfAParagraph = 200;
  static constexpr std::size_t kCommonPercent = 45;
};

}  // namespace

std::vector<Glyph> with_guesses_checked(std::vector<Glyph> glyphs) {
  Tally tally;
  for (const Glyph& glyph : glyphs) {
    if (glyph.guessed && glyph.text != " ") tally.add(first_point(glyph.text));
  }
  const bool words = 2 * tally.alphanumeric >= tally.seen && tally.may_be_language();
  if (tally.seen == 0 || words) return glyphs;
  for (Glyph& glyph : glyphs) {
    if (glyph.guessed) glyph.text = "\uFFFD";
  }
  return glyphs;
}

TextLayer judge_text_layer(const std::vector<Glyph>& glyphs) {
  Tally tally;
  for (const Glyph& glyph : glyphs) {
    if (glyph.text != " " && glyph.ink == Ink::seen) tally.add(first_point(glyph.text));
  }
  const std::size_t hidden = letters_with(Ink::none, glyphs) + letters_with(Ink::covered, glyphs);
  if (tally.seen + hidden == 0) return TextLayer::absent;
  if (hidden > tally.seen) return TextLayer::hidden;
  // A page number alone is text; rows of signs without one letter are not.
  const bool says_nothing = 4 * tally.alphanumeric < tally.seen - tally.leaders;
  if (3 * tally.unreadable > tally.seen || says_nothing || tally.speaks_no_language())
    return TextLayer::garbled;
  return tally.unreadable >= kUnreadableLine ? TextLayer::patchy : TextLayer::usable;
}

std::vector<Word> readable_words(std::vector<Word> words) {
  std::erase_if(words, [](const Word& word) {
    const std::u32string points = code_points(word.text);
    const auto unreadable = std::count_if(points.begin(), points.end(), is_unreadable);
    return 2 * static_cast<std::size_t>(unreadable) > points.size();
  });
  return words;
}

std::size_t letters_with(Ink ink, const std::vector<Glyph>& glyphs) {
  return static_cast<std::size_t>(
      std::count_if(glyphs.begin(), glyphs.end(),
                    [ink](const Glyph& glyph) { return glyph.ink == ink && glyph.text != " "; }));
}

std::vector<Glyph> seen_letters(std::vector<Glyph> glyphs, const std::vector<Rect>& pictures) {
  std::erase_if(glyphs, [&pictures](const Glyph& glyph) {
    if (glyph.ink != Ink::none) return glyph.ink != Ink::seen;
    return std::none_of(pictures.begin(), pictures.end(),
                        [&glyph](const Rect& box) { return box.contains(glyph.origin); });
  });
  return glyphs;
}

}  // namespace diarium
