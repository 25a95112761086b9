#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/corpus/paper.h"
#include "tools/corpus/pdf_file.h"
#include "tools/corpus/truth.h"

namespace diarium::corpus {

/// How a paper came into the archive. Lengths in points, angles in degrees.
struct ScanRecipe {
  std::string_view name;
  double dpi_x = 300;
  double dpi_y = 300;
  double skew = 0;    ///< at most, either way
  double noise = 0;   ///< standard deviation of grey levels (0..255)
  double specks = 0;  ///< share of pixels that turn black or white
  double shadow = 0;  ///< how much darker the darkest corner is, 0..1
  bool bilevel = false;
  bool colour = false;
  bool turned = false;  ///< pages lie on their side or on their head
  int jpeg_quality = 60;
};

/// "clean300", "office", "fax", "photo" and the picture files; null for another name.
const ScanRecipe* scan_recipe(std::string_view name);

/// A page as pixels, 8 bits a sample, as the copier or camera stored it.
struct ScannedPage {
  int width = 0;
  int height = 0;
  int channels = 1;
  double dpi_x = 0;
  double dpi_y = 0;
  double skew = 0;        ///< degrees, positive clockwise
  int quarter_turns = 0;  ///< clockwise, from upright to stored
  std::vector<std::uint8_t> samples;
};

/// Rasters a page and spoils it; the same for the same `chance_seed`.
ScannedPage scan_page(const PaperPage& page, const ScanRecipe& recipe, std::uint32_t chance_seed);

/// The truth of a page after it was scanned so: boxes lean with it.
TruthPage scanned_truth(TruthPage page, const ScannedPage& scan);
/// Where a box comes to lie on a page that leans by `skew`.
Rect leaning(const Rect& box, double skew, const TruthPage& page);

PagePicture coded(const ScannedPage& page, const ScanRecipe& recipe);
std::string jpeg_of(const ScannedPage& page, int quality);
std::string png_of(const ScannedPage& page);
/// Bilevel pages in CCITT group 4.
std::string tiff_of(const std::vector<ScannedPage>& pages);

}  // namespace diarium::corpus
