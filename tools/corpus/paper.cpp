#include "tools/corpus/paper.h"

#include <cstdint>
#include <random>

namespace diarium::corpus {

void Paper::add_page() {
  PaperPage page;
  const cairo_rectangle_t extents{0, 0, page.width, page.height};
  page.drawing.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  page.ink.reset(cairo_create(page.drawing.get()));
  pages_.push_back(std::move(page));
}

Setting Paper::draw_line(int page_number, Zone zone, const ShapedText& text, std::size_t line,
                         Point top_left) {
  PaperPage& sheet = page(page_number);
  text.draw(sheet.ink.get(), line, top_left);
  Setting words = text.lines()[line].words;
  for (SetWord& word : words) {
    word.page = page_number;
    word.box = {word.box.left + top_left.x, word.box.top + top_left.y, word.box.right + top_left.x,
                word.box.bottom + top_left.y};
  }
  if (!words.empty()) add_line(page_number, zone, words);
  return words;
}

Setting Paper::draw(int page_number, Zone zone, const ShapedText& text, Point top_left) {
  Setting words;
  for (std::size_t line = 0; line < text.lines().size(); ++line) {
    const Setting drawn = draw_line(page_number, zone, text, line, top_left);
    words.insert(words.end(), drawn.begin(), drawn.end());
    top_left.y += text.line_height();
  }
  return words;
}

void Paper::draw_before_last_line(int page_number, Zone zone, const ShapedText& text,
                                  Point top_left) {
  draw_line(page_number, zone, text, 0, top_left);
  std::vector<Setting>& lines = page(page_number).lines[static_cast<std::size_t>(zone)];
  std::swap(lines.back(), lines[lines.size() - 2]);
  join_last_lines(page_number, zone, 2);
}

void Paper::join_last_lines(int page_number, Zone zone, std::size_t count) {
  std::vector<Setting>& lines = page(page_number).lines[static_cast<std::size_t>(zone)];
  if (count < 2 || lines.size() < count) return;
  const std::size_t first = lines.size() - count;
  for (std::size_t at = first + 1; at < lines.size(); ++at) {
    lines[first].insert(lines[first].end(), lines[at].begin(), lines[at].end());
  }
  lines.resize(first + 1);
}

void Paper::add_line(int page_number, Zone zone, Setting words) {
  page(page_number).lines[static_cast<std::size_t>(zone)].push_back(std::move(words));
}

void Paper::rule(int page_number, Point from, Point to, double thickness) {
  cairo_t* ink = page(page_number).ink.get();
  cairo_set_source_rgb(ink, 0, 0, 0);
  cairo_set_line_width(ink, thickness);
  cairo_move_to(ink, from.x, from.y);
  cairo_line_to(ink, to.x, to.y);
  cairo_stroke(ink);
}

void draw_scrawl(cairo_t* ink, const std::string& name, Point bottom_left) {
  std::uint32_t seed = 17;
  for (const char byte : name) seed = seed * 31 + static_cast<unsigned char>(byte);
  std::mt19937 chance(seed);
  const auto between = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(chance()) / 4294967296.0;
  };
  cairo_set_source_rgb(ink, 0.12, 0.18, 0.48);
  cairo_set_line_width(ink, 0.9);
  Point at{bottom_left.x + 4, bottom_left.y - between(8, 14)};
  cairo_move_to(ink, at.x, at.y);
  for (int stroke = 0; stroke < 7; ++stroke) {
    const Point next{at.x + between(8, 17), bottom_left.y - between(5, 16)};
    cairo_curve_to(ink, at.x + between(0, 6), bottom_left.y - between(14, 30),
                   next.x - between(0, 6), bottom_left.y + between(-4, 5), next.x, next.y);
    at = next;
  }
  cairo_stroke(ink);
}

}  // namespace diarium::corpus
