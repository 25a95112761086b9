#include "tools/corpus/shaped_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace diarium::corpus {
namespace {

constexpr double kRaisedScale = 0.62;  // size of a note marker / size of its text
constexpr double kRaisedRise = 0.36;   // its baseline above that of the text / size of the text
constexpr double kLoweredBy = 0.14;    // the baseline of "2" in CO₂ below that of the text
constexpr std::string_view kSoftHyphen = "\u00AD";

int units(double points) {
  return static_cast<int>(points * PANGO_SCALE + 0.5);
}
double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

/// One for the program: unhinted outlines, so that lines break alike on paper and on a raster.
PangoContext* shared_context() {
  static PangoContext* const context = [] {
    PangoContext* made = pango_font_map_create_context(pango_cairo_font_map_get_default());
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(made, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(made, FALSE);
    pango_context_set_language(made, pango_language_from_string("sv"));
    return made;
  }();
  return context;
}

using FontDescription =
    std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

FontDescription describe(const TextLook& look) {
  FontDescription font(pango_font_description_new(), &pango_font_description_free);
  pango_font_description_set_family(font.get(), look.family.c_str());
  pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(),
                                    look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font.get(),
                                   look.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
}

/// Fontconfig silently takes another font for one that is missing; lines would break elsewhere.
void require_family(const std::string& family) {
  static std::map<std::string, bool> known;
  const auto [entry, is_new] = known.try_emplace(family, false);
  if (is_new) {
    const FontDescription wanted = describe({.family = family});
    PangoFont* font = pango_context_load_font(shared_context(), wanted.get());
    const FontDescription got(pango_font_describe(font), &pango_font_description_free);
    entry->second = pango_font_description_get_family(got.get()) == family;
    g_object_unref(font);
  }
  if (!entry->second) {
    throw std::runtime_error(
        fmt::format("the sample archive needs a font of the Debian packages fonts-liberation, "
                    "fonts-dejavu-core, "
                    "fonts-crosextra-carlito, fonts-ebgaramond: {}",
                    family));
  }
}

void add(PangoAttrList* list, PangoAttribute* attribute, Span span) {
  attribute->start_index = static_cast<guint>(span.begin);
  attribute->end_index = static_cast<guint>(span.end);
  pango_attr_list_insert(list, attribute);
}

void set_attributes(PangoLayout* layout, const RichText& text, const TextLook& look) {
  PangoAttrList* list = pango_attr_list_new();
  for (const auto& [span, style] : text.styles) {
    if (style.bold) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), span);
    if (style.italic) add(list, pango_attr_style_new(PANGO_STYLE_ITALIC), span);
    if (style.struck) add(list, pango_attr_strikethrough_new(TRUE), span);
    if (style.underlined) add(list, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), span);
    if (!style.superscript) continue;
    add(list, pango_attr_size_new_absolute(units(look.size * kRaisedScale)), span);
    add(list, pango_attr_rise_new(units(look.size * kRaisedRise)), span);
  }
  for (const Mark& low : text.marks_of("low")) {
    add(list, pango_attr_size_new_absolute(units(look.size * kRaisedScale)), low.span);
    add(list, pango_attr_rise_new(-units(look.size * kLoweredBy)), low.span);
  }
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
}

PangoAlignment pango_alignment(Alignment alignment) {
  if (alignment == Alignment::right) return PANGO_ALIGN_RIGHT;
  return alignment == Alignment::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

bool is_gap(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t';
}

/// The text of a word: without soft hyphens, but with a hyphen where it was divided.
std::string word_text(std::string_view bytes, bool divided) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.substr(at).starts_with(kSoftHyphen)) {
      at += kSoftHyphen.size();
    } else {
      out += bytes[at++];
    }
  }
  return divided ? out + "-" : out;
}

}  // namespace

ShapedText::ShapedText(const RichText& text, const TextLook& look, double width) : look_(look) {
  require_family(look.family);
  layout_.reset(pango_layout_new(shared_context()));
  const FontDescription font = describe(look);
  pango_layout_set_font_description(layout_.get(), font.get());
  pango_layout_set_width(layout_.get(), units(width));
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify(layout_.get(), look.alignment == Alignment::justified);
  pango_layout_set_alignment(layout_.get(), pango_alignment(look.alignment));
  pango_layout_set_text(layout_.get(), text.text.data(), static_cast<int>(text.text.size()));
  set_attributes(layout_.get(), text, look);
  PangoFontMetrics* metrics = pango_context_get_metrics(shared_context(), font.get(), nullptr);
  ascent_ = points(pango_font_metrics_get_ascent(metrics));
  descent_ = points(pango_font_metrics_get_descent(metrics));
  pango_font_metrics_unref(metrics);
  line_height_ = look.size * look.leading;
  read_lines(text);
}

void ShapedText::read_lines(const RichText& text) {
  PangoLayoutIter* iterator = pango_layout_get_iter(layout_.get());
  do {
    PangoLayoutLine* ink = pango_layout_iter_get_line_readonly(iterator);
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(iterator, nullptr, &extents);
    const auto begin = static_cast<std::size_t>(ink->start_index);
    Line line{.bytes = {begin, begin + static_cast<std::size_t>(ink->length)},
              .ink = ink,
              .indent = points(extents.x),
              .width = points(extents.width),
              .words = {}};
    line.words = words_of(text, line);
    lines_.push_back(std::move(line));
  } while (pango_layout_iter_next_line(iterator));
  pango_layout_iter_free(iterator);
}

Setting ShapedText::words_of(const RichText& text, const Line& line) const {
  Setting words;
  std::size_t at = line.bytes.begin;
  while (at < line.bytes.end) {
    if (is_gap(text.text[at])) {
      ++at;
      continue;
    }
    const Style style = text.style_at(at);
    std::size_t end = at;
    while (end < line.bytes.end && !is_gap(text.text[end]) && text.style_at(end) == style) ++end;
    words.push_back(word_at(text, line, {at, end}));
    words.back().joined = at > line.bytes.begin && !is_gap(text.text[at - 1]);
    at = end;
  }
  return words;
}

SetWord ShapedText::word_at(const RichText& text, const Line& line, Span span) const {
  int left = 0;
  int right = 0;
  pango_layout_line_index_to_x(line.ink, static_cast<int>(span.begin), FALSE, &left);
  pango_layout_line_index_to_x(line.ink, static_cast<int>(span.end), FALSE, &right);
  const bool divided = span.end == line.bytes.end && text.slice(span).ends_with(kSoftHyphen);
  Style style = text.style_at(span.begin);
  style.bold = style.bold || look_.bold;
  style.italic = style.italic || look_.italic;
  const double scale = style.superscript ? kRaisedScale : 1.0;
  const double baseline = (line_height_ + ascent_ - descent_) / 2 -
                          (style.superscript ? kRaisedRise * look_.size : 0.0);
  const double end = divided ? line.indent + line.width : line.indent + points(right);
  return {.text = word_text(text.slice(span), divided),
          .span = span,
          .page = 0,
          .box = {line.indent + points(left), baseline - ascent_ * scale, end,
                  baseline + descent_ * scale},
          .style = style,
          .joined = false};
}

double ShapedText::width() const {
  double widest = 0;
  for (const Line& line : lines_) widest = std::max(widest, line.indent + line.width);
  return widest;
}

void ShapedText::draw(cairo_t* ink, std::size_t line, Point top_left) const {
  cairo_set_source_rgb(ink, look_.grey, look_.grey, look_.grey);
  cairo_move_to(ink, top_left.x + lines_[line].indent,
                top_left.y + (line_height_ + ascent_ - descent_) / 2);
  pango_cairo_show_layout_line(ink, lines_[line].ink);
}

}  // namespace diarium::corpus
