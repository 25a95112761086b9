#include "pipeline/read/docx_pages.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

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
constexpr double kParagraphGap = 6;
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

class PageSetter {
 public:
  explicit PageSetter(const DocxContent& content) : content_(content) {}

  std::vector<Sheet> pages() {
    begin_page();
    set_margin(content_.header, kHeaderTop);
    y_ = std::max(kTop, margin_end_ + kTop - kHeaderTop);
    footer_height_ = margin_height(content_.footer);
    for (const DocxBlock& block : content_.blocks) {
      if (const auto* const paragraph = std::get_if<DocxParagraph>(&block)) {
        set(*paragraph);
      } else {
        set(std::get<DocxTable>(block));
      }
    }
    finish_page();
    return std::move(sheets_);
  }

 private:
  void begin_page() {
    sheet_ =
        Sheet{.number = static_cast<int>(sheets_.size()) + 1, .width = kWidth, .height = kHeight};
    y_ = kTop;
    notes_.clear();
    notes_height_ = 0;
  }

  void finish_page() {
    double y = std::max(kBottom - footer_height_ - notes_height_, y_ + kNoteGap);
    if (!notes_.empty()) {
      sheet_.rulings.push_back({{kLeft, y, kLeft + kNoteRuling, y + kRuling}});
      y += kParagraphGap;
      for (const SetLine& line : notes_) y = put(line, y);
    }
    if (sheets_.empty())
      set_margin(content_.footer,
                 std::max(kBottom + kParagraphGap - footer_height_, y + kParagraphGap));
    sheet_.height = std::max({kHeight, y + kHeaderTop, margin_end_ + kHeaderTop});
    footer_height_ = 0;
    sheets_.push_back(std::move(sheet_));
  }

  void turn_page() {
    finish_page();
    begin_page();
    margin_end_ = 0;
  }

  [[nodiscard]] bool page_is_empty() const { return y_ <= kTop; }
  [[nodiscard]] double room() const { return kBottom - footer_height_ - notes_height_ - y_; }

  // Returns where the next line may begin.
  double put(const SetLine& line, double top) {
    const double baseline = top + line.size;
    for (Word word : line.words) {
      word.baseline += baseline;
      word.box.top += baseline;
      word.box.bottom += baseline;
      sheet_.words.push_back(std::move(word));
    }
    return top + height_of(line);
  }

  static double margin_height(const std::vector<DocxParagraph>& paragraphs) {
    double height = 0;
    for (const DocxParagraph& paragraph : paragraphs)
      height += height_of(set_lines(at_most(paragraph, kMarginSize), kLeft, kRight));
    return height;
  }

  void set_margin(const std::vector<DocxParagraph>& paragraphs, double top) {
    margin_end_ = top;
    for (const DocxParagraph& paragraph : paragraphs) {
      for (const SetLine& line : set_lines(at_most(paragraph, kMarginSize), kLeft, kRight))
        margin_end_ = put(line, margin_end_);
    }
  }

  [[nodiscard]] std::vector<SetLine> lines_of_note(int number) const {
    std::vector<SetLine> lines;
    const auto note = content_.notes.find(number);
    if (note == content_.notes.end()) return lines;
    const DocxRun marker{
        .text = note->second.marker, .style = {.superscript = true}, .size = kMarginSize};
    bool first = true;
    for (DocxParagraph paragraph : note->second.paragraphs) {
      paragraph = at_most(std::move(paragraph), kMarginSize);
      if (std::exchange(first, false)) {
        paragraph.runs.insert(paragraph.runs.begin(), {marker, {.text = " ", .size = kMarginSize}});
      }
      std::vector<SetLine> more = set_lines(paragraph, kLeft, kRight);
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    return lines;
  }

  [[nodiscard]] double height_of_notes(const std::vector<int>& numbers) const {
    double height = 0;
    for (const int number : numbers) height += height_of(lines_of_note(number));
    return height + (notes_.empty() && height > 0 ? kNoteGap + kParagraphGap : 0);
  }

  void add_notes(const std::vector<int>& numbers) {
    notes_height_ += height_of_notes(numbers);
    for (const int number : numbers) {
      std::vector<SetLine> lines = lines_of_note(number);
      std::move(lines.begin(), lines.end(), std::back_inserter(notes_));
    }
  }

  void set(const DocxParagraph& paragraph) {
    const std::vector<SetLine> lines = set_lines(paragraph, kLeft, kRight);
    if (paragraph.outline >= 0 && !page_is_empty()) y_ += kHeadingGap;
    // A heading doesn't stand alone at the foot of a page.
    const double wanted = paragraph.outline >= 0 ? height_of(lines) + 3 * kEmptyLine : 0;
    if (wanted > room() && !page_is_empty()) turn_page();
    for (const SetLine& line : lines) {
      if (height_of(line) + height_of_notes(line.notes) > room() && !page_is_empty()) turn_page();
      y_ = put(line, y_);
      add_notes(line.notes);
      if (line.ends_page) turn_page();
    }
    if (!page_is_empty()) y_ += kParagraphGap;
  }

  void set(const DocxTable& table) {
    const std::vector<double> edges = edges_of(table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) set_row(table, i, edges);
    y_ += kParagraphGap;
  }

  // Left edges of the columns, and the right edge of the last.
  static std::vector<double> edges_of(const DocxTable& table) {
    std::size_t columns = 1;
    for (const auto& row : table.rows) {
      std::size_t count = 0;
      for (const DocxCell& cell : row) count += static_cast<std::size_t>(cell.column_span);
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

  static bool goes_on_at(const std::vector<DocxCell>& row, std::size_t wanted) {
    std::size_t column = 0;
    for (const DocxCell& cell : row) {
      if (column == wanted) return cell.goes_on;
      column += static_cast<std::size_t>(cell.column_span);
    }
    return false;
  }

  void set_row(const DocxTable& table, std::size_t index, const std::vector<double>& edges) {
    std::vector<CellLines> cells;
    double height = 0;
    std::vector<int> notes;
    std::size_t column = 0;
    for (const DocxCell& cell : table.rows[index]) {
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
        for (const SetLine& line : lines)
          notes.insert(notes.end(), line.notes.begin(), line.notes.end());
        std::move(lines.begin(), lines.end(), std::back_inserter(set.lines));
      }
      height = std::max(height, height_of(set.lines));
      cells.push_back(std::move(set));
      column = end;
    }
    height = std::max(height, kEmptyLine) + 2 * kCellPadding;
    if (height + height_of_notes(notes) > room() && !page_is_empty()) turn_page();
    for (CellLines& cell : cells) {
      cell.box.top = y_;
      cell.box.bottom = y_ + height;
      put_cell(cell, table.ruled);
    }
    y_ += height;
    add_notes(notes);
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
  double y_ = 0;
  double margin_end_ = 0;
  double footer_height_ = 0;
  std::vector<SetLine> notes_;
  double notes_height_ = 0;
};

}  // namespace

std::vector<Sheet> set_pages(const DocxContent& content) {
  return PageSetter(content).pages();
}

}  // namespace diarium
