#include "extractors/signatures_lines.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace diarium {
namespace {

// Wider than any blank between words of one name, in font sizes: a typewriter's is 0.6.
constexpr double kColumnGap = 1.5;
// How far the lines of one column may begin apart, in points.
constexpr double kColumnShift = 36;

/// A part of a printed line that stands apart from the rest.
struct LinePart {
  Span span;
  double left = 0;
};

/// "......", "_____", "……": drawn for a signature, not read.
bool is_leader(std::string_view word) {
  return word.size() >= 3 && word.find_first_not_of("._\xE2\x80\xA6-") == std::string_view::npos;
}

std::vector<LinePart> cells_of(const Document& document, Span line) {
  std::vector<LinePart> cells;
  bool parted = true;
  const Piece* before = nullptr;
  for (const Piece& piece : document.text.pieces_in(line)) {
    if (is_leader(document.text.slice(piece.span))) {
      parted = true;
      before = nullptr;
      continue;
    }
    const double size = piece.size > 0 ? piece.size : piece.box.height();
    if (before != nullptr && piece.box.left - before->box.right > kColumnGap * size) parted = true;
    if (parted) cells.push_back({piece.span, piece.box.left});
    cells.back().span.end = std::min(piece.span.end, line.end);
    cells.back().span.begin = std::max(cells.back().span.begin, line.begin);
    parted = false;
    before = &piece;
  }
  return cells;
}

bool is_beside(const std::vector<LinePart>& cells, const LinePart& cell) {
  return std::any_of(cells.begin(), cells.end(), [&](const LinePart& other) {
    return std::abs(other.left - cell.left) <= kColumnShift;
  });
}

/// Cells of lines below each other, column by column.
std::vector<SignaturePart> by_column(const std::vector<std::vector<LinePart>>& lines,
                                     const std::vector<LinePart>& columns) {
  std::vector<SignaturePart> parts;
  for (const LinePart& column : columns) {
    for (const std::vector<LinePart>& line : lines) {
      for (const LinePart& cell : line) {
        if (std::abs(cell.left - column.left) <= kColumnShift) parts.push_back({cell.span});
      }
    }
    if (!parts.empty()) parts.back().ends_column = true;
  }
  return parts;
}

/// Whether a paragraph begins above the foot of the one before it, on the same page.
bool stands_beside(const Document& document, const Paragraph& paragraph, const Paragraph& next) {
  const auto pieces = document.text.pieces_in(paragraph.span);
  const auto pieces_of_next = document.text.pieces_in(next.span);
  if (pieces.empty() || pieces_of_next.empty()) return false;
  const Piece& foot = *std::prev(pieces.end());
  const Piece& head = *pieces_of_next.begin();
  return foot.page == head.page && head.box.left > foot.box.right &&
         head.box.centre().y < foot.box.top;
}

/// "Sekreterare ......... Eva Ek": a row of a form, not of columns.
bool has_role_beside_name(const Document& document, const std::vector<LinePart>& line,
                          const SignatureGrammar& grammar) {
  return grammar.role(document.text.slice(line[0].span)).has_value() &&
         !grammar.role(document.text.slice(line[1].span)).has_value();
}

}  // namespace

std::vector<SignaturePart> signature_lines(const Document& document,
                                           const std::vector<const Paragraph*>& block,
                                           const SignatureGrammar& grammar) {
  std::vector<std::vector<LinePart>> lines;
  std::set<std::size_t> last;  // lines at the foot of a column: the next stands at the head of one
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (block[i]->lines.empty()) lines.push_back(cells_of(document, block[i]->span));
    for (const Span line : block[i]->lines) lines.push_back(cells_of(document, line));
    if (i + 1 < block.size() && stands_beside(document, *block[i], *block[i + 1]))
      last.insert(lines.size() - 1);
  }
  std::vector<SignaturePart> parts;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].size() < 2 || has_role_beside_name(document, lines[i], grammar)) {
      for (const LinePart& cell : lines[i]) parts.push_back({cell.span});
      if (!parts.empty() && last.contains(i)) parts.back().ends_column = true;
      ++i;
      continue;
    }
    // The lines under a row of people belong to its columns as long as they begin where it does.
    const std::vector<LinePart>& columns = lines[i];
    std::size_t end = i + 1;
    while (end < lines.size() && lines[end].size() <= columns.size() &&
           std::all_of(lines[end].begin(), lines[end].end(),
                       [&](const LinePart& cell) { return is_beside(columns, cell); })) {
      ++end;
    }
    const std::vector<std::vector<LinePart>> rows(lines.begin() + static_cast<std::ptrdiff_t>(i),
                                                  lines.begin() + static_cast<std::ptrdiff_t>(end));
    const std::vector<SignaturePart> read = by_column(rows, columns);
    parts.insert(parts.end(), read.begin(), read.end());
    i = end;
  }
  return parts;
}

}  // namespace diarium
