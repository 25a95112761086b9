#include "tests/pipeline/segment/written_pages.h"

#include <algorithm>
#include <cmath>

#include "models/unicode.h"
#include "pipeline/segment/segment.h"

namespace diarium {
namespace {

constexpr double kLeft = 70;
constexpr double kLineHeight = 14;
constexpr double kBodySize = 11;
constexpr double kTabStop = 140;

struct Look {
  BlockKind kind = BlockKind::paragraph;
  double size = kBodySize;
  bool bold = false;
  double left = kLeft;
  std::string marker;
};

/// Writes blocks down a page.
class PageWriter {
 public:
  explicit PageWriter(int number) {
    page_.number = number;
    page_.width = 595;
    page_.height = 842;
  }

  void space() { y_ += kLineHeight; }

  void line(std::string_view text, const Look& look) {
    if (look.kind == BlockKind::running_head) {
      add(text, look, 30);
    } else if (look.kind == BlockKind::footer) {
      add(text, look, 800);
    } else {
      add(text, look, y_);
      y_ += kLineHeight + (look.size - kBodySize);
    }
  }

  void side_by_side(std::string_view left, std::string_view right) {
    const double top = y_;
    line(left, {});
    page_.blocks.back().columns = 2;
    y_ = top;
    line(right, {.left = 320});
    page_.blocks.back().columns = 2;
    page_.blocks.back().column = 1;
  }

  /// A further line of the last block.
  void go_on(std::string_view text) {
    if (page_.blocks.empty()) return line(text, {});
    const Line last = page_.lines.back();
    page_.lines.push_back(line_of(text, last.size, last.bold, page_.blocks.back().box.left,
                                  last.box.top + kLineHeight));
    y_ = std::max(y_, last.box.top + 2 * kLineHeight);
    Block& block = page_.blocks.back();
    block.lines.end = page_.lines.size();
    block.box = united(block.box, page_.lines.back().box);
  }

  void row(const std::vector<std::string>& cells) {
    if (page_.blocks.empty() || page_.blocks.back().kind != BlockKind::table) {
      // Words head columns, numbers don't.
      const bool head = std::none_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return is_digit(first_point(cell));
      });
      page_.tables.push_back(
          {.columns = static_cast<int>(cells.size()), .header_rows = head ? 1 : 0});
      add(cells.front(), {.kind = BlockKind::table}, y_);
      page_.blocks.back().table = static_cast<int>(page_.tables.size()) - 1;
    } else {
      go_on(cells.front());
    }
    Line& line = page_.lines.back();
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const double left = kLeft + 120 * static_cast<double>(i);
      add_words(cells[i], kBodySize, false, left, line.box.top, line);
    }
    Table& table = page_.tables.back();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      table.cells.push_back({.row = table.rows, .column = static_cast<int>(i), .text = cells[i]});
    }
    ++table.rows;
    y_ = line.box.top + kLineHeight;
  }

  Page page() { return page_; }

 private:
  void add(std::string_view text, const Look& look, double top) {
    page_.lines.push_back(line_of(text, look.size, look.bold, look.left, top));
    page_.blocks.push_back({.kind = look.kind,
                            .lines = {page_.lines.size() - 1, page_.lines.size()},
                            .box = page_.lines.back().box,
                            .marker = look.marker});
  }

  Line line_of(std::string_view text, double size, bool bold, double left, double top) {
    Line line{.words = {page_.words.size(), page_.words.size()},
              .baseline = top + size,
              .size = size,
              .bold = bold};
    add_words(text, size, bold, left, top, line);
    return line;
  }

  void add_words(std::string_view text, double size, bool bold, double left, double top,
                 Line& line) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      std::string_view printed = text.substr(0, end);
      if (printed == "{}") {
        left = kLeft + kTabStop * (std::floor((left - kLeft) / kTabStop) + 1);
      } else if (!printed.empty()) {
        const bool struck = printed.size() > 1 && printed.front() == '~';
        if (struck) printed.remove_prefix(1);
        const double width = 0.5 * size * static_cast<double>(code_points(printed).size());
        page_.words.push_back({.text = std::string(printed),
                               .box = {left, top, left + width, top + size},
                               .baseline = top + size,
                               .size = size,
                               .style = {.bold = bold, .struck = struck}});
        line.box = united(line.box, page_.words.back().box);
        left += width + 0.3 * size;
      }
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    line.words.end = page_.words.size();
  }

  Page page_;
  double y_ = 90;
};

std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  row.remove_prefix(1);
  while (!row.empty()) {
    const std::size_t end = std::min(row.find('|'), row.size());
    if (end < row.size() || !trim(row).empty()) cells.emplace_back(trim(row.substr(0, end)));
    row.remove_prefix(std::min(end + 1, row.size()));
  }
  return cells;
}

/// "1." of "1. punkt", "-" of "- punkt"; empty for no list item.
std::string marker_of(std::string_view line) {
  const std::string_view word = line.substr(0, line.find(' '));
  if (word == "-" || word == "•" || word == "·") return std::string(word);
  const bool numbered = word.size() > 1 && word.size() < 4 &&
                        (word.ends_with('.') || word.ends_with(')')) &&
                        word.find_first_of("0123456789") == 0;
  return numbered ? std::string(word) : std::string();
}

void write_line(std::string_view line, PageWriter& page) {
  struct Sign {
    std::string_view sign;
    Look look;
  };
  static const std::vector<Sign> kSigns{
      {"^ ", {.kind = BlockKind::running_head}},
      {"_ ", {.kind = BlockKind::footer}},
      {"## ", {.kind = BlockKind::heading, .size = 12, .bold = true}},
      {"# ", {.kind = BlockKind::heading, .size = 16, .bold = true}},
      {"~ ", {.kind = BlockKind::stamp}},
      {"[] ", {.kind = BlockKind::figure}},
      {". ", {.kind = BlockKind::contents}},
  };
  if (line.empty()) return page.space();
  if (line.starts_with("  ")) return page.go_on(line.substr(2));
  if (line.starts_with('|')) return page.row(cells_of(line));
  if (line.starts_with("< ")) {
    const std::size_t bar = line.find(" | ");
    return page.side_by_side(line.substr(2, bar - 2), line.substr(bar + 3));
  }
  if (line.starts_with("& ")) {
    const std::string_view note = line.substr(2);
    const bool marked = note.find_first_of("0123456789") == 0;
    return page.line(note, {.kind = BlockKind::footnote,
                            .size = 8,
                            .marker = marked ? std::string(note.substr(0, note.find(' '))) : ""});
  }
  for (const Sign& sign : kSigns) {
    if (line.starts_with(sign.sign)) return page.line(line.substr(sign.sign.size()), sign.look);
  }
  if (line.size() > 2 && line.front() == '*' && line.back() == '*') {
    return page.line(line.substr(1, line.size() - 2), {.bold = true});
  }
  const std::string marker = marker_of(line);
  page.line(line, {.kind = marker.empty() ? BlockKind::paragraph : BlockKind::list_item,
                   .marker = marker});
}

}  // namespace

std::vector<Page> pages_of(std::string_view lines) {
  std::vector<Page> pages;
  PageWriter writer(1);
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    if (line == "---") {
      pages.push_back(writer.page());
      writer = PageWriter(static_cast<int>(pages.size()) + 1);
    } else {
      write_line(line, writer);
    }
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  pages.push_back(writer.page());
  return pages;
}

std::vector<Passage> passages_in(const std::vector<Page>& pages) {
  return passages_of(pages, find_furniture(pages, shipped_rules()));
}

const RuleBook& shipped_rules() {
  static const RuleBook rules = RuleBook::built_in();
  return rules;
}

std::vector<std::string> texts_of(const std::vector<Passage>& passages, ParagraphKind kind) {
  std::vector<std::string> texts;
  for (const Passage& passage : passages) {
    if (passage.kind == kind) texts.push_back(passage.text);
  }
  return texts;
}

std::vector<std::string> texts_of(const Document& document, ParagraphKind kind) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == kind) texts.emplace_back(text_of(document, paragraph));
  }
  return texts;
}

std::vector<Document> documents_in(std::string_view lines, const std::string& path) {
  return segment(pages_of(lines), "0123456789abcdef", path, shipped_rules()).documents;
}

}  // namespace diarium
