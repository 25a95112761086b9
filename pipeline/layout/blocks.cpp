#include "pipeline/layout/blocks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "models/sentence_end.h"
#include "models/unicode.h"
#include "pipeline/layout/headings.h"
#include "pipeline/layout/list_items.h"
#include "pipeline/layout/measures.h"

namespace diarium::layout {
namespace {

// In parts of the type size, but for ratios.
constexpr double kLoose = 1.22;          // a line pitch this much over the usual parts paragraphs
constexpr double kSizeChange = 1.07;     // type this much larger or smaller is another paragraph
constexpr double kOcrSizeChange = 1.3;   // from OCR sizes are estimates
constexpr double kHeadingChange = 1.15;  // ... from a line in a heading's size to one that is not
constexpr double kBoldChange = 0.75;     // of the letters; less is a stressed word or two
constexpr double kIndented = 0.8;
constexpr double kDeepest = 4.5;  // an indent larger than this begins no paragraph
constexpr double kWidest = 2.2;   // type sizes from baseline to baseline of widely set text
constexpr double kSlack = 2.0;    // room left at the end of a line beyond what the next word needs
constexpr std::size_t kSentence = 4;  // words, at least
constexpr std::size_t kDrawn = 4;     // underscores or hyphens that make a line, at least

bool is_drawn_with(char sign, const std::string& word) {
  return word.size() >= kDrawn && word.find_first_not_of(sign) == std::string::npos;
}

class BlockBuilder {
 public:
  BlockBuilder(const Upright& page, const std::vector<TextLine>& lines)
      : page_(page), lines_(lines), measures_(measures_of(page, lines)) {}

  std::vector<Block> build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Marking marking = marking_of(i);
      if (i == 0 || begins_block(i, marking)) {
        open(i, marking);
      } else {
        blocks_.back().lines.end = i + 1;
      }
    }
    name_headings(page_, lines_, measures_, blocks_);
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] Marking marking_of(std::size_t i) const {
    const TextLine& line = lines_[i];
    if (line.zone == BlockKind::footnote) return note_marking_of(page_, line);
    if (line.zone != BlockKind::paragraph) return {};
    Marking marking = list_marking_of(page_, line);
    if (marking.marker.empty()) marking = counted_marking_of(page_, lines_, i);
    if (marking.marker.empty()) marking = columned_marking_of(page_, lines_, i);
    return marking;
  }

  void open(std::size_t i, const Marking& marking) {
    const TextLine& line = lines_[i];
    Block block{.kind = line.zone, .lines = {i, i + 1}, .box = {}, .marker = {}};
    block.table = line.table;
    block.column = line.column;
    block.columns = line.columns;
    text_left_ = line.box.left;
    if (line.zone == BlockKind::paragraph && is_contents_line(page_, lines_, i, measures_)) {
      block.kind = BlockKind::contents;
    } else if (!marking.marker.empty()) {
      block.marker = marking.marker;
      if (line.zone == BlockKind::paragraph) block.kind = BlockKind::list_item;
      text_left_ = marking.text_left;
    }
    block.indent = text_left_ - measures_.left;
    blocks_.push_back(std::move(block));
  }

  /// Whether line i begins a block of its own, after the line before it.
  [[nodiscard]] bool begins_block(std::size_t i, const Marking& marking) const {
    const TextLine& line = lines_[i];
    const TextLine& before = lines_[i - 1];
    const Block& block = blocks_.back();
    if (line.zone != before.zone || line.band != before.band || line.column != before.column ||
        line.table != before.table) {
      return true;
    }
    const bool whole = line.zone == BlockKind::table || line.zone == BlockKind::stamp ||
                       line.zone == BlockKind::figure;
    if (whole) return false;
    if (line.zone == BlockKind::paragraph &&
        (block.kind == BlockKind::contents || is_contents_line(page_, lines_, i, measures_))) {
      return true;
    }
    if (loose(i) || parts_off(i) || (own_line(i - 1) && parts_off(i - 1))) return true;
    if (line.zone == BlockKind::footnote) return !marking.marker.empty() && begins_item(i, marking);
    if (short_column(i)) return begins_item(i, marking);
    return (changes_style(line, before) && !stressed(i)) || begins_item(i, marking) ||
           dedented(i) || indented(i) || ends_hanging(i) ||
           (line.zone == BlockKind::paragraph && ends_early(i));
  }

  /// A card, signature or address: short lines that differ in style and belong together.
  [[nodiscard]] bool short_column(std::size_t i) const {
    return lines_[i].columns > 1 && !measures_.running(lines_[i]);
  }

  [[nodiscard]] bool own_line(std::size_t i) const {
    return blocks_.back().lines == Span{i, i + 1};
  }

  /// Whether line i stands farther below the line before it than lines of one paragraph do.
  [[nodiscard]] bool loose(std::size_t i) const {
    const double pitch = lines_[i].baseline - lines_[i - 1].baseline;
    const double size = std::max(lines_[i].size, lines_[i - 1].size);
    double usual = measures_.pitch * size;
    const Span own = blocks_.back().lines;
    if (own.size() > 1) {
      usual = std::min(std::max(usual, 1.15 * size),
                       lines_[own.begin + 1].baseline - lines_[own.begin].baseline);
    }
    // A sentence that runs on from a full line keeps to its paragraph, however wide it is set.
    if (pitch > 0 && pitch < kWidest * size && full(i - 1) && runs_on(i)) return false;
    return pitch <= 0 || pitch > kLoose * usual + 0.1 * size;
  }

  [[nodiscard]] bool runs_on(std::size_t i) const { return is_lower(first_point(first_word(i))); }

  [[nodiscard]] bool changes_style(const TextLine& line, const TextLine& before) const {
    const double change = measures_.estimated ? kOcrSizeChange : kSizeChange;
    const double ratio = std::max(line.size, before.size) / std::min(line.size, before.size);
    if (measures_.estimated && ratio > kHeadingChange && heading_size(line) != heading_size(before))
      return true;
    return ratio > change || std::abs(line.bold_share - before.bold_share) > kBoldChange;
  }

  /// On a scan: larger than text can have been misjudged.
  [[nodiscard]] bool heading_size(const TextLine& line) const {
    return line.size > kOcrSizeChange * measures_.body_size;
  }

  /// Bold words that fill a line of a paragraph: they run on from a full line, or into the next.
  [[nodiscard]] bool stressed(std::size_t i) const {
    const double ratio = lines_[i].size / lines_[i - 1].size;
    if (ratio > kSizeChange || ratio < 1 / kSizeChange || !full(i - 1)) return false;
    // Behind them the paragraph goes on as it began.
    const Span own = blocks_.back().lines;
    const bool behind = own.size() > 1 && lines_[own.begin].bold_share < 1 - kBoldChange;
    // So does an item of a list under its own text.
    const bool hangs = blocks_.back().kind == BlockKind::list_item &&
                       std::abs(lines_[i].box.left - text_left_) < 0.5 * lines_[i].size;
    return behind || hangs || runs_on(i) || splits_bold(i) || splits_bold(i - 1);
  }

  /// Whether a bold run goes on from line i to a line that isn't bold.
  [[nodiscard]] bool splits_bold(std::size_t i) const {
    if (i + 1 >= lines_.size() || lines_[i].bold_share < kBoldChange ||
        lines_[i + 1].bold_share > 1 - kBoldChange || lines_[i + 1].bold_share <= 0) {
      return false;
    }
    return page_.words[page_.tokens[lines_[i + 1].tokens.front()].word].style.bold;
  }

  [[nodiscard]] bool begins_item(std::size_t i, const Marking& marking) const {
    if (marking.marker.empty()) return false;
    const bool listed = !blocks_.back().marker.empty();
    return marking.set_off || listed || !full(i - 1);
  }

  /// Whether the first word of the next line would not have fitted on line i.
  [[nodiscard]] bool full(std::size_t i) const { return room_after(i) < next_word(i); }
  [[nodiscard]] double room_after(std::size_t i) const {
    return measures_.right_of(lines_[i]) - lines_[i].box.right;
  }
  [[nodiscard]] double next_word(std::size_t i) const {
    const TextLine& next = lines_[i + 1];
    return page_.tokens[next.tokens.front()].box.width() + kSlack * next.size;
  }

  /// Left of the text of a list item: the item is over, unless its text runs on under the marker.
  [[nodiscard]] bool dedented(std::size_t i) const {
    if (blocks_.back().kind != BlockKind::list_item) return false;
    return lines_[i].box.left < text_left_ - 0.5 * lines_[i].size && !full(i - 1);
  }

  /// The first line of a paragraph that is set in, after a line of text.
  [[nodiscard]] bool indented(std::size_t i) const {
    if (!blocks_.back().marker.empty()) return false;
    const double shift = lines_[i].box.left - lines_[i - 1].box.left;
    if (hangs(i)) return false;
    const bool running = measures_.fills(lines_[i - 1]) || measures_.fills(lines_[i]);
    return running && shift > kIndented * lines_[i].size && shift < kDeepest * lines_[i].size;
  }

  /// What goes on with a clause is set in below its "att".
  [[nodiscard]] bool hangs(std::size_t i) const {
    const Span own = blocks_.back().lines;
    return to_lower(first_word(own.begin)) == "att" && (runs_on(i) || full(i - 1)) &&
           lines_[i].box.left > lines_[own.begin].box.left + kIndented * lines_[i].size;
  }

  /// After lines that are set in below "att" the next clause begins where the first one did.
  [[nodiscard]] bool ends_hanging(std::size_t i) const {
    const Span own = blocks_.back().lines;
    return own.size() > 1 && to_lower(first_word(own.begin)) == "att" &&
           lines_[i - 1].box.left > lines_[own.begin].box.left + kIndented * lines_[i].size &&
           lines_[i].box.left < lines_[own.begin].box.left + 0.5 * lines_[i].size;
  }

  /// A paragraph ends with a short line; a stack of short lines (address, names) stays together.
  [[nodiscard]] bool ends_early(std::size_t i) const {
    if (full(i - 1) || blocks_.back().kind == BlockKind::list_item || amid_sentence(i))
      return false;
    const Span own = blocks_.back().lines;
    const bool after_text =
        std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(own.begin),
                    lines_.begin() + static_cast<std::ptrdiff_t>(own.end),
                    [&](const TextLine& line) { return measures_.fills(line); });
    return after_text || measures_.fills(lines_[i]) || ends_sentence_at(i - 1, i);
  }

  /// Line i goes on with the sentence of a paragraph whose right edge is ragged.
  [[nodiscard]] bool amid_sentence(std::size_t i) const {
    const bool divided = last_word(i - 1).ends_with('-');
    return runs_on(i) && (divided || !ends_sentence(last_word(i - 1))) &&
           (divided || measures_.fills(lines_[i - 1])) && to_lower(first_word(i)) != "att";
  }

  /// A sentence that ends far from the margin, and the next one on a line of its own.
  [[nodiscard]] bool ends_sentence_at(std::size_t i, std::size_t next) const {
    return lines_[i].tokens.size() >= kSentence && last_word(i).ends_with('.') &&
           is_upper(first_point(first_word(next)));
  }

  [[nodiscard]] const std::string& first_word(std::size_t i) const {
    return page_.words[page_.tokens[lines_[i].tokens.front()].word].text;
  }
  [[nodiscard]] const std::string& last_word(std::size_t i) const {
    return page_.words[page_.tokens[lines_[i].tokens.back()].word].text;
  }

  /// A line of hyphens parts what stands above and below it, and so does one of underscores under a
  /// sentence. One on which somebody signs stands in room of its own.
  [[nodiscard]] bool parts_off(std::size_t i) const {
    if (lines_[i].tokens.size() != 1) return false;
    if (is_drawn_with('-', first_word(i))) return true;
    return i > 0 && is_drawn_with('_', first_word(i)) && ends_sentence(last_word(i - 1));
  }

  const Upright& page_;
  const std::vector<TextLine>& lines_;
  Measures measures_;
  std::vector<Block> blocks_;
  double text_left_ = 0;
};

}  // namespace

std::vector<Block> blocks_of(const Upright& page, const std::vector<TextLine>& lines) {
  return BlockBuilder(page, lines).build();
}

}  // namespace diarium::layout
