#include "pipeline/read/docx_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "models/bounds.h"
#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kPitch = 0.5;  // of the size
constexpr double kBlank = 0.3;  // of the size; a wider one sets markers of lists off
constexpr double kAscent = 0.8;
constexpr double kDescent = 0.2;
constexpr double kSuperscriptSize = 0.65;
constexpr double kSuperscriptRise = 0.35;
constexpr double kIndent = 18;  // points for each level of a list, and for its marker
constexpr double kTab = 36;     // points between tab stops
constexpr double kLeastHeading =
    2;  // points by which a heading is larger than its style says nothing of

struct Item {
  enum class Kind { word, tab, line_break, page_break } kind = Kind::word;
  Word word;
  int note = 0;
  const DocxRun* run = nullptr;  // of a word's first letters
  std::size_t column = 0;        // letters and blanks before it on its line
};

double width_of(const Word& word) {
  return kPitch * word.size * static_cast<double>(code_points(word.text).size());
}

// Splits runs at blanks; pieces of different runs without a blank between are joined.
class Splitter {
 public:
  std::vector<Item> items_of(const DocxParagraph& paragraph) {
    for (const DocxRun& run : paragraph.runs) {
      const bool heading = paragraph.outline >= 0;
      double size = run.size;
      if (heading && size < kHeadingFloor) size += kLeastHeading;
      for (const char32_t point : code_points(run.text)) add(point, run, size);
      finish(run, size);
    }
    for (Item& item : items_) item.word.text = to_nfc(item.word.text);
    return std::move(items_);
  }

 private:
  static constexpr double kHeadingFloor = 12;  // points

  void add(char32_t point, const DocxRun& run, double size) {
    constexpr std::size_t kTypedTab = 8;
    column_ = point == U'\t' ? (column_ / kTypedTab + 1) * kTypedTab : column_ + 1;
    const bool is_break = point == U'\n' || point == U'\t' || point == U'\f';
    if (!is_break && !is_blank(point)) {
      if (letters_.empty()) begun_ = column_ - 1;
      if (point >= 0x20 && point != 0xAD) letters_ += point;
      return;
    }
    finish(run, size);
    after_letters_ = false;
    if (point == U'\t') items_.push_back({.kind = Item::Kind::tab});
    if (point == U'\n') items_.push_back({.kind = Item::Kind::line_break});
    if (point == U'\f') items_.push_back({.kind = Item::Kind::page_break});
    if (point == U'\n' || point == U'\f') column_ = 0;
  }

  void finish(const DocxRun& run, double size) {
    if (letters_.empty()) return;
    Item item{.note = run.note, .run = &run, .column = begun_};
    item.word.text = to_utf8(letters_);
    item.word.style = run.style;
    item.word.size = run.style.superscript ? size * kSuperscriptSize : size;
    item.word.baseline = run.style.superscript ? -size * kSuperscriptRise : 0;
    item.word.joined = after_letters_;
    letters_.clear();
    after_letters_ = true;
    const bool same = item.word.joined && !items_.empty() && item.note == 0 &&
                      items_.back().note == 0 && items_.back().word.style == item.word.style &&
                      items_.back().word.size == item.word.size &&
                      same_change(*items_.back().run, run);
    if (same) {
      items_.back().word.text += item.word.text;
    } else if (!item.word.text.empty()) {
      items_.push_back(std::move(item));
    }
  }

  std::vector<Item> items_;
  std::u32string letters_;
  bool after_letters_ = false;
  std::size_t column_ = 0;  // of the next point on its line
  std::size_t begun_ = 0;   // of the first of `letters_`
};

class LineSetter {
 public:
  LineSetter(double left, double right) : left_(left), right_(right), x_(left) {}

  void set_typed(std::vector<Item> items) {
    for (Item& item : items) {
      if (item.kind == Item::Kind::word) {
        if (item.note > 0) line_.notes.push_back(item.note);
        const double x = left_ + kPitch * item.word.size * static_cast<double>(item.column);
        put(std::move(item), std::max(x, x_));
      } else if (item.kind != Item::Kind::tab) {
        break_at(item.kind);
      }
    }
  }

  void set(std::vector<Item> items) {
    for (std::size_t i = 0; i < items.size();) {
      if (items[i].kind != Item::Kind::word) {
        break_at(items[i++].kind);
        continue;
      }
      std::size_t end = i + 1;
      while (end < items.size() && items[end].kind == Item::Kind::word &&
             (items[end].word.joined || ends_with_hyphen(items[end - 1]))) {
        ++end;
      }
      place({std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(i)),
             std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(end))});
      i = end;
    }
  }
  void mark(const std::string& marker, double size) {
    put({.word = {.text = marker, .size = size}}, x_);
    x_ = left_ = std::max(left_ + kIndent, x_ + kPitch * size);
    fresh_ = true;
  }
  std::vector<SetLine> take() {
    if (!line_.words.empty()) finish();
    return std::move(lines_);
  }

 private:
  static bool ends_with_hyphen(const Item& item) {
    return last_point(item.word.text) == U'-' && item.word.text.size() > 1;
  }

  // Words that must stay on one line.
  void place(std::vector<Item> words) {
    double width = 0;
    for (const Item& item : words)
      width += width_of(item.word) + (item.word.joined ? 0 : kBlank * item.word.size);
    if (x_ + width > right_ && !line_.words.empty() && !fresh_) finish();
    for (Item& item : words) {
      if (!item.word.joined && !fresh_) x_ += kBlank * item.word.size;
      if (item.note > 0) line_.notes.push_back(item.note);
      put(std::move(item), x_);
      fresh_ = false;
    }
  }

  void put(Item item, double x) {
    Word& word = item.word;
    const double end = x + width_of(word);
    word.box = {x, word.baseline - kAscent * word.size, end, word.baseline + kDescent * word.size};
    x_ = end;
    line_.size = std::max(line_.size, word.size);
    if (item.run != nullptr) note_change(*item.run, word.box);
    last_run_ = item.run;
    line_.words.push_back(std::move(word));
  }

  void note_change(const DocxRun& run, const Rect& box) {
    if (run.change == DocxChange::none) return;
    const bool goes_on =
        !line_.changes.empty() && last_run_ != nullptr && same_change(*last_run_, run);
    if (goes_on) {
      line_.changes.back().box = united(line_.changes.back().box, box);
    } else {
      line_.changes.push_back({.inserted = run.change == DocxChange::inserted,
                               .author = run.author,
                               .made_on = run.made_on,
                               .box = box});
    }
  }

  void break_at(Item::Kind kind) {
    if (kind == Item::Kind::tab) {
      x_ = left_ + kTab * (std::floor((x_ - left_ + kIndent) / kTab) + 1);
      fresh_ = true;
      return;
    }
    finish();
    lines_.back().ends_page = kind == Item::Kind::page_break;
  }

  void finish() {
    lines_.push_back(std::exchange(line_, SetLine{}));
    x_ = left_;
    fresh_ = true;
  }

  double left_;
  double right_;
  double x_;
  bool fresh_ = true;  // nothing stands before the next word that it needs a blank from
  const DocxRun* last_run_ = nullptr;  // of the word before, null for a marker
  SetLine line_;
  std::vector<SetLine> lines_;
};

}  // namespace

void move_down(SetLine& line, double points) {
  for (Word& word : line.words) {
    word.baseline += points;
    word.box = moved(word.box, {0, points});
  }
  for (TrackedChange& change : line.changes) change.box = moved(change.box, {0, points});
}

std::vector<SetLine> set_lines(const DocxParagraph& paragraph, double left, double right) {
  const bool marked = !paragraph.marker.empty();
  LineSetter setter(left + (marked ? kIndent * (std::min(paragraph.level, 8) + 1) : 0), right);
  if (marked)
    setter.mark(paragraph.marker, paragraph.runs.empty() ? 10 : paragraph.runs.front().size);
  std::vector<Item> items = Splitter().items_of(paragraph);
  if (paragraph.typed) {
    setter.set_typed(std::move(items));
  } else {
    setter.set(std::move(items));
  }
  return setter.take();
}

}  // namespace diarium
