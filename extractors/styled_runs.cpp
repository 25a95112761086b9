#include "extractors/styled_runs.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "models/unicode.h"

namespace diarium {
namespace {

std::optional<StyledRun::Mark> mark_of(const Style& style) {
  if (style.struck) return StyledRun::Mark::struck;
  if (style.underlined) return StyledRun::Mark::underlined;
  if (style.bold) return StyledRun::Mark::bold;
  return std::nullopt;
}

bool is_word(std::string_view text) {
  for (const char32_t point : code_points(text)) {
    if (is_letter(point) || is_digit(point)) return true;
  }
  return false;
}

}  // namespace

const DocumentChange* change_at(const Document& document, std::size_t byte) {
  const auto after = std::partition_point(
      document.changes.begin(), document.changes.end(),
      [byte](const DocumentChange& change) { return change.span.begin <= byte; });
  if (after == document.changes.begin() || !std::prev(after)->span.contains(byte)) return nullptr;
  return &*std::prev(after);
}

std::vector<StyledRun> styled_runs(const Document& document, const Paragraph& paragraph) {
  std::vector<StyledRun> runs;
  std::size_t plain_words = 0;
  bool open = false;
  const DocumentChange* last_change = nullptr;
  for (const Piece& piece : document.text.pieces_in(paragraph.span)) {
    const std::optional<StyledRun::Mark> mark = mark_of(piece.style);
    if (!mark) {
      if (is_word(document.text.slice(piece.span))) ++plain_words;
      open = false;
      continue;
    }
    const DocumentChange* const change = change_at(document, piece.span.begin);
    if (open && runs.back().mark == *mark && change == last_change) {
      runs.back().span.end = piece.span.end;
    } else {
      runs.push_back({.mark = *mark, .span = piece.span});
    }
    open = true;
    last_change = change;
  }
  if (runs.size() == 1) runs.front().whole = plain_words == 0;
  return runs;
}

}  // namespace diarium
