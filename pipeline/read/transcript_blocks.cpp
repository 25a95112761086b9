#include "pipeline/read/transcript_blocks.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "models/sentence_end.h"
#include "models/unicode.h"
#include "pipeline/read/transcript_lines.h"
#include "pipeline/read/transcript_tables.h"

namespace diarium {
namespace {

// Bytes.
constexpr std::size_t kLongLine = 120;  // no typist's line is longer, a paragraph is
constexpr std::size_t kCutLine = 60;    // a shorter one ends before the paper does
constexpr std::size_t kLongestHeading = 100;
constexpr int kPlainHeading = 3;  // its rank in the outline

bool is_blank_line(std::string_view line) {
  return trim(line).empty() && line != "\f";
}

bool is_plain(std::string_view line) {
  return !is_blank_line(line) && line != "\f" && !marked_heading(line) && !marked_item(line) &&
         !is_rule_line(line) && !note_line(line);
}

/// Without blanks at its end; those before it set it in.
std::string without_end(std::string_view line) {
  return std::string(line.substr(0, line.find_last_not_of(" \t\f") + 1));
}

/// "======" or "------" right under a line makes it a heading.
int underlining(std::string_view line) {
  line = trim(line);
  if (line.size() < 3) return 0;
  if (line.find_first_not_of('=') == std::string_view::npos) return 1;
  return line.find_first_not_of('-') == std::string_view::npos ? 2 : 0;
}

/// Whether every line is a paragraph: long lines stand close to others.
bool lines_are_paragraphs(const std::vector<std::string>& lines) {
  std::size_t close = 0;
  std::size_t apart = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].size() < kLongLine || !is_plain(lines[i])) continue;
    const bool after = i > 0 && is_plain(lines[i - 1]);
    const bool before = i + 1 < lines.size() && is_plain(lines[i + 1]);
    ++(after || before ? close : apart);
  }
  return close >= 2 && 3 * close >= apart;
}

class BlockReader {
 public:
  explicit BlockReader(std::vector<std::string> lines)
      : lines_(std::move(lines)),
        each_line_(lines_are_paragraphs(lines_)),
        headings_marked_(std::any_of(lines_.begin(), lines_.end(), [](const std::string& line) {
          return marked_heading(line).has_value();
        })) {}

  std::vector<TranscriptBlock> read() {
    while (at_ < lines_.size()) read_line();
    return std::move(blocks_);
  }

 private:
  void read_line() {
    const std::string& line = lines_[at_];
    if (is_blank_line(line) || is_rule_line(line) || line == "\f") {
      page_ended_ = page_ended_ || line == "\f";
      open_ = false;
      in_note_ = in_note_ && is_blank_line(line);
      ++at_;
      return;
    }
    const auto table = table_at(std::span(lines_).subspan(at_));
    if (table) {
      add(table->table);
      at_ += table->lines;
    } else {
      read_text_line(line);
      ++at_;
    }
  }

  void read_text_line(const std::string& line) {
    if (const auto entry = contents_entry(line)) {
      add(TranscriptParagraph{.text = *entry, .marker = {}});
      open_ = false;
    } else if (const auto heading = marked_heading(line)) {
      add(TranscriptParagraph{
          .text = std::string(heading->text), .marker = {}, .outline = heading->level - 1});
      open_ = false;
    } else if (const auto note = note_line(line)) {
      add(TranscriptNote{note->number, note->text});
      in_note_ = open_ = true;
    } else if (in_note_ && (open_ || is_address(line))) {
      std::get<TranscriptNote>(blocks_.back()).text += ' ' + std::string(trim(line));
      in_note_ = open_ = true;
    } else if (const auto item = marked_item(line)) {
      add(TranscriptParagraph{.text = std::string(item->text),
                              .marker = std::string(item->marker),
                              .level = item->level});
    } else {
      read_plain_line(line);
    }
  }

  void read_plain_line(std::string line) {
    const std::vector<NoteText> notes = take_inline_notes(line);
    const bool typed = has_columns(line);
    const std::string text = typed ? without_end(line) : std::string(trim(line));
    const bool heading = !typed && stands_over_text();
    const int underlined = open_ || at_ + 1 == lines_.size() ? 0 : underlining(lines_[at_ + 1]);
    if (underlined > 0 || heading) {
      add(TranscriptParagraph{
          .text = text, .marker = {}, .outline = underlined > 0 ? underlined - 1 : kPlainHeading});
      open_ = false;
      at_ += underlined > 0 ? 1 : 0;
    } else if (!text.empty() && open_ && may_follow(line)) {
      last_paragraph()->text += '\n' + text;
      last_paragraph()->typed = last_paragraph()->typed || typed;
    } else if (!text.empty() && goes_on(text)) {
      last_paragraph()->text += (std::exchange(page_ended_, false) ? '\f' : ' ') + text;
    } else if (!text.empty()) {
      add(TranscriptParagraph{.text = text, .marker = {}, .typed = typed});
    }
    for (const NoteText& note : notes) push(TranscriptNote{note.number, note.text});
  }

  void add(TranscriptBlock block) {
    if (std::exchange(page_ended_, false)) {
      if (TranscriptParagraph* last = last_paragraph()) {
        last->text += '\f';
      } else if (!blocks_.empty()) {
        push(TranscriptParagraph{.text = "\f", .marker = {}});
      }
    }
    push(std::move(block));
    open_ = true;
    in_note_ = false;
  }

  void push(TranscriptBlock block) {
    if (!std::holds_alternative<TranscriptNote>(block)) last_text_ = blocks_.size();
    blocks_.push_back(std::move(block));
  }

  /// The last block, where it is a paragraph; notes between are looked over.
  TranscriptParagraph* last_paragraph() {
    return last_text_ ? std::get_if<TranscriptParagraph>(&blocks_[*last_text_]) : nullptr;
  }

  /// Whether a line goes on with the open paragraph or list item on a line of its own.
  bool may_follow(std::string_view line) {
    const TranscriptParagraph* last = last_paragraph();
    if (last == nullptr || last->outline >= 0) return false;
    if (lines_[at_ - 1].ends_with("  ") || !each_line_) return true;
    return is_lower(first_point(trim(line))) && !ends_sentence(last->text) &&
           lines_[at_ - 1].size() < kLongLine;
  }

  /// Whether a line is the rest of the sentence that the last paragraph breaks off.
  bool goes_on(std::string_view text) {
    const TranscriptParagraph* last = last_paragraph();
    if (last == nullptr || last->outline >= 0 || last->text.size() < kCutLine) return false;
    return !last->typed && is_lower(first_point(text)) && !ends_sentence(last->text) &&
           !to_lower(text.substr(0, 4)).starts_with("att ");
  }

  /// A short line alone over running text.
  [[nodiscard]] bool stands_over_text() const {
    const std::string_view line = trim(lines_[at_]);
    if (headings_marked_ || line.size() > kLongestHeading || line.ends_with(',') ||
        ends_sentence(line) || !is_upper(first_point(line))) {
      return false;
    }
    const bool alone =
        at_ == 0 || !is_plain(lines_[at_ - 1]) || (each_line_ && ends_sentence(lines_[at_ - 1]));
    const std::size_t next = next_text(at_ + 1);
    if (!alone || next >= lines_.size() || (!each_line_ && next == at_ + 1)) return false;
    return is_plain(lines_[next]) && lines_[next].size() > kCutLine &&
           is_upper(first_point(trim(lines_[next])));
  }

  /// The line from `from` on that is neither blank nor of a note; not looked for far away.
  [[nodiscard]] std::size_t next_text(std::size_t from) const {
    constexpr std::size_t kNear = 16;
    const std::size_t end = std::min(lines_.size(), from + kNear);
    bool note = false;
    for (std::size_t i = from; i < end; ++i) {
      const std::string& line = lines_[i];
      if (is_blank_line(line) || is_rule_line(line)) {
        note = false;
        continue;
      }
      note = note || note_line(line) || is_address(line);
      if (!note) return i;
    }
    return lines_.size();
  }

  std::vector<std::string> lines_;
  bool each_line_;
  bool headings_marked_;
  std::size_t at_ = 0;
  bool open_ = false;        // the next line may go on with the last block
  bool in_note_ = false;     // the last block is a note that may go on
  bool page_ended_ = false;  // a form feed stands before the next line
  std::vector<TranscriptBlock> blocks_;
  std::optional<std::size_t> last_text_;  // the last of them that is no note
};

}  // namespace

std::vector<TranscriptBlock> transcript_blocks(std::string_view text) {
  return BlockReader(transcript_lines(text)).read();
}

}  // namespace diarium
