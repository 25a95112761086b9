#include "drawn_page.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

// Fontconfig keeps the fonts that it found until the process ends.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}

namespace diarium {
namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

Owned<cairo_surface_t> white_surface(int width, int height) {
  Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const Owned<cairo_t> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  return surface;
}

Owned<PangoLayout> layout_of(cairo_t* context, const PrintedLine& line) {
  Owned<PangoLayout> layout(pango_cairo_create_layout(context));
  const Owned<PangoFontDescription> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), line.family);
  pango_font_description_set_absolute_size(font.get(), line.size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  // Paper has no pixels: letters keep their distances at every resolution.
  const Owned<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  PangoContext* pango = pango_layout_get_context(layout.get());
  pango_cairo_context_set_font_options(pango, options.get());
  pango_context_set_round_glyph_positions(pango, FALSE);
  pango_layout_set_markup(layout.get(), line.text.c_str(), -1);
  return layout;
}

void print(cairo_t* context, const PrintedLine& line) {
  const Owned<PangoLayout> layout = layout_of(context, line);
  const double ascent = static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
  cairo_set_source_rgb(context, 0.1, 0.1, 0.1);
  cairo_move_to(context, line.left, line.baseline - ascent);
  pango_cairo_show_layout(context, layout.get());
}

// Pango spaces letters badly when columns and rows differ: a fax is drawn fine, then rows are left
// out.
double finer_dpi(const ScanLook& look) {
  return std::max(look.dpi_x, look.dpi_y);
}

// From points of the upright page to pixels of the glass.
void lay_on_glass(cairo_t* context, const ScanLook& look, int width, int height) {
  cairo_translate(context, width / 2.0, height / 2.0);
  cairo_scale(context, finer_dpi(look) / kPointsPerInch, finer_dpi(look) / kPointsPerInch);
  cairo_rotate(context, look.quarter_turns * std::numbers::pi / 2);
  cairo_rotate(context, look.skew * std::numbers::pi / 180);
  cairo_translate(context, -look.width / 2, -look.height / 2);
}

std::uint8_t shadowed(std::uint8_t sample, int x, int width) {
  return static_cast<std::uint8_t>(sample * (1.0 - 0.7 * x / width));
}

Raster raster_of(cairo_surface_t* surface, const ScanLook& look) {
  cairo_surface_flush(surface);
  const double step_x = finer_dpi(look) / look.dpi_x;
  const double step_y = finer_dpi(look) / look.dpi_y;
  Raster raster{.width = static_cast<int>(cairo_image_surface_get_width(surface) / step_x),
                .height = static_cast<int>(cairo_image_surface_get_height(surface) / step_y),
                .channels = look.in_colour ? 3 : 1,
                .dpi_x = look.dpi_x,
                .dpi_y = look.dpi_y};
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < raster.height; ++y) {
    const unsigned char* row = data + static_cast<int>(y * step_y) * stride;
    for (int x = 0; x < raster.width; ++x) {
      const unsigned char* pixel = row + 4 * static_cast<int>(x * step_x);
      for (int channel = 0; channel < raster.channels; ++channel) {
        const std::uint8_t sample = pixel[2 - channel];
        raster.samples.push_back(look.shadow ? shadowed(sample, x, raster.width) : sample);
      }
    }
  }
  return raster;
}

}  // namespace

std::string raised(const std::string& number) {
  return "<span size=\"60%\" rise=\"4000\">" + number + "</span>";
}

Raster drawn_page(const std::vector<PrintedLine>& lines, const ScanLook& look,
                  const std::vector<Rect>& boxes) {
  const bool lying = look.quarter_turns % 2 != 0;
  const double width_points = lying ? look.height : look.width;
  const double height_points = lying ? look.width : look.height;
  const int width = static_cast<int>(std::lround(width_points * finer_dpi(look) / kPointsPerInch));
  const int height =
      static_cast<int>(std::lround(height_points * finer_dpi(look) / kPointsPerInch));
  const Owned<cairo_surface_t> surface = white_surface(width, height);
  const Owned<cairo_t> context(cairo_create(surface.get()));
  lay_on_glass(context.get(), look, width, height);
  cairo_set_source_rgb(context.get(), 0, 0, 0);
  for (const Rect& box : boxes) {
    cairo_rectangle(context.get(), box.left, box.top, box.width(), box.height());
    cairo_fill(context.get());
  }
  for (const PrintedLine& line : lines) print(context.get(), line);
  return raster_of(surface.get(), look);
}

Sheet scanned_sheet(Raster raster, const ScanLook& look) {
  const bool lying = look.quarter_turns % 2 != 0;
  return {.number = 1,
          .width = lying ? look.height : look.width,
          .height = lying ? look.width : look.height,
          .raster = std::move(raster)};
}

Rect printed_box(const PrintedLine& line, const std::string& word) {
  const Owned<cairo_surface_t> surface = white_surface(1, 1);
  const Owned<cairo_t> context(cairo_create(surface.get()));
  const Owned<PangoLayout> layout = layout_of(context.get(), line);
  const std::string printed = pango_layout_get_text(layout.get());
  const std::size_t at = printed.find(word);
  if (at == std::string::npos) return {};
  PangoRectangle begin;
  PangoRectangle end;
  pango_layout_index_to_pos(layout.get(), static_cast<int>(at), &begin);
  pango_layout_index_to_pos(layout.get(), static_cast<int>(at + word.size()), &end);
  PangoRectangle ink;
  const Owned<PangoLayout> alone = layout_of(context.get(), line);
  pango_layout_set_text(alone.get(), word.c_str(), -1);
  pango_layout_get_extents(alone.get(), &ink, nullptr);
  const int ascent = pango_layout_get_baseline(alone.get());
  const double unit = 1.0 / PANGO_SCALE;
  return {line.left + begin.x * unit, line.baseline + (ink.y - ascent) * unit,
          line.left + end.x * unit, line.baseline + (ink.y + ink.height - ascent) * unit};
}

}  // namespace diarium
