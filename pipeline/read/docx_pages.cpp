#include "pipeline/read/docx_pages.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

#include "models/unicode.h"
#include "pipeline/read/docx_charts.h"
#include "pipeline/read/docx_lines.h"

namespace diarium {
namespace {

// Points.
constexpr double kWidth = 595;
constexpr double kHeight = 842;
constexpr double kLeft = 72;
constexpr double kRight = kLeft + kSetWidth;
constexpr double kTop = 72;
constexpr double kBottom = kHeight - 72;
constexpr double kHeaderTop = 34;
constexpr double kMarginSize = 8;  // of headers, footers and notes
// Wider than lines of one paragraph are ever set apart, so that single lines stay paragraphs.
constexpr double kParagraphGap = 12;
constexpr double kHeadingGap = 8;  // above a heading, besides that between paragraphs
constexpr double kCellPadding = 4;
constexpr double kColumnGap = 14;  // between the cells of a table without borders
constexpr double kRuling = 0.5;
constexpr double kNoteRuling = 144;  // length of the line above notes
constexpr double kNoteGap = 14;      // between text and the line above notes
constexpr double kLeading = 1.2;     // line height in parts of the size
constexpr double kEmptyLine = 12;

double height_of(const SetLine& line) {
  return line.words.empty() ? kEmptyLine : kLeading * line.size;
}

double height_of(const std::vector<SetLine>& lines) {
  return std::accumulate(lines.begin(), lines.end(), 0.0,
                         [](double sum, const SetLine& line) { return sum + height_of(line); });
}

DocxParagraph at_most(DocxParagraph paragraph, double size) {
  for (DocxRun& run : paragraph.runs) run.size = std::min(run.size, size);
  paragraph.outline = -1;
  return paragraph;
}

struct CellLines {
  Rect box;  // top and bottom are set with the row
  bool goes_on = false;
  bool goes_on_below = false;
  std::vector<SetLine> lines;
};

struct SetRow {
  std::vector<CellLines> cells;
  std::vector<int> notes;
  double height = 0;
};

class PageSetter {
 public:
  explicit PageSetter(const DocxContent& content) : content_(content) {}

  std::vector<Sheet> pages() {
    begin_page(0);
    std::optional<DocxParagraph> begun;  // its end is deleted: the next one goes on in it
    for (std::size_t i = 0; i < content_.blocks.size(); ++i) {
      const auto* const paragraph = std::get_if<DocxParagraph>(&content_.blocks[i]);
      if (paragraph == nullptr) {
        if (begun) set(*std::exchange(begun, std::nullopt), i);
        std::visit([&](const auto& other) { set(other, i); }, content_.blocks[i]);
        continue;
      }
      DocxParagraph whole =
          begun ? joined(*std::exchange(begun, std::nullopt), *paragraph) : *paragraph;
      if (paragraph->mark == DocxChange::deleted && keeps_text(*paragraph)) {
        begun = std::move(whole);
      } else {
        set(whole, i);
      }
    }
    if (begun) set(*begun, content_.blocks.size());
    add_notes_of_document();
    finish_page();
    if (content_.incomplete) sheets_.front().issues.emplace_back("partial_page");
    return std::move(sheets_);
  }

 private:
  // `block`: the first that the page shows.
  void begin_page(std::size_t block) {
    sheet_ =
        Sheet{.number = static_cast<int>(sheets_.size()) + 1, .width = kWidth, .height = kHeight};
    notes_.clear();
    notes_height_ = 0;
    footer_ = nullptr;
    const auto margins =
        std::find_if(content_.margins.begin() + static_cast<std::ptrdiff_t>(next_margins_),
                     content_.margins.end(),
                     [block](const DocxMargins& all) { return all.first_block > block; });
    const auto passed = static_cast<std::size_t>(margins - content_.margins.begin());
    y_ = top_ = kTop;
    if (std::exchange(next_margins_, passed) == passed) return;
    const DocxMargins& shown = content_.margins[passed - 1];
    footer_ = &shown.footer;
    y_ = top_ = std::max(kTop, set_margin(shown.header, kHeaderTop) + kTop - kHeaderTop);
  }

  void finish_page() {
    static const std::vector<DocxParagraph> kNone;
    const std::vector<DocxParagraph>& footer = footer_ == nullptr ? kNone : *footer_;
    const double foot = kBottom - margin_height(footer);
    double y = std::max(foot - notes_height_, y_ + kNoteGap);
    if (!notes_.empty()) {
      sheet_.rulings.push_back({{kLeft, y, kLeft + kNoteRuling, y + kRuling}});
      y += kParagraphGap;
      for (const SetLine& line : notes_) y = put(line, y);
    }
    y = set_margin(footer, std::max(foot + kParagraphGap, y + kNoteGap));
    sheet_.height = std::max(kHeight, y + kHeaderTop);
    sheets_.push_back(std::move(sheet_));
  }

  void turn_page(std::size_t block) {
    finish_page();
    begin_page(block);
  }

  [[nodiscard]] bool page_is_empty() const { return y_ <= top_; }

  static bool keeps_text(const DocxParagraph& paragraph) {
    return std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [](const DocxRun& run) {
      return run.change != DocxChange::deleted && !trim(run.text).empty();
    });
  }

  static DocxParagraph joined(DocxParagraph first, const DocxParagraph& rest) {
    first.runs.insert(first.runs.end(), rest.runs.begin(), rest.runs.end());
    return first;
  }

  // Returns where the next line may begin.
  double put(SetLine line, double top) {
    move_down(line, top + line.size);
    const double bottom = top + height_of(line);
    std::move(line.words.begin(), line.words.end(), std::back_inserter(sheet_.words));
    for (TrackedChange& change : line.changes)
      if (sheet_.changes.size() < kMostChangesOnPage) sheet_.changes.push_back(std::move(change));
    return bottom;
  }

  static double margin_height(const std::vector<DocxParagraph>& paragraphs) {
    double height = 0;
    for (const DocxParagraph& paragraph : paragraphs)
      height += height_of(set_lines(at_most(paragraph, kMarginSize), kLeft, kRight));
    return height;
  }

  // Returns where the margin's text ends.
  double set_margin(const std::vector<DocxParagraph>& paragraphs, double top) {
    for (const DocxParagraph& paragraph : paragraphs) {
      for (const SetLine& line : set_lines(at_most(paragraph, kMarginSize), kLeft, kRight))
        top = put(line, top);
    }
    return top;
  }

  static std::vector<SetLine> lines_of(const DocxNote& note) {
    const DocxRun marker{.text = note.marker, .style = {.superscript = true}, .size = kMarginSize};
    std::vector<SetLine> lines;
    for (std::size_t i = 0; i < note.paragraphs.size(); ++i) {
      DocxParagraph paragraph = at_most(note.paragraphs[i], kMarginSize);
      if (i == 0 && !note.marker.empty())
        paragraph.runs.insert(paragraph.runs.begin(), {marker, {.text = " ", .size = kMarginSize}});
      std::vector<SetLine> more = set_lines(paragraph, kLeft, kRight);
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    return lines;
  }

  // Of the notes of a page whose markers these are.
  [[nodiscard]] std::vector<SetLine> lines_of_notes(const std::vector<int>& keys) const {
    std::vector<SetLine> lines;
    for (const int key : keys) {
      const auto note = content_.notes.find(key);
      if (note == content_.notes.end() || note->second.at_end) continue;
      std::vector<SetLine> more = lines_of(note->second);
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    return lines;
  }

  void add_notes(std::vector<SetLine> lines) {
    if (!lines.empty() && notes_.empty()) notes_height_ = kNoteGap + kParagraphGap;
    notes_height_ += height_of(lines);
    std::move(lines.begin(), lines.end(), std::back_inserter(notes_));
  }

  void add_notes_of_document() {
    for (const auto& [key, note] : content_.notes) {
      if (note.at_end) add_notes(lines_of(note));
    }
  }

  // Turns the page where what comes next, with its notes, is higher than the room on the paper.
  void make_room(double height, const std::vector<SetLine>& notes, std::size_t block) {
    if (content_.paging == DocxPaging::as_stored || page_is_empty()) return;
    const double beginning = notes_.empty() && !notes.empty() ? kNoteGap + kParagraphGap : 0;
    const double foot = kBottom - (footer_ == nullptr ? 0 : margin_height(*footer_));
    if (y_ + height + height_of(notes) + beginning > foot - notes_height_) turn_page(block);
  }

  // Where paper would cut a paragraph or a table is not known, and a cut that isn't there says
  // something that isn't so: what a page of its own can hold isn't cut.
  void keep_whole(double height, const std::vector<SetLine>& notes, std::size_t block) {
    constexpr double kRoom = kBottom - kTop - kNoteGap - kParagraphGap;
    if (height + height_of(notes) <= kRoom) make_room(height, notes, block);
  }

  void set(const DocxParagraph& paragraph, std::size_t block) {
    if (paragraph.starts_page) turn_page(block);
    const std::vector<SetLine> lines = set_lines(paragraph, kLeft, kRight);
    keep_whole(height_of(lines), lines_of_notes(notes_of(lines)), block);
    if (paragraph.outline >= 0) {
      if (!page_is_empty()) y_ += kHeadingGap;
      // A heading doesn't stand alone at the foot of a page.
      make_room(height_of(lines) + 3 * kEmptyLine, {}, block);
    }
    for (const SetLine& line : lines) {
      std::vector<SetLine> notes = lines_of_notes(line.notes);
      make_room(height_of(line), notes, block);
      if (&line == &lines.front()) add_bookmarks(paragraph.bookmarks);
      y_ = put(line, y_);
      add_notes(std::move(notes));
      if (line.ends_page) turn_page(block);
    }
    if (!page_is_empty()) y_ += kParagraphGap;
  }

  void add_bookmarks(const std::vector<Bookmark>& bookmarks) {
    for (const Bookmark& bookmark : bookmarks) {
      if (sheet_.bookmarks.size() == kMostBookmarksOnPage) return;
      sheet_.bookmarks.push_back(bookmark);
      sheet_.bookmarks.back().y = y_;
    }
  }

  // No wider than the text and no higher than a page.
  void set(const DocxPicture& picture, std::size_t block) {
    const double scale =
        std::min({1.0, kSetWidth / picture.width, (kBottom - kTop) / picture.height});
    const double height = scale * picture.height;
    make_room(height, {}, block);
    sheet_.pictures.push_back({{kLeft, y_, kLeft + scale * picture.width, y_ + height}});
    y_ += height + kParagraphGap;
  }

  void set(const DocxDrawing& drawing, std::size_t block) {
    const ChartSize size = chart_size(drawing, kSetWidth, kBottom - kTop);
    make_room(size.height, {}, block);
    SetChart set = set_chart(drawing, {kLeft, y_}, size.scale);
    std::move(set.words.begin(), set.words.end(), std::back_inserter(sheet_.words));
    sheet_.drawings.push_back(std::move(set.drawing));
    y_ += size.height + kParagraphGap;
  }

  void set(const DocxTable& table, std::size_t block) {
    const std::vector<double> edges = edges_of(table);
    double height = 0;
    std::vector<int> notes;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const SetRow row = row_of(table, i, edges);
      height += row.height;
      notes.insert(notes.end(), row.notes.begin(), row.notes.end());
    }
    keep_whole(height, lines_of_notes(notes), block);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (table.rows[i].starts_page) turn_page(block);
      set_row(table, i, edges, block);
    }
    y_ += kParagraphGap;
  }

  // Left edges of the columns, and the right edge of the last.
  static std::vector<double> edges_of(const DocxTable& table) {
    std::size_t columns = 1;
    for (const auto& row : table.rows) {
      std::size_t count = 0;
      for (const DocxCell& cell : row.cells) count += static_cast<std::size_t>(cell.column_span);
      columns = std::max(columns, count);
    }
    std::vector<double> widths = table.columns;
    widths.resize(columns, 0);
    for (double& width : widths) {
      if (width < kCellPadding) width = (kRight - kLeft) / static_cast<double>(columns);
    }
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
    std::vector<double> edges = {kLeft};
    for (const double width : widths)
      edges.push_back(edges.back() + width * (kRight - kLeft) / total);
    return edges;
  }

  static bool goes_on_at(const DocxRow& row, std::size_t wanted) {
    std::size_t column = 0;
    for (const DocxCell& cell : row.cells) {
      if (column == wanted) return cell.goes_on;
      column += static_cast<std::size_t>(cell.column_span);
    }
    return false;
  }

  static std::vector<int> notes_of(const std::vector<SetLine>& lines) {
    std::vector<int> notes;
    for (const SetLine& line : lines)
      notes.insert(notes.end(), line.notes.begin(), line.notes.end());
    return notes;
  }

  static SetRow row_of(const DocxTable& table, std::size_t index,
                       const std::vector<double>& edges) {
    SetRow row;
    std::size_t column = 0;
    for (const DocxCell& cell : table.rows[index].cells) {
      const std::size_t end =
          std::min(column + static_cast<std::size_t>(cell.column_span), edges.size() - 1);
      if (column >= end) break;
      CellLines set{.box = {edges[column], 0, edges[end], 0},
                    .goes_on = cell.goes_on,
                    .goes_on_below =
                        index + 1 < table.rows.size() && goes_on_at(table.rows[index + 1], column)};
      const double gap = table.ruled ? kCellPadding : kColumnGap / 2;
      for (const DocxParagraph& paragraph : cell.paragraphs) {
        std::vector<SetLine> lines = set_lines(paragraph, set.box.left + gap, set.box.right - gap);
        std::move(lines.begin(), lines.end(), std::back_inserter(set.lines));
      }
      const std::vector<int> notes = notes_of(set.lines);
      row.notes.insert(row.notes.end(), notes.begin(), notes.end());
      row.height = std::max(row.height, height_of(set.lines));
      row.cells.push_back(std::move(set));
      column = end;
    }
    row.height = std::max(row.height, kEmptyLine) + 2 * kCellPadding;
    return row;
  }

  void set_row(const DocxTable& table, std::size_t index, const std::vector<double>& edges,
               std::size_t block) {
    SetRow row = row_of(table, index, edges);
    std::vector<SetLine> notes = lines_of_notes(row.notes);
    make_room(row.height, notes, block);
    for (CellLines& cell : row.cells) {
      cell.box.top = y_;
      cell.box.bottom = y_ + row.height;
      put_cell(cell, table.ruled);
    }
    y_ += row.height;
    add_notes(std::move(notes));
  }

  void put_cell(const CellLines& cell, bool ruled) {
    double y = cell.box.top + kCellPadding;
    for (const SetLine& line : cell.lines) y = put(line, y);
    if (!ruled) return;
    const Rect& box = cell.box;
    if (!cell.goes_on)
      sheet_.rulings.push_back({{box.left, box.top, box.right, box.top + kRuling}});
    if (!cell.goes_on_below)
      sheet_.rulings.push_back({{box.left, box.bottom, box.right, box.bottom + kRuling}});
    sheet_.rulings.push_back({{box.left, box.top, box.left + kRuling, box.bottom}});
    sheet_.rulings.push_back({{box.right, box.top, box.right + kRuling, box.bottom}});
  }

  const DocxContent& content_;
  std::vector<Sheet> sheets_;
  Sheet sheet_;
  double top_ = 0;  // of the page's text
  double y_ = 0;
  std::vector<SetLine> notes_;
  double notes_height_ = 0;       // with what parts them from the text
  std::size_t next_margins_ = 0;  // of the sections that no page has shown yet
  const std::vector<DocxParagraph>* footer_ = nullptr;
};

}  // namespace

std::vector<Sheet> set_pages(const DocxContent& content) {
  return PageSetter(content).pages();
}

}  // namespace diarium
