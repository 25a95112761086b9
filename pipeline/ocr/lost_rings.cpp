#include "pipeline/ocr/lost_rings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "models/unicode.h"
#include "pipeline/ocr/older_reading.h"

namespace diarium {
namespace {

constexpr double kLeastLetter = 16;  // pixels of height; marks of smaller ones look like specks
constexpr double kMostTrust = 0.8;

// Of the height of the letter.
constexpr double kLeastBody = 0.33;  // of the height of the word
constexpr double kLeastMark = 0.12;
constexpr double kMostMark = 0.5;
constexpr double kFarthest = 0.35;
constexpr double kUnequal = 0.08;
// Of its width.
constexpr double kLeastShared = 0.5;
constexpr double kWidest = 1.4;
constexpr double kOffCentre = 0.18;
constexpr double kRoundest = 1.5;
constexpr double kLeastRing = 0.18;  // of the height: a ring is larger than a dot

enum class Mark { ring, dots };

/// The letter that an a or o with such a mark is.
std::optional<char32_t> marked(char32_t letter, Mark mark) {
  switch (letter) {
    case U'a':
      return mark == Mark::ring ? U'å' : U'ä';
    case U'A':
      return mark == Mark::ring ? U'Å' : U'Ä';
    case U'o':
      return mark == Mark::dots ? std::optional(U'ö') : std::nullopt;
    case U'O':
      return mark == Mark::dots ? std::optional(U'Ö') : std::nullopt;
    default:
      return std::nullopt;
  }
}

/// The place of a letter on the image, where words have their places exactly.
Rect pixels_of(const ReadLetter& letter, const ReadWord& word) {
  const double scale = word.pixels.width() / word.word.box.width();
  return {word.pixels.left + (letter.box.left - word.word.box.left) * scale, word.pixels.top,
          word.pixels.left + (letter.box.right - word.word.box.left) * scale, word.pixels.bottom};
}

/// The ink of one letter alone.
std::optional<Rect> body_of(const Rect& letter, const InkPieces& ink) {
  for (const std::size_t index : ink.meeting(letter)) {
    const Rect& piece = ink.boxes()[index];
    const double shared = horizontal_overlap(piece, letter);
    if (piece.height() >= kLeastLetter && piece.width() <= kWidest * letter.width() &&
        shared >= kLeastShared * std::max(piece.width(), letter.width()) &&
        piece.height() >= kLeastBody * letter.height())
      return piece;
  }
  return std::nullopt;
}

/// What stands close above a letter, from left to right; specks too, for they make it doubtful.
std::vector<Rect> marks_above(const Rect& body, const InkPieces& ink) {
  const double height = body.height();
  std::vector<Rect> marks;
  for (const std::size_t index : ink.meeting(
           {body.left, body.top - (kFarthest + kMostMark) * height, body.right, body.top})) {
    const Rect& piece = ink.boxes()[index];
    const double middle = piece.centre().x;
    if (piece.height() >= kLeastMark * height && piece.height() <= kMostMark * height &&
        piece.bottom >= body.top - kFarthest * height && piece.bottom <= body.top + 1 &&
        middle > body.left && middle < body.right)
      marks.push_back(piece);
  }
  std::sort(marks.begin(), marks.end(),
            [](const Rect& a, const Rect& b) { return a.left < b.left; });
  return marks;
}

bool is_round(const Rect& mark) {
  return std::max(mark.width(), mark.height()) <= kRoundest * std::min(mark.width(), mark.height());
}

std::optional<Mark> mark_above(const Rect& body, const InkPieces& ink) {
  const std::vector<Rect> marks = marks_above(body, ink);
  if (!std::all_of(marks.begin(), marks.end(), is_round)) return std::nullopt;
  const double middle = body.centre().x;
  const double away = kOffCentre * body.width();
  if (marks.size() == 1 && marks[0].height() >= kLeastRing * body.height() &&
      std::abs(marks[0].centre().x - middle) <= away)
    return Mark::ring;
  if (marks.size() != 2) return std::nullopt;
  const bool level = std::abs(marks[0].bottom - marks[1].bottom) <= kUnequal * body.height() + 1;
  const bool alike =
      std::abs(marks[0].height() - marks[1].height()) <= kUnequal * body.height() + 1;
  const bool central = std::abs((marks[0].centre().x + marks[1].centre().x) / 2 - middle) <= away;
  return level && alike && central ? std::optional(Mark::dots) : std::nullopt;
}

/// "Kopiå": the dot of the i beside it makes no å of an a that spells a word as it is.
bool spoils_word(const std::string& read, const std::string& mended) {
  const IsWord& is_word = swedish_words();
  return is_word(bare_word(read)) && !is_word(bare_word(mended));
}

}  // namespace

std::vector<ReadWord> with_lost_rings(std::vector<ReadWord> words, const InkPieces& ink) {
  for (ReadWord& word : words) {
    std::u32string points = code_points(word.word.text);
    if (points.size() < 2 || points.size() != word.letters.size()) continue;
    bool changed = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!marked(points[i], Mark::ring) && !marked(points[i], Mark::dots)) continue;
      const std::optional<Rect> body = body_of(pixels_of(word.letters[i], word), ink);
      const std::optional<Mark> mark = body ? mark_above(*body, ink) : std::nullopt;
      const std::optional<char32_t> letter = mark ? marked(points[i], *mark) : std::nullopt;
      if (!letter) continue;
      points[i] = *letter;
      changed = true;
    }
    std::string mended = to_utf8(points);
    if (!changed || spoils_word(word.word.text, mended)) continue;
    for (std::size_t i = 0; i < points.size(); ++i) word.letters[i].text = to_utf8({&points[i], 1});
    if (word.word.raw.empty()) word.word.raw = word.word.text;
    word.word.text = std::move(mended);
    word.word.confidence = std::min(word.word.confidence, kMostTrust);
  }
  return words;
}

}  // namespace diarium
