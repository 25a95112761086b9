#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/drawing.h"
#include "models/geometry.h"
#include "models/style.h"

namespace diarium {

/// The smallest public thing: letters without a blank between them, of one style.
/// "samhället¹" is two words, the second superscript and joined.
struct Word {
  std::string text;     ///< UTF-8 NFC, never empty, no blanks
  Rect box;             ///< on the upright page, of the ink line: ascender to descender
  double baseline = 0;  ///< y of the baseline, points
  double size = 0;      ///< font size, points; from OCR an estimate by line height
  Style style;
  double confidence = 1.0;  ///< 0..1; 1 for embedded text
  bool joined = false;      ///< follows the word before it without a blank
  std::string raw;          ///< what OCR read before a repair; empty where nothing was repaired
  bool operator==(const Word&) const = default;
};

/// A drawn straight line or thin filled box: a candidate for a table rule, an underline, a strike.
/// Thickness is the box's small side; a box with width >= height runs horizontally.
struct Ruling {
  Rect box;
  bool operator==(const Ruling&) const = default;
};

/// A closed outline or filled area larger than a ruling: box of a flowchart, cell shade, redaction.
struct Area {
  Rect box;
  bool filled = false;
  double darkness = 0;  ///< of the fill, 0 = white .. 1 = black
  bool operator==(const Area&) const = default;
};

/// Pixels of a page or a picture, row by row without padding. 8 bits a sample; channels 1 = grey, 3
/// = RGB.
struct Raster {
  int width = 0;
  int height = 0;
  int channels = 1;
  double dpi_x = 0;  ///< pixels an inch of the page that it covers
  double dpi_y = 0;
  std::vector<std::uint8_t> samples;  ///< width * height * channels
  [[nodiscard]] bool empty() const { return samples.empty(); }
  bool operator==(const Raster&) const = default;
};

/// A picture on the page: photo, logo, stamp, signature, diagram.
struct Picture {
  Rect box;
  std::optional<Raster> raster = {};  ///< of a picture that OCR is to look at; only before it has
  bool operator==(const Picture&) const = default;
};

enum class Origin { embedded, ocr, mixed };

/// A name that the file itself gives to a place: an entry of a PDF's outline, a heading by the
/// outline of a word processor, one of its bookmarks. A hint: what is printed may say otherwise.
struct Bookmark {
  std::string title;  ///< UTF-8 NFC, blanks squeezed, never empty
  int level = 0;      ///< depth in the outline, 0..kDeepestBookmark; -1: in no outline
  double y = 0;       ///< where the place begins on the upright page, points; 0: at its top
  bool operator==(const Bookmark&) const = default;
};
inline constexpr int kDeepestBookmark = 3;
inline constexpr std::size_t kLongestBookmark = 300;     ///< bytes; longer ones name no paper
inline constexpr std::size_t kMostBookmarksOnPage = 50;  ///< the first ones in order

/// A change that a word processor tracked, as far as it shows on one line.
struct TrackedChange {
  bool inserted = false;  ///< or else deleted; what was moved is both, where it stands and stood
  std::string author;     ///< UTF-8 NFC as the program knew him, blanks squeezed; may be empty
  std::string made_on;    ///< "2024-05-14"; empty where the file tells no such day
  Rect box;               ///< around its words on the upright page
  bool operator==(const TrackedChange&) const = default;
};
inline constexpr std::size_t kLongestAuthor = 200;        ///< bytes; a longer one is no name
inline constexpr std::size_t kMostChangesOnPage = 2'000;  ///< the first ones in order

/// One page as read, before layout: words in no promised order.
/// Read gives either believable words, or a raster for OCR, or (a blank page) neither.
struct Sheet {
  int number = 0;    ///< 1-based in the file
  double width = 0;  ///< of the upright page, points
  double height = 0;
  int rotation = 0;  ///< degrees clockwise by which the stored page was turned to stand upright: 0,
                     ///< 90, 180, 270
  double skew =
      0;  ///< degrees by which the scan leant, positive clockwise; mended for OCR, not in boxes
  Origin origin = Origin::embedded;
  std::vector<Word> words;
  std::vector<Ruling> rulings;
  std::vector<Area> areas;
  std::vector<Picture> pictures;
  std::vector<Bookmark> bookmarks;  ///< in the order of the outline
  std::vector<TrackedChange> changes;
  std::vector<Drawing> drawings;    ///< what may be a flowchart: of the page itself, of a picture
  std::vector<std::string> issues;  ///< codes, e.g. "text_layer_rejected", "partial_page"
  std::optional<Raster> raster;     ///< what OCR is to read: the whole page
};

/// Whether it holds pixels that OCR is to read.
inline bool wants_recognition(const Sheet& sheet) {
  return sheet.raster ||
         std::any_of(sheet.pictures.begin(), sheet.pictures.end(),
                     [](const Picture& picture) { return picture.raster.has_value(); });
}

}  // namespace diarium
