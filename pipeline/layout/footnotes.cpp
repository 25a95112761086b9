#include "pipeline/layout/footnotes.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr double kNoteType = 0.95;    // of the body's size, at most
// Of the page's height; notes don't begin above. On a short last page they may follow the text.
constexpr double kHighestNote = 0.12;

bool raised_first(const Upright& page, const Row& row) {
  const Token& first = page.tokens[row.fragments.front().tokens.front()];
  return page.words[first.word].style.superscript ||
         (first.size < 0.85 * row.size && first.baseline < row.baseline - 0.15 * row.size);
}

/// A rule that begins at the left of the text, close above `row` and below the row before it.
bool rule_above(const Upright& page, const Row& row, double above) {
  return std::any_of(page.across.begin(), page.across.end(), [&](const Rect& line) {
    const double y = line.centre().y;
    return y > above - 0.3 * row.size && y < row.box.top + 0.3 * row.size &&
           std::abs(line.left - row.box.left) < 2 * row.size;
  });
}

}  // namespace

bool begins_note(const Upright& page, const Row& row) {
  const auto& tokens = row.fragments.front().tokens;
  const bool alone = tokens.size() == 1 && row.fragments.size() == 1;
  return !alone && is_note_marker(page.words[page.tokens[tokens.front()].word].text);
}

void split_notes(const Upright& page, Zones& zones) {
  std::vector<Row>& body = zones.body;
  std::size_t start = body.size();
  bool numbered = false;
  bool below_rule = false;
  for (std::size_t i = body.size(); i-- > 0;) {
    const Row& row = body[i];
    if (row.size > kNoteType * page.body_size || row.box.top < kHighestNote * page.height) break;
    const double above = i > 0 ? body[i - 1].box.bottom : 0.0;
    const bool ruled = rule_above(page, row, above);
    const bool begins = begins_note(page, row);
    if (begins && (ruled || raised_first(page, row))) start = i;
    numbered = numbered || begins;
    // A rule over small type at the foot: notes begin here, one of them perhaps on the page before.
    // A raised number farther up says that it was no rule of notes, but a line between two of them.
    if (ruled && numbered && !below_rule) start = i;
    below_rule = below_rule || (ruled && numbered);
  }
  const auto first = body.begin() + static_cast<std::ptrdiff_t>(start);
  zones.notes.assign(std::make_move_iterator(first), std::make_move_iterator(body.end()));
  body.erase(first, body.end());
}

}  // namespace diarium::layout
