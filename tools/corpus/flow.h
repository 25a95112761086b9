#pragma once

#include <map>
#include <span>
#include <vector>

#include "tools/corpus/paper.h"
#include "tools/corpus/shaped_text.h"
#include "tools/corpus/sheet_style.h"

namespace diarium::corpus {

/// A footnote that waits for the line with its marker.
struct WaitingNote {
  int id = 0;
  std::size_t anchor = 0;  ///< byte of its marker in the text that carries it
  ShapedText text;
};

/// Fills pages from top to bottom: breaks pages, keeps notes on the page of their marker, and draws
/// the furniture when the length of each paper is known.
class Flow {
 public:
  explicit Flow(Paper& paper) : paper_(paper) {}

  /// Ends the paper before and starts one with page label 1 on a new page.
  void begin_sheet(const SheetStyle& style, const Furniture& furniture, const Directive& sheet);
  void new_page();
  /// Draws what is still open. Call once, at the end.
  void finish();

  [[nodiscard]] Paper& paper() { return paper_; }
  [[nodiscard]] const SheetStyle& style() const { return sheets_.back().style; }
  [[nodiscard]] int page() const { return paper_.page_count(); }
  [[nodiscard]] int page_label() const { return page() - sheets_.back().first_page + 1; }
  [[nodiscard]] double y() const { return y_; }
  /// Where the text area begins on this page.
  [[nodiscard]] bool at_top() const { return y_ <= top_ + 0.01; }

  /// A new page, unless `height` points are left on this one.
  void need(double height);
  /// A gap; nothing at the top of a page.
  void skip(double height);
  /// Moves on by `height` after something was drawn at y().
  void advance(double height) { y_ += height; }
  /// Sets a text line by line, over as many pages as it takes.
  Setting set(const ShapedText& text, double x, std::vector<WaitingNote> notes);

  /// Where each note came to stand, by id; complete after finish().
  [[nodiscard]] const std::map<int, Setting>& notes() const { return placed_notes_; }

 private:
  struct Sheet {
    SheetStyle style;
    Furniture furniture;
    Directive directive;
    int first_page = 0;
  };
  void close_page();
  void draw_sheet_furniture(const Sheet& sheet);
  [[nodiscard]] double limit() const;
  [[nodiscard]] double height_of_notes(std::span<const WaitingNote> notes) const;

  Paper& paper_;
  std::vector<Sheet> sheets_;
  std::vector<WaitingNote> page_notes_;
  std::map<int, Setting> placed_notes_;
  double y_ = 0;
  double top_ = 0;
};

}  // namespace diarium::corpus
