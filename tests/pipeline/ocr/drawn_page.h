#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/sheet.h"

namespace diarium {

/// A line of print. Places and sizes in points.
struct PrintedLine {
  std::string text;  ///< Pango markup: "<b>Beslut</b>"
  double left = 40;
  double baseline = 50;
  double size = 12;
  const char* family = "Liberation Serif";
};

/// The markup of a small raised number; Pango's own <sup> is wrong at sizes in points.
std::string raised(const std::string& number);

/// How a page is scanned.
struct ScanLook {
  double width = 420;  ///< points, of the upright page
  double height = 300;
  double dpi_x = 200;
  double dpi_y = 200;
  int quarter_turns = 0;  ///< clockwise, after printing: how the page lay on the glass
  double skew = 0;        ///< degrees clockwise
  bool in_colour = false;
  bool shadow = false;  ///< from white paper at the left to a dark grey at the right
};

/// The scan of a page with these lines on filled boxes.
Raster drawn_page(const std::vector<PrintedLine>& lines, const ScanLook& look,
                  const std::vector<Rect>& boxes = {});

/// A sheet for recognition: as `read` gives it.
Sheet scanned_sheet(Raster raster, const ScanLook& look);

/// Where a word of one line is printed, by its ink; the first of that name.
Rect printed_box(const PrintedLine& line, const std::string& word);

}  // namespace diarium
