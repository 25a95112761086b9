#include <algorithm>
#include <cmath>
#include <numbers>

#include "tools/corpus/setters.h"

namespace diarium::corpus {
namespace {

constexpr double kScrawlHeight = 34;
constexpr double kSignatureGap = 14;

/// Keeps together what is drawn side by side, and reads it column by column.
std::vector<SetText> draw_side_by_side(Flow& flow, const std::vector<RichText>& texts,
                                       const std::vector<double>& lefts, const TextLook& look) {
  std::vector<ShapedText> shaped;
  double height = 0;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    const double next = at + 1 < lefts.size() ? lefts[at + 1] : flow.style().text_width();
    shaped.emplace_back(texts[at], look, next - lefts[at] - 4);
    height = std::max(height, shaped.back().height());
  }
  flow.need(height);
  std::vector<SetText> set;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    const Point corner{flow.style().left + lefts[at], flow.y()};
    set.push_back({texts[at], flow.paper().draw(flow.page(), Zone::body, shaped[at], corner), ""});
  }
  flow.advance(height);
  return set;
}

/// "Eva Ek (S) | Ledamot | Kommunstyrelsen" with marks around its parts.
RichText signer_of(const std::string& line) {
  const std::vector<std::string> parts = split_outside_braces(line, "|");
  const std::string body = parts.size() > 2 ? "=" + parts[2] : "";
  std::string markup = "{name" + body + "|" + parts[0] + "}";
  if (parts.size() > 1 && !parts[1].empty()) markup += "\n{role|" + parts[1] + "}";
  return parse_rich(markup);
}

/// "Eva Ek och Per Ask" on one line: one text, two signers.
std::vector<SetText> set_joined_names(Flow& flow, const Block& block, const TextLook& look) {
  std::string markup;
  for (const std::string& line : block.lines) {
    if (!markup.empty()) markup += &line == &block.lines.back() ? " och " : ", ";
    markup += "{name|" + line + "}";
  }
  const RichText text = parse_rich(markup);
  const SetText set = set_lettering(flow, {.text = text, .look = look});
  std::vector<SetText> signers;
  for (const Mark& mark : text.marks_of("name")) {
    SetText signer = set;
    signer.text.marks = {mark};
    std::erase_if(signer.setting,
                  [&](const SetWord& word) { return !word.span.overlaps(mark.span); });
    signers.push_back(std::move(signer));
  }
  return signers;
}

}  // namespace

std::vector<double> numbers_of(const std::string& list) {
  std::vector<double> numbers;
  for (const std::string& part : split_outside_braces(list, ",")) {
    numbers.push_back(std::strtod(part.c_str(), nullptr));
  }
  return numbers;
}

SetText set_lettering(Flow& flow, Lettering lettering) {
  const double width = flow.style().text_width() - lettering.indent;
  const ShapedText shaped(lettering.text, lettering.look, width);
  const double first_line = shaped.line_height();
  const double wanted = lettering.keep_below > 0    ? shaped.height() + lettering.keep_below
                        : shaped.lines().size() > 2 ? 2 * first_line
                                                    : shaped.height();
  double notes = 0;
  for (const WaitingNote& note : lettering.notes) notes += note.text.height() + 4;
  flow.need(lettering.notes.empty() ? wanted : std::min(wanted + notes, 160.0));
  if (!lettering.marker.text.empty()) {
    const ShapedText marker(lettering.marker, lettering.marker_look,
                            std::max(lettering.indent - lettering.marker_indent, 20.0));
    const double drop = std::max(0.0, (first_line - marker.line_height()) / 2);
    flow.paper().draw(flow.page(), Zone::body, marker,
                      {flow.style().left + lettering.marker_indent, flow.y() + drop});
    const std::size_t marker_lines = marker.lines().size();
    SetText set{lettering.text, {}, lettering.marker.text};
    const int page = flow.page();
    const std::size_t before = flow.paper().page(page).lines[1].size();
    set.setting =
        flow.set(shaped, flow.style().left + lettering.indent, std::move(lettering.notes));
    std::vector<Setting>& lines = flow.paper().page(page).lines[1];
    if (marker_lines == 1 && lines.size() > before) {
      lines[before - 1].insert(lines[before - 1].end(), lines[before].begin(), lines[before].end());
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(before));
    }
    return set;
  }
  SetText set{lettering.text, {}, ""};
  set.setting = flow.set(shaped, flow.style().left + lettering.indent, std::move(lettering.notes));
  return set;
}

std::vector<SetText> set_columns(Flow& flow, const Block& block, const Directive& columns) {
  const std::vector<double> lefts = numbers_of(columns.value("at", "0,150,300"));
  std::vector<std::string> markup(lefts.size());
  for (const std::string& line : block.lines) {
    const std::vector<std::string> cells = split_outside_braces(line, "|");
    for (std::size_t at = 0; at < lefts.size(); ++at) {
      markup[at] += (at < cells.size() ? cells[at] : "") + "\n";
    }
  }
  std::vector<RichText> texts;
  for (std::string& column : markup) {
    while (column.ends_with('\n')) column.pop_back();
    texts.push_back(parse_rich(column));
  }
  TextLook look = columns.has("body") ? flow.style().body : flow.style().furniture;
  look.size = columns.number("size", columns.has("body") ? look.size : 9);
  look.alignment = Alignment::left;
  return draw_side_by_side(flow, texts, lefts, look);
}

std::vector<SetText> set_signatures(Flow& flow, const Block& block, const Directive& signatures) {
  TextLook look = flow.style().body;
  look.alignment = Alignment::left;
  if (signatures.has("joined")) return set_joined_names(flow, block, look);
  const auto columns = static_cast<std::size_t>(signatures.number("columns", 1));
  const double step = flow.style().text_width() / static_cast<double>(columns);
  std::vector<SetText> set;
  for (std::size_t at = 0; at < block.lines.size(); at += columns) {
    std::vector<RichText> row;
    std::vector<double> lefts;
    for (std::size_t next = at; next < std::min(at + columns, block.lines.size()); ++next) {
      row.push_back(signer_of(block.lines[next]));
      lefts.push_back(step * static_cast<double>(next - at));
    }
    const double above = signatures.has("scrawl") ? kScrawlHeight : 0;
    flow.need(above + 3 * look.size * look.leading);
    flow.advance(above);
    for (std::size_t next = 0; above > 0 && next < row.size(); ++next) {
      draw_scrawl(flow.paper().page(flow.page()).ink.get(), row[next].text,
                  {flow.style().left + lefts[next], flow.y()});
    }
    for (SetText& signer : draw_side_by_side(flow, row, lefts, look))
      set.push_back(std::move(signer));
    if (!signatures.has("tight")) flow.skip(kSignatureGap);
  }
  return set;
}

std::vector<SetText> set_stamp(Flow& flow, const Block& block, const Directive& stamp) {
  const Point corner{stamp.number("x", 380), stamp.number("y", 200)};
  const double radians = stamp.number("angle", -6) * std::numbers::pi / 180;
  const RichText text = parse_rich(joined_lines(block.lines));
  TextLook look{.family = "Liberation Sans",
                .size = 9,
                .bold = true,
                .leading = 1.3,
                .alignment = Alignment::centre};
  const double width = stamp.number("width", 110);
  const ShapedText shaped(text, look, width);
  cairo_t* ink = flow.paper().page(flow.page()).ink.get();
  cairo_save(ink);
  cairo_translate(ink, corner.x, corner.y);
  cairo_rotate(ink, radians);
  cairo_set_source_rgb(ink, 0.1, 0.1, 0.1);
  cairo_set_line_width(ink, 1.2);
  cairo_rectangle(ink, -6, -5, width + 12, shaped.height() + 10);
  cairo_stroke(ink);
  SetText set{text, {}, ""};
  for (std::size_t line = 0; line < shaped.lines().size(); ++line) {
    const double top = static_cast<double>(line) * shaped.line_height();
    shaped.draw(ink, line, {0, top});
    Setting words = shaped.lines()[line].words;
    for (SetWord& word : words) {
      Rect turned;
      for (const double x : {word.box.left, word.box.right}) {
        for (const double y : {word.box.top + top, word.box.bottom + top}) {
          const Point at{corner.x + x * std::cos(radians) - y * std::sin(radians),
                         corner.y + x * std::sin(radians) + y * std::cos(radians)};
          turned = united(turned, {at.x, at.y, at.x + 0.01, at.y + 0.01});
        }
      }
      word.box = turned;
      word.page = flow.page();
    }
    set.setting.insert(set.setting.end(), words.begin(), words.end());
    flow.paper().add_line(flow.page(), Zone::body, std::move(words));
  }
  cairo_restore(ink);
  return {std::move(set)};
}

}  // namespace diarium::corpus
