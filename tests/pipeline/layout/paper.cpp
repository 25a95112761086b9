#include "tests/pipeline/layout/paper.h"

#include <cmath>
#include <numbers>
#include <utility>

#include "models/unicode.h"
#include "pipeline/layout/lay_out.h"

namespace diarium {
namespace {

constexpr double kLetter = 0.5;
constexpr double kBlank = 0.25;
constexpr double kTab = 3.0;

Word word_at(double left, double baseline, std::string text, const Type& type) {
  const double width = kLetter * type.size * static_cast<double>(code_points(text).size());
  Word word;
  word.text = std::move(text);
  word.box = {left, baseline - 0.75 * type.size, left + width, baseline + 0.25 * type.size};
  word.baseline = baseline;
  word.size = type.size;
  word.style.bold = type.bold;
  word.style.superscript = type.rise > 0;
  word.confidence = type.confidence;
  return word;
}

}  // namespace

double Paper::set(double left, double y, std::string_view text, Type type) {
  std::string letters;
  const auto flush = [&] {
    if (letters.empty()) return;
    sheet_.words.push_back(word_at(left, y - type.rise, std::exchange(letters, {}), type));
    left = sheet_.words.back().box.right;
  };
  for (const char c : text) {
    if (c != ' ' && c != '\t') {
      letters += c;
      continue;
    }
    flush();
    left += type.size * (c == ' ' ? kBlank : kTab);
  }
  flush();
  return left;
}

void Paper::hang(std::string_view text, Type type) {
  const Word& last = sheet_.words.back();
  Word word = word_at(last.box.right, last.baseline - type.rise, std::string(text), type);
  word.joined = true;
  sheet_.words.push_back(std::move(word));
}

double Paper::set_lines(double left, double y, const std::vector<std::string>& lines, Type type) {
  for (const std::string& line : lines) {
    set(left, y, line, type);
    y += 1.2 * type.size;
  }
  return y;
}

void Paper::rule(double left, double y, double right) {
  sheet_.rulings.push_back({{left, y - 0.25, right, y + 0.25}});
}

void Paper::rule_down(double x, double top, double bottom) {
  sheet_.rulings.push_back({{x - 0.25, top, x + 0.25, bottom}});
}

void Paper::grid(const std::vector<double>& xs, const std::vector<double>& ys) {
  for (const double y : ys) rule(xs.front(), y, xs.back());
  for (const double x : xs) rule_down(x, ys.front(), ys.back());
}

void Paper::lean(double degrees) {
  const double slope = std::tan(degrees * std::numbers::pi / 180.0);
  sheet_.skew = degrees;
  for (Word& word : sheet_.words) {
    const double drop = slope * word.box.centre().x;
    word.box.top += drop;
    word.box.bottom += drop;
    word.baseline += drop;
  }
  for (Drawing& drawing : sheet_.drawings) {
    for (Shape& shape : drawing.shapes) {
      const double drop = slope * shape.box.centre().x;
      shape.box.top += drop;
      shape.box.bottom += drop;
    }
    for (ArrowHead& head : drawing.heads) {
      const double drop = slope * head.box.centre().x;
      head.box.top += drop;
      head.box.bottom += drop;
    }
    for (Stroke& stroke : drawing.strokes) {
      for (Point& point : stroke.points) point.y += slope * point.x;
    }
  }
}

Page Paper::page() const {
  return lay_out(sheet_);
}

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::table:
      return "table";
    case BlockKind::contents:
      return "contents";
    case BlockKind::footnote:
      return "footnote";
    case BlockKind::running_head:
      return "running_head";
    case BlockKind::footer:
      return "footer";
    case BlockKind::stamp:
      return "stamp";
    case BlockKind::figure:
      return "figure";
  }
  return "";
}

std::string text_of(const Page& page, const Block& block) {
  std::string text;
  for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
    if (!text.empty()) text += " / ";
    text += text_of(page, page.lines[i]);
  }
  return text;
}

std::vector<std::string> rows_of(const Table& table) {
  std::vector<std::string> rows;
  for (const Cell& cell : table.cells) {
    const auto row = static_cast<std::size_t>(cell.row);
    const bool first = row >= rows.size();
    if (first) rows.resize(row + 1);
    rows[row] += (first ? "" : " | ") + cell.text;
    if (cell.row_span > 1 || cell.column_span > 1) {
      rows[row] +=
          " (" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + ")";
    }
  }
  return rows;
}

std::vector<std::string> blocks_of(const Page& page) {
  std::vector<std::string> blocks;
  for (const Block& block : page.blocks) {
    std::string name(name_of(block.kind));
    if (!block.marker.empty()) name += " " + block.marker;
    blocks.push_back(name + ": " + text_of(page, block));
  }
  return blocks;
}

}  // namespace diarium
