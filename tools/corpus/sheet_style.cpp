#include "tools/corpus/sheet_style.h"

#include <cstdlib>

#include "tools/corpus/rich_text.h"

namespace diarium::corpus {
namespace {

Alignment alignment_of(const std::string& name) {
  if (name == "justified") return Alignment::justified;
  if (name == "centre") return Alignment::centre;
  return name == "right" ? Alignment::right : Alignment::left;
}

/// "KS" for #body: every "#key" of the text is the value of that key.
std::string filled(std::string text, const FurniturePage& place, const Directive& sheet) {
  const auto put = [&text](const std::string& name, const std::string& value) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += value.size()) {
      text.replace(at, name.size(), value);
    }
  };
  for (const auto& [key, value] : sheet.values) put("#" + key, value);
  put("#n", std::to_string(place.label));
  put("#N", std::to_string(place.labels));
  return joined_lines({text});
}

/// A shield with two bars and a wave: the arms of Almvik.
void draw_arms(cairo_t* ink, Point top_left) {
  cairo_set_source_rgb(ink, 0.1, 0.1, 0.1);
  cairo_set_line_width(ink, 1.1);
  cairo_move_to(ink, top_left.x, top_left.y);
  cairo_line_to(ink, top_left.x + 20, top_left.y);
  cairo_line_to(ink, top_left.x + 20, top_left.y + 14);
  cairo_curve_to(ink, top_left.x + 20, top_left.y + 22, top_left.x + 12, top_left.y + 25,
                 top_left.x + 10, top_left.y + 26);
  cairo_curve_to(ink, top_left.x + 8, top_left.y + 25, top_left.x, top_left.y + 22, top_left.x,
                 top_left.y + 14);
  cairo_close_path(ink);
  cairo_stroke(ink);
  cairo_rectangle(ink, top_left.x + 4, top_left.y + 4, 12, 2.4);
  cairo_rectangle(ink, top_left.x + 4, top_left.y + 9, 12, 2.4);
  cairo_fill(ink);
}

class FurniturePainter {
 public:
  FurniturePainter(Paper& paper, const FurniturePage& place, const SheetStyle& style,
                   const Directive& sheet)
      : paper_(paper), place_(place), style_(style), sheet_(sheet) {}

  void paint(const FurnitureItem& item) {
    const bool first = place_.label == 1;
    if (item.pages == "none" || (item.pages == "first" && !first) ||
        (item.pages == "next" && first))
      return;
    const std::string text = filled(item.text, place_, sheet_);
    if (item.kind == "logo") logo(text);
    if (item.kind == "left") top(text, Alignment::left);
    if (item.kind == "centre") top(text, Alignment::centre);
    if (item.kind == "right") top(text, Alignment::right);
    if (item.kind == "foot") foot(text);
    if (item.kind == "sign") signing_boxes(text);
    if (item.kind == "footcentre") foot_centre(text);
    if (item.kind == "rule") {
      const double y = style_.top - 14;
      paper_.rule(place_.page, {style_.left, y}, {kA4Width - style_.right, y}, 0.6);
    }
  }

 private:
  void logo(const std::string& text) {
    TextLook look = style_.furniture;
    look.size = 13;
    look.bold = true;
    draw_arms(paper_.page(place_.page).ink.get(), {style_.left - 30, 50});
    put(text, look, style_.text_width(), {style_.left, 54}, Zone::head);
  }

  void top(const std::string& text, Alignment alignment) {
    TextLook look = style_.furniture;
    look.alignment = alignment;
    put(text, look, style_.text_width(), {style_.left, 32}, Zone::head);
  }

  /// "A / B || C": columns side by side above the lower edge.
  void foot(const std::string& text) {
    const double y = kA4Height - 70;
    paper_.rule(place_.page, {style_.left, y - 5}, {kA4Width - style_.right, y - 5}, 0.5);
    TextLook look = style_.furniture;
    look.size = 7.5;
    look.leading = 1.2;
    double x = style_.left;
    for (const std::string& column : split_outside_braces(text, "||")) {
      x += put(column, look, 200, {x, y}, Zone::foot) + 16;
    }
  }

  void foot_centre(const std::string& text) {
    TextLook look = style_.furniture;
    look.alignment = Alignment::centre;
    put(text, look, style_.text_width(), {style_.left, kA4Height - 52}, Zone::foot);
  }

  /// The boxes for initials at the foot of minutes.
  void signing_boxes(const std::string& text) {
    const std::vector<std::string> labels = split_outside_braces(text, "||");
    const double width = style_.text_width() / static_cast<double>(labels.size());
    const double top = kA4Height - 78;
    TextLook look = style_.furniture;
    look.size = 7;
    double x = style_.left;
    for (const std::string& label : labels) {
      cairo_t* ink = paper_.page(place_.page).ink.get();
      cairo_set_source_rgb(ink, 0, 0, 0);
      cairo_set_line_width(ink, 0.6);
      cairo_rectangle(ink, x, top, width, 34);
      cairo_stroke(ink);
      if (!label.empty()) put(label, look, width - 8, {x + 4, top + 3}, Zone::foot);
      x += width;
    }
  }

  double put(const std::string& text, const TextLook& look, double width, Point at, Zone zone) {
    const ShapedText shaped(parse_rich(text), look, width);
    paper_.draw(place_.page, zone, shaped, at);
    return shaped.width();
  }

  Paper& paper_;
  const FurniturePage& place_;
  const SheetStyle& style_;
  const Directive& sheet_;
};

}  // namespace

SheetStyle style_of(const Directive& directive) {
  SheetStyle style;
  style.left = directive.number("left", style.left);
  style.right = directive.number("right", style.right);
  style.top = directive.number("top", style.top);
  style.first_top = directive.number("first_top", style.first_top);
  style.bottom = directive.number("bottom", style.bottom);
  style.paragraph_gap = directive.number("gap", style.paragraph_gap);
  style.heading_gap = directive.number("heading_gap", style.heading_gap);
  style.indent = directive.number("indent", style.indent);
  style.body.family = directive.value("body", style.body.family);
  style.body.size = directive.number("size", style.body.size);
  style.body.leading = directive.number("leading", style.body.leading);
  style.body.alignment = alignment_of(directive.value("align"));
  style.note = style.body;
  style.note.size = directive.number("note", style.body.size - 2.5);
  style.note.leading = 1.2;
  const std::string heads = directive.value("heads", style.body.family);
  const std::array<double, 4> sizes{directive.number("h1", 16), directive.number("h2", 12.5),
                                    directive.number("h3", 11), directive.number("h4", 10)};
  for (std::size_t level = 0; level < sizes.size(); ++level) {
    style.headings[level] = {
        .family = heads, .size = sizes[level], .bold = !directive.has("light"), .leading = 1.2};
  }
  style.furniture = {.family = directive.value("furniture", heads), .size = 8.5, .leading = 1.25};
  return style;
}

Furniture furniture_of(const Block& block) {
  Furniture items;
  for (const std::string& line : block.lines) {
    const std::size_t bar = line.find('|');
    if (bar == std::string::npos) throw SourceError(block.line_number, "furniture without a bar");
    const std::string head = line.substr(0, bar);
    const std::size_t blank = head.find(' ');
    const std::vector<std::string> pages = split_outside_braces(head.substr(blank + 1), " ");
    items.push_back({.kind = head.substr(0, blank),
                     .pages = pages[0],
                     .text = split_outside_braces(line.substr(bar + 1), "\x1F")[0]});
  }
  return items;
}

void draw_furniture(Paper& paper, const FurniturePage& place, const SheetStyle& style,
                    const Furniture& furniture, const Directive& sheet) {
  FurniturePainter painter(paper, place, style, sheet);
  for (const FurnitureItem& item : furniture) painter.paint(item);
}

}  // namespace diarium::corpus
