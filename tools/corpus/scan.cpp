#include "tools/corpus/scan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace diarium::corpus {
namespace {

constexpr std::array kRecipes{ScanRecipe{.name = "clean300", .skew = 0.15, .jpeg_quality = 55},
                              ScanRecipe{.name = "office",
                                         .dpi_x = 200,
                                         .dpi_y = 200,
                                         .skew = 1.5,
                                         .noise = 5,
                                         .specks = 0.00005,
                                         .shadow = 0.06,
                                         .jpeg_quality = 45},
                              ScanRecipe{.name = "fax",
                                         .dpi_x = 204,
                                         .dpi_y = 98,
                                         .skew = 0.6,
                                         .noise = 10,
                                         .specks = 0.0004,
                                         .bilevel = true},
                              ScanRecipe{.name = "photo",
                                         .dpi_x = 150,
                                         .dpi_y = 150,
                                         .skew = 1.0,
                                         .noise = 3,
                                         .shadow = 0.4,
                                         .colour = true,
                                         .turned = true,
                                         .jpeg_quality = 60},
                              ScanRecipe{.name = "jpeg",
                                         .dpi_x = 170,
                                         .dpi_y = 170,
                                         .skew = 1.2,
                                         .noise = 3,
                                         .shadow = 0.3,
                                         .colour = true,
                                         .jpeg_quality = 62},
                              ScanRecipe{.name = "png", .dpi_x = 150, .dpi_y = 150},
                              ScanRecipe{.name = "tiff",
                                         .dpi_x = 200,
                                         .dpi_y = 200,
                                         .skew = 0.5,
                                         .specks = 0.0001,
                                         .bilevel = true}};

/// The same numbers on every machine, unlike the distributions of the standard library.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  double unit() { return static_cast<double>(engine_()) / 4294967296.0; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  /// About normal, with standard deviation 1.
  double normal() {
    double sum = 0;
    for (int part = 0; part < 4; ++part) sum += unit();
    return (sum - 2) * std::sqrt(3.0);
  }

 private:
  std::mt19937 engine_;
};

/// White paper, leaning by `skew` about its middle.
Surface raster_of(const PaperPage& page, const ScanRecipe& recipe, double skew) {
  const int width = static_cast<int>(std::lround(page.width * recipe.dpi_x / kPointsPerInch));
  const int height = static_cast<int>(std::lround(page.height * recipe.dpi_y / kPointsPerInch));
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const Ink ink(cairo_create(surface.get()));
  cairo_set_source_rgb(ink.get(), 1, 1, 1);
  cairo_paint(ink.get());
  cairo_scale(ink.get(), recipe.dpi_x / kPointsPerInch, recipe.dpi_y / kPointsPerInch);
  cairo_translate(ink.get(), page.width / 2, page.height / 2);
  cairo_rotate(ink.get(), skew * std::numbers::pi / 180);
  cairo_translate(ink.get(), -page.width / 2, -page.height / 2);
  cairo_set_source_surface(ink.get(), page.drawing.get(), 0, 0);
  cairo_paint(ink.get());
  cairo_surface_flush(surface.get());
  return surface;
}

std::uint8_t level(double value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

/// How much light falls on a place: 1 in the brightest corner.
double light_at(double x, double y, double shadow, double angle) {
  const double along = (x - 0.5) * std::cos(angle) + (y - 0.5) * std::sin(angle);  // -0.71..0.71
  return 1 - shadow * std::clamp(0.5 + along / 1.42, 0.0, 1.0);
}

ScannedPage turned(ScannedPage page, int quarter_turns) {
  page.quarter_turns = quarter_turns;
  if (quarter_turns == 0) return page;
  ScannedPage out = page;
  if (quarter_turns != 2) std::swap(out.width, out.height);
  if (quarter_turns != 2) std::swap(out.dpi_x, out.dpi_y);
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      const int to_x = quarter_turns == 1   ? page.height - 1 - y
                       : quarter_turns == 2 ? page.width - 1 - x
                                            : y;
      const int to_y = quarter_turns == 1   ? x
                       : quarter_turns == 2 ? page.height - 1 - y
                                            : page.width - 1 - x;
      for (int channel = 0; channel < page.channels; ++channel) {
        out.samples[static_cast<std::size_t>((to_y * out.width + to_x) * page.channels + channel)] =
            page.samples[static_cast<std::size_t>((y * page.width + x) * page.channels + channel)];
      }
    }
  }
  return out;
}

}  // namespace

const ScanRecipe* scan_recipe(std::string_view name) {
  for (const ScanRecipe& recipe : kRecipes) {
    if (recipe.name == name) return &recipe;
  }
  return nullptr;
}

ScannedPage scan_page(const PaperPage& page, const ScanRecipe& recipe, std::uint32_t chance_seed) {
  Chance chance(chance_seed);
  const double skew = std::round(chance.between(-recipe.skew, recipe.skew) * 100) / 100;
  const double light_from = chance.between(0, 2 * std::numbers::pi);
  const int turns = recipe.turned ? std::array{0, 1, 2, 3}[chance_seed % 4] : 0;
  const Surface raster = raster_of(page, recipe, skew);
  ScannedPage scan{.width = cairo_image_surface_get_width(raster.get()),
                   .height = cairo_image_surface_get_height(raster.get()),
                   .channels = recipe.colour ? 3 : 1,
                   .dpi_x = recipe.dpi_x,
                   .dpi_y = recipe.dpi_y,
                   .skew = skew,
                   .quarter_turns = 0,
                   .samples = {}};
  const unsigned char* rows = cairo_image_surface_get_data(raster.get());
  const int stride = cairo_image_surface_get_stride(raster.get());
  // Paper photographed by lamp light is yellowish.
  const std::array<double, 3> tint{1.0, recipe.colour ? 0.97 : 1.0, recipe.colour ? 0.88 : 1.0};
  for (int y = 0; y < scan.height; ++y) {
    for (int x = 0; x < scan.width; ++x) {
      const unsigned char* pixel = rows + y * stride + x * 4;  // blue, green, red
      const double light =
          light_at(static_cast<double>(x) / scan.width, static_cast<double>(y) / scan.height,
                   recipe.shadow, light_from);
      const double noise = recipe.noise > 0 ? recipe.noise * chance.normal() : 0;
      const bool speck = recipe.specks > 0 && chance.unit() < recipe.specks;
      const double grey = 0.299 * pixel[2] + 0.587 * pixel[1] + 0.114 * pixel[0];
      for (std::size_t channel = 0; channel < static_cast<std::size_t>(scan.channels); ++channel) {
        const double ink = scan.channels == 1 ? grey : pixel[2 - channel];
        double value = (28 + ink * 0.875) * light * tint[channel] + noise;
        if (speck) value = ink > 128 ? 40 : 230;
        if (recipe.bilevel) value = value < 140 ? 0 : 255;
        scan.samples.push_back(level(value));
      }
    }
  }
  return turned(std::move(scan), turns);
}

Rect leaning(const Rect& box, double skew, const TruthPage& page) {
  const double radians = skew * std::numbers::pi / 180;
  const Point middle{page.width / 2, page.height / 2};
  Rect out;
  bool first = true;
  for (const double x : {box.left, box.right}) {
    for (const double y : {box.top, box.bottom}) {
      const double dx = x - middle.x;
      const double dy = y - middle.y;
      const Point at{middle.x + dx * std::cos(radians) - dy * std::sin(radians),
                     middle.y + dx * std::sin(radians) + dy * std::cos(radians)};
      out = first ? Rect{at.x, at.y, at.x, at.y}
                  : Rect{std::min(out.left, at.x), std::min(out.top, at.y),
                         std::max(out.right, at.x), std::max(out.bottom, at.y)};
      first = false;
    }
  }
  return out;
}

TruthPage scanned_truth(TruthPage page, const ScannedPage& scan) {
  for (auto& zone : page.lines) {
    for (Setting& line : zone) {
      for (SetWord& word : line) word.box = leaning(word.box, scan.skew, page);
    }
  }
  page.origin = Origin::ocr;
  page.skew = scan.skew;
  page.rotation = (360 - 90 * scan.quarter_turns) % 360;
  return page;
}

}  // namespace diarium::corpus
