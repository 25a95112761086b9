#include "pipeline/ocr/recogniser.h"

#include <malloc.h>
#include <omp.h>

#include <tesseract/baseapi.h>

#include <cstdlib>
#include <memory>
#include <utility>

#include "models/bounds.h"
#include "models/drawn_bullets.h"
#include "pipeline/ocr/cut_letters.h"
#include "pipeline/ocr/dark_boxes.h"
#include "pipeline/ocr/dashes.h"
#include "pipeline/ocr/digit_groups.h"
#include "pipeline/ocr/doubtful_numbers.h"
#include "pipeline/ocr/flow_contrast.h"
#include "pipeline/ocr/flow_reading.h"
#include "pipeline/ocr/galley.h"
#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/language_models.h"
#include "pipeline/ocr/lost_lines.h"
#include "pipeline/ocr/lost_rings.h"
#include "pipeline/ocr/mark_reading.h"
#include "pipeline/ocr/missing_words.h"
#include "pipeline/ocr/note_numbers.h"
#include "pipeline/ocr/older_reading.h"
#include "pipeline/ocr/pen_strokes.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/raised_words.h"
#include "pipeline/ocr/rulings.h"
#include "pipeline/ocr/sign_repairs.h"
#include "pipeline/ocr/solid_dots.h"
#include "pipeline/ocr/stray_marks.h"
#include "pipeline/ocr/stroke_weight.h"
#include "pipeline/ocr/unread_ink.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

namespace {

// Bytes. Blocks of the network are smaller than images, whose room goes back to the system at once:
// a worker that kept that too grew to 530 MB.
constexpr int kLargestKeptBlock = 4 << 20;
constexpr int kMostKept = 48 << 20;

// The network's time grows with the width of a line and not with its height, which is always scaled
// to 36 pixels: narrowed print is read as well and costs 6-9 % less. Words wrong of 24 000 in ten
// faces (scans, fax and photos): 334 as printed, 300 at 0.95, 339 at 0.9, 366 at 0.85. At 0.8
// characters wrong grew by a third.
constexpr float kNarrowed = 0.9F;

/// What a raster shows, on the upright page that it covers.
struct Reading {
  std::vector<Word> words;
  std::vector<Ruling> rulings;
  std::vector<Picture> pictures;
  std::vector<Drawing> drawings;
};

/// Whether a picture shows pieces of ink of the height of letters, some words of them.
bool may_hold_words(const PreparedPage& page) {
  constexpr double kLeastHeight = 2;  // points; print in a picture is often small
  constexpr double kLeastPixels = 6;
  constexpr double kMostHeight = 30;
  constexpr auto kLeastLetters = 8;
  const double pixels = page.resolution / kPointsPerInch;
  const double least = std::max(kLeastPixels, kLeastHeight * pixels);
  const InkPieces pieces(page.binary);
  const auto letters = std::count_if(
      pieces.boxes().begin(), pieces.boxes().end(), [pixels, least](const Rect& piece) {
        return piece.height() >= least && piece.height() <= kMostHeight * pixels &&
               piece.width() <= 2 * kMostHeight * pixels;
      });
  return letters >= kLeastLetters;
}

/// Tesseract reads something into every photo; a chart's boxes have shown that it is none.
bool is_believable(const Reading& reading) {
  constexpr double kLeastConfidence = 0.7;
  if (!reading.drawings.empty()) return true;
  double letters = 0;
  double trusted = 0;
  for (const Word& word : reading.words) {
    letters += static_cast<double>(word.text.size());
    trusted += static_cast<double>(word.text.size()) * word.confidence;
  }
  return trusted >= kLeastConfidence * letters;
}

/// A reading of a picture whose corner stands at `by`.
Reading moved(Reading reading, Point by) {
  for (Word& word : reading.words) {
    word.box = moved(word.box, by);
    word.baseline += by.y;
  }
  for (Drawing& drawing : reading.drawings) {
    for (Shape& shape : drawing.shapes) shape.box = moved(shape.box, by);
    for (ArrowHead& head : drawing.heads) head.box = moved(head.box, by);
    for (Stroke& stroke : drawing.strokes) {
      for (Point& point : stroke.points) point = {point.x + by.x, point.y + by.y};
    }
  }
  return reading;
}

}  // namespace

std::string recogniser_version() {
  const std::unique_ptr<char, decltype(&std::free)> leptonica(getLeptonicaVersion(), &std::free);
  return std::string("Tesseract ") + tesseract::TessBaseAPI::Version() + ", " + leptonica.get();
}

class Recogniser::Engine {
 public:
  explicit Engine(const OcrSettings& settings) {
    // Leptonica would complain on stderr about every empty page.
    setMsgSeverity(L_SEVERITY_NONE);
    load_models(tesseract_, settings.language, settings.model_folder);
    tesseract_.SetVariable("debug_file", "/dev/null");
    // Tesseract's own division of the page reads a column of list numbers as a vertical line, or
    // loses it. Characters wrong on 26 office scans: 0.15 % with it, 0.08 % as one column. One
    // block costs the same and loses less: on five pages of fax 2.6 % instead of 3.6 %, of photo
    // 0.9 % instead of 1.0 %, of office scans 0.24 % either way. Layout divides the page.
    tesseract_.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    // Dark boxes are turned light before: a line that is doubted need not be read with colours
    // turned as well (2 % of the time of a page).
    tesseract_.SetVariable("tessedit_do_invert", "0");
  }

  Reading read(const Raster& raster, PreparedPage page) {
    if (page.blank) return {};
    Reading reading;
    auto [drawing, in_boxes] = read_drawing(raster, page);
    if (!drawing.empty()) reading.drawings.push_back(std::move(drawing));
    page.binary = with_pale_lines(page.binary, page.grey, page.resolution);
    const DrawnLines lines = find_drawn_lines(
        page.binary, page.resolution, page.coarse ? ShortStrikes::ignored : ShortStrikes::found);
    turn_dark_boxes_light(page, lines);
    for (const Rect& line : lines.boxes)
      reading.rulings.push_back({page.placement.bounds_on_page(line)});
    erase(lines, page.binary, page.resolution, page.grey);
    const Image ink = whole_strokes(page);
    const InkPieces pieces(ink);
    const std::vector<RaisedNumber> numbers = read_raised_numbers(page, pieces);
    erase(numbers, page.grey);
    const Galley galley(std::move(page.grey), page.binary, lines.mask, page.resolution);
    std::vector<ReadWord> words = read_galley(galley, page.placement, page.resolution);
    words = with_doubtful_numbers_read_again(tesseract_, galley, std::move(words));
    words = with_digits_left_out(tesseract_, galley, pieces, std::move(words));
    words = with_bold_marked(std::move(words));
    if (!page.coarse) words = with_lost_rings(std::move(words), pieces);
    words = with_cut_letters(std::move(words), lines.boxes, swedish_words());
    words = with_digit_groups(without_pen_strokes(std::move(words), pieces), pieces);
    words = with_dashes_told(std::move(words), ink, pieces);
    std::vector<Rect> unread = find_unread_ink(ink, words, page.resolution);
    if (auto lost = read_lost_lines(tesseract_, ink, pieces, unread, page); !lost.empty()) {
      std::move(lost.begin(), lost.end(), std::back_inserter(words));
      unread = find_unread_ink(ink, words, page.resolution);
    }
    for (const Rect& box : unread) reading.pictures.push_back({page.placement.bounds_on_page(box)});
    const double width = pixGetWidth(page.binary.get()) * page.placement.points_per_pixel_x;
    reading.words = without_stray_marks(with_raised_numbers(words, numbers, page.placement), width);
    reading.words =
        with_drawn_bullets(std::move(reading.words), find_solid_dots(ink, pieces, page.placement));
    for (const Drawing& found : reading.drawings)
      reading.words = with_labels_repaired(std::move(reading.words), found);
    std::move(in_boxes.begin(), in_boxes.end(), std::back_inserter(reading.words));
    reading.words = with_signs_repaired(std::move(reading.words));
    return reading;
  }

  /// Reads the pictures of a sheet that has words of its own.
  void read_pictures(Sheet& sheet);

 private:
  Reading read_picture(const Raster& raster, const Rect& box) {
    PreparedPage page = prepare(raster, box.width(), box.height());
    if (!page.grey || page.blank || page.rotation != 0 || !may_hold_words(page)) return {};
    Reading reading = read(raster, std::move(page));
    if (!is_believable(reading)) return {};
    return moved(std::move(reading), {box.left, box.top});
  }

  /// A flowchart and the words in its boxes; it is taken off the page. Both empty where none is.
  std::pair<Drawing, std::vector<Word>> read_drawing(const Raster& raster, PreparedPage& page) {
    const FlowContrast contrast = flow_contrast(raster, page);
    if (!contrast.grey) return {};
    const FoundDrawing found = find_drawing(contrast.grey, contrast.ink_below, page.resolution);
    if (found.drawing.empty()) return {};
    std::vector<Word> words = read_boxes(tesseract_, contrast.grey, found.drawing, page);
    erase(found, page);
    return {without_letters(on_page(found.drawing, page.placement), words), std::move(words)};
  }

  static void turn_dark_boxes_light(PreparedPage& page, const DrawnLines& lines) {
    const std::vector<Rect> boxes = find_dark_boxes(page.binary, lines.mask, page.resolution);
    if (boxes.empty()) return;
    turn_light(boxes, page.binary, page.grey);
    page.binary = ink_of(page.grey);
  }

  std::vector<RaisedNumber> read_raised_numbers(const PreparedPage& page, const InkPieces& ink) {
    const Print print = page.coarse ? Print::coarse : Print::fine;
    auto numbers =
        diarium::read_raised_numbers(tesseract_, page.grey, find_raised_marks(ink, print));
    return in_running_order(std::move(numbers), pixGetHeight(page.binary.get()));
  }

  std::vector<ReadWord> read_galley(const Galley& galley, const Placement& placement,
                                    int resolution) {
    const Image narrow(pixScaleGrayLI(galley.image().get(), kNarrowed, 1));
    std::vector<ReadWord> words;
    if (!narrow) return words;
    tesseract_.SetImage(narrow.get());
    tesseract_.SetSourceResolution(resolution);
    if (tesseract_.Recognize(nullptr) == 0)
      words = read_words(tesseract_, galley, placement, kNarrowed);
    tesseract_.Clear();
    return words;
  }

  tesseract::TessBaseAPI tesseract_;
};

Recogniser::Recogniser(const OcrSettings& settings) : engine_(std::make_unique<Engine>(settings)) {
  // Tesseract asks OpenMP for several threads: half as much CPU time again, on a machine whose
  // cores all have a worker of their own. OMP_THREAD_LIMIT is read when the program starts, too
  // early for a worker.
  omp_set_max_active_levels(0);
  // The network's layers take and give back large blocks for every line of print: given back to the
  // system, each costs page faults.
  mallopt(M_MMAP_THRESHOLD, kLargestKeptBlock);
  mallopt(M_TRIM_THRESHOLD, kMostKept);
}

Recogniser::~Recogniser() = default;

namespace {

// A sheet that was turned has other places for its words than an earlier machine thought.
Sheet with_better_words(Sheet sheet, std::vector<Word> own, int turned_by) {
  sheet.origin = Origin::ocr;
  if (turned_by == 0 && !sheet.words.empty() &&
      older_reading_stands(sheet.words, own, swedish_words())) {
    std::erase(sheet.issues, "text_layer_rejected");
    sheet.issues.emplace_back("older_reading_kept");
    sheet.origin = Origin::embedded;
  } else {
    sheet.words = std::move(own);
  }
  return sheet;
}

}  // namespace

void Recogniser::Engine::read_pictures(Sheet& sheet) {
  for (Picture& picture : sheet.pictures) {
    const std::optional<Raster> raster = std::exchange(picture.raster, std::nullopt);
    if (!raster) continue;
    Reading reading = read_picture(*raster, picture.box);
    if (reading.words.empty()) continue;
    sheet.origin = Origin::mixed;
    std::move(reading.words.begin(), reading.words.end(), std::back_inserter(sheet.words));
    std::move(reading.drawings.begin(), reading.drawings.end(), std::back_inserter(sheet.drawings));
  }
}

Sheet Recogniser::recognise(Sheet sheet) {
  if (!sheet.raster) {
    engine_->read_pictures(sheet);
    return sheet;
  }
  const Raster raster = std::move(*sheet.raster);
  sheet.raster.reset();
  PreparedPage page = prepare(raster, sheet.width, sheet.height);
  if (!page.grey) {
    sheet.issues.emplace_back("unreadable_raster");
    return sheet;
  }
  if (sheet.origin == Origin::mixed) {
    // Its own letters say which way is up.
    if (page.rotation != 0) return sheet;
    sheet.words =
        with_missing_words(std::move(sheet.words), engine_->read(raster, std::move(page)).words);
    return sheet;
  }
  sheet.rotation = (sheet.rotation + page.rotation) % 360;
  if (page.rotation % 180 != 0) std::swap(sheet.width, sheet.height);
  sheet.skew = page.skew;
  const int turned = page.rotation;
  // Heights were told of the page as it was stored.
  if (turned != 0) {
    for (Bookmark& bookmark : sheet.bookmarks) bookmark.y = 0;
  }
  Reading reading = engine_->read(raster, std::move(page));
  sheet.rulings = std::move(reading.rulings);
  sheet.pictures = std::move(reading.pictures);
  sheet.drawings = std::move(reading.drawings);
  return with_better_words(std::move(sheet), std::move(reading.words), turned);
}

}  // namespace diarium
