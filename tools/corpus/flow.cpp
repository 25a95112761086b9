#include "tools/corpus/flow.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace diarium::corpus {
namespace {

constexpr double kNoteRuleSpace = 12;  // above the first note, with its rule
constexpr double kNoteGap = 2;

}  // namespace

void Flow::begin_sheet(const SheetStyle& style, const Furniture& furniture,
                       const Directive& sheet) {
  if (!sheets_.empty()) close_page();
  sheets_.push_back({style, furniture, sheet, page() + 1});
  paper_.add_page();
  top_ = style.first_top;
  y_ = top_;
}

void Flow::new_page() {
  close_page();
  paper_.add_page();
  top_ = style().top;
  y_ = top_;
}

double Flow::height_of_notes(std::span<const WaitingNote> notes) const {
  double height = 0;
  for (const WaitingNote& note : notes) height += note.text.height() + kNoteGap;
  return height;
}

double Flow::limit() const {
  const double notes = page_notes_.empty() ? 0 : height_of_notes(page_notes_) + kNoteRuleSpace;
  return kA4Height - style().bottom - notes;
}

void Flow::close_page() {
  if (page_notes_.empty()) return;
  double y = limit() + kNoteRuleSpace;
  paper_.rule(page(), {style().left, y - 5}, {style().left + 140, y - 5}, 0.5);
  for (const WaitingNote& note : page_notes_) {
    placed_notes_[note.id] = paper_.draw(page(), Zone::notes, note.text, {style().left, y});
    y += note.text.height() + kNoteGap;
  }
  page_notes_.clear();
}

void Flow::finish() {
  close_page();
  for (const Sheet& sheet : sheets_) draw_sheet_furniture(sheet);
}

void Flow::draw_sheet_furniture(const Sheet& sheet) {
  int last = page();
  for (const Sheet& other : sheets_) {
    if (other.first_page > sheet.first_page) last = std::min(last, other.first_page - 1);
  }
  const int pages = last - sheet.first_page + 1;
  for (int label = 1; label <= pages; ++label) {
    const FurniturePage place{
        .page = sheet.first_page + label - 1, .label = label, .labels = pages};
    draw_furniture(paper_, place, sheet.style, sheet.furniture, sheet.directive);
  }
}

void Flow::need(double height) {
  if (y_ + height > limit() && !at_top()) new_page();
}

void Flow::skip(double height) {
  if (!at_top()) y_ += height;
}

Setting Flow::set(const ShapedText& text, double x, std::vector<WaitingNote> notes) {
  Setting setting;
  const std::size_t count = text.lines().size();
  for (std::size_t line = 0; line < count; ++line) {
    std::vector<WaitingNote> of_line;
    for (WaitingNote& note : notes) {
      if (text.lines()[line].bytes.contains(note.anchor)) of_line.push_back(std::move(note));
    }
    const bool first_of_many = line == 0 && count > 2;
    const bool last_but_one = count > 2 && line + 2 == count;
    double height = text.line_height() * (first_of_many || last_but_one ? 2 : 1);
    if (!of_line.empty()) {
      height += height_of_notes(of_line) + (page_notes_.empty() ? kNoteRuleSpace : 0);
    }
    need(height);
    std::move(of_line.begin(), of_line.end(), std::back_inserter(page_notes_));
    const Setting drawn = paper_.draw_line(page(), Zone::body, text, line, {x, y_});
    setting.insert(setting.end(), drawn.begin(), drawn.end());
    y_ += text.line_height();
  }
  return setting;
}

}  // namespace diarium::corpus
