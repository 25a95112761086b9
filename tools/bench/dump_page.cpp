// Prints pages of a file as laid out, to be looked at beside the rendered page:
//   dump_page FILE [FIRST [LAST]] [--text | --rulings | --words | --drawings]
// A block a paragraph: kind, marker, column, box, text; tables as cells. --text prints the page's
// text alone, --rulings its drawn lines and areas, --words each word with its size, confidence and
// what it was read as, --drawings the figures, lines and heads that a flowchart may be made of.
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "pipeline/layout/lay_out.h"
#include "pipeline/ocr/recogniser.h"
#include "pipeline/read/read.h"

namespace {

using diarium::Block;
using diarium::BlockKind;
using diarium::Page;

std::string_view name_of(BlockKind kind) {
  constexpr std::string_view kNames[] = {"paragraph", "heading",  "list_item",    "table",
                                         "contents",  "footnote", "running_head", "footer",
                                         "stamp",     "figure"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string marks_of(const diarium::Style& style) {
  std::string marks;
  if (style.struck) marks += "~~";
  if (style.underlined) marks += "__";
  if (style.superscript) marks += "^";
  if (style.bold) marks += "**";
  return marks;
}

/// The words of a line: struck ones between ~~, underlined __, raised ^, bold **.
std::string shown(const Page& page, const diarium::Line& line) {
  std::string text;
  for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
    const diarium::Word& word = page.words[i];
    if (i != line.words.begin && !word.joined) text += ' ';
    const std::string marks = marks_of(word.style);
    text += marks + word.text + marks;
  }
  return text;
}

void print_table(const diarium::Table& table) {
  fmt::print("  {} x {}, header rows {}, {}, confidence {:.2f}\n", table.rows, table.columns,
             table.header_rows, table.ruled ? "ruled" : "aligned", table.confidence);
  int row = -1;
  for (const diarium::Cell& cell : table.cells) {
    if (cell.row != row) fmt::print("{}  ", row < 0 ? "" : "\n");
    row = cell.row;
    const bool spans = cell.row_span > 1 || cell.column_span > 1;
    fmt::print("| {}{} ", cell.text,
               spans ? fmt::format(" ({}x{})", cell.row_span, cell.column_span) : "");
  }
  fmt::print("\n");
}

void print_block(const Page& page, const Block& block) {
  const std::string column =
      block.columns > 1 ? fmt::format(" column {}/{}", block.column + 1, block.columns) : "";
  const std::string marker = block.marker.empty() ? "" : fmt::format(" [{}]", block.marker);
  const diarium::Line& line = page.lines[block.lines.begin];
  fmt::print("{}{}{} ({:.0f} {:.0f} {:.0f} {:.0f}) size {:.1f}{}\n", name_of(block.kind), marker,
             column, block.box.left, block.box.top, block.box.right, block.box.bottom, line.size,
             line.bold ? " bold" : "");
  if (block.table >= 0) return print_table(page.tables[static_cast<std::size_t>(block.table)]);
  for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
    fmt::print("  {}\n", shown(page, page.lines[i]));
  }
}

void print_page(const Page& page, double milliseconds) {
  fmt::print("===== page {}, {} words, {} rulings, {} areas, laid out in {:.2f} ms\n", page.number,
             page.words.size(), page.rulings.size(), page.areas.size(), milliseconds);
  for (const diarium::Picture& picture : page.pictures) {
    fmt::print("picture ({:.0f} {:.0f} {:.0f} {:.0f})\n", picture.box.left, picture.box.top,
               picture.box.right, picture.box.bottom);
  }
  for (const Block& block : page.blocks) print_block(page, block);
}

void print_drawings(const diarium::Sheet& sheet) {
  const auto print = [](std::string_view name, const diarium::Rect& box) {
    fmt::print("{} ({:.1f} {:.1f} {:.1f} {:.1f})\n", name, box.left, box.top, box.right,
               box.bottom);
  };
  fmt::print("===== page {}, {:.1f} x {:.1f}\n", sheet.number, sheet.width, sheet.height);
  for (const diarium::Drawing& drawing : sheet.drawings) {
    fmt::print("drawing\n");
    for (const diarium::Shape& shape : drawing.shapes) print(name_of(shape.kind), shape.box);
    for (const diarium::ArrowHead& head : drawing.heads) print("head", head.box);
    for (const diarium::Stroke& stroke : drawing.strokes) {
      fmt::print("line");
      for (const diarium::Point& point : stroke.points)
        fmt::print(" {:.1f},{:.1f}", point.x, point.y);
      fmt::print("\n");
    }
  }
}

void print_drawn(const Page& page) {
  fmt::print("===== page {}\n", page.number);
  const auto print = [](const char* name, const diarium::Rect& box) {
    fmt::print("{} ({:.1f} {:.1f} {:.1f} {:.1f})\n", name, box.left, box.top, box.right,
               box.bottom);
  };
  for (const diarium::Ruling& ruling : page.rulings) print("ruling", ruling.box);
  for (const diarium::Area& area : page.areas) print(area.filled ? "fill" : "outline", area.box);
}

void print_words(const Page& page) {
  fmt::print("===== page {}\n", page.number);
  for (const diarium::Word& word : page.words) {
    fmt::print("({:.1f} {:.1f} {:.1f} {:.1f}) size {:.1f} {:.2f} {}{}\n", word.box.left,
               word.box.top, word.box.right, word.box.bottom, word.size, word.confidence, word.text,
               word.raw.empty() ? "" : fmt::format(" < {}", word.raw));
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool text_only = std::erase(arguments, "--text") > 0;
  const bool drawn_only = std::erase(arguments, "--rulings") > 0;
  const bool words_only = std::erase(arguments, "--words") > 0;
  const bool drawings_only = std::erase(arguments, "--drawings") > 0;
  if (arguments.empty()) {
    fmt::print(
        stderr,
        "usage: dump_page FILE [FIRST [LAST]] [--text | --rulings | --words | --drawings]\n");
    return 64;
  }
  auto file = diarium::open_file(arguments[0], diarium::OcrChoice::automatic, {});
  if (!file) {
    fmt::print(stderr, "dump_page: {}\n", file.error().message);
    return 1;
  }
  const int first = arguments.size() > 1 ? std::atoi(arguments[1].c_str()) : 1;
  const int last = arguments.size() > 2   ? std::atoi(arguments[2].c_str())
                   : arguments.size() > 1 ? first
                                          : (*file)->page_count();
  std::optional<diarium::Recogniser> recogniser;
  for (int number = first; number <= last; ++number) {
    auto sheet = (*file)->read(number);
    if (!sheet) {
      fmt::print(stderr, "dump_page: page {}: {}\n", number, sheet.error().message);
      continue;
    }
    if (wants_recognition(*sheet)) {
      if (!recogniser) recogniser.emplace(diarium::OcrSettings{});
      *sheet = recogniser->recognise(*std::move(sheet));
    }
    if (drawings_only) {
      print_drawings(*sheet);
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    const Page page = diarium::lay_out(*std::move(sheet));
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    if (drawn_only) {
      print_drawn(page);
    } else if (words_only) {
      print_words(page);
    } else if (text_only) {
      fmt::print("{}\f", diarium::text_of(page));
    } else {
      print_page(page, time.count());
    }
  }
  return 0;
}
