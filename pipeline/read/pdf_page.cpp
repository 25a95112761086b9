#include "pipeline/read/pdf_page.h"

#include <poppler/Annot.h>
#include <poppler/Page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "models/drawn_bullets.h"
#include "pipeline/read/pdf_engine.h"
#include "pipeline/read/pdf_image.h"
#include "pipeline/read/pdf_pictures.h"
#include "pipeline/read/pdf_recorder.h"
#include "pipeline/read/pdf_render.h"
#include "pipeline/read/ruled_letters.h"
#include "pipeline/read/text_layer.h"

namespace diarium {
namespace {

constexpr std::size_t kLettersOfAStamp = 200;
constexpr std::size_t kLettersOfAWord = 4;
constexpr double kPictureIsPage = 0.8;

bool is_recorder_full(void* recorder) {
  return static_cast<PdfRecorder*>(recorder)->full();
}

// Frames of links and the icons of notes aren't on the paper; filled forms and stamps are.
bool is_on_paper(Annot* annotation, void*) {
  return annotation->getType() != Annot::typeLink && annotation->getType() != Annot::typeText &&
         annotation->getType() != Annot::typePopup;
}

// The page as it is stored, turned clockwise by `turn` degrees more than its own /Rotate says.
PageContent record(PDFDoc& document, int number, int turn) {
  PdfRecorder recorder;
  document.displayPage(&recorder, number, kPointsPerInch, kPointsPerInch, turn,
                       /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false, is_recorder_full,
                       &recorder, is_on_paper, nullptr);
  const bool stopped = recorder.full();
  PageContent content = recorder.take();
  content.cut = content.cut || stopped;
  return content;
}

// By how many degrees, clockwise, a page must be turned for most of its letters to stand upright: a
// wide table is often set sideways on a tall page.
int turn_to_upright(const std::vector<Glyph>& glyphs) {
  std::array<std::size_t, 4> by_quarter{};
  for (const Glyph& glyph : glyphs) {
    const Point& way = glyph.direction;
    if (way.x > 0.9) ++by_quarter[0];
    if (way.y < -0.9) ++by_quarter[1];
    if (way.x < -0.9) ++by_quarter[2];
    if (way.y > 0.9) ++by_quarter[3];
  }
  const auto most = std::max_element(by_quarter.begin(), by_quarter.end());
  return 2 * *most > glyphs.size() ? 90 * static_cast<int>(most - by_quarter.begin()) : 0;
}

// Not even to be made smaller, which takes a look at each of its pixels.
bool holds_too_large_picture(const PageContent& content, const ReadLimits& limits) {
  constexpr double kReducible = 20;
  return std::any_of(content.pictures.begin(), content.pictures.end(),
                     [&limits](const DrawnPicture& picture) {
                       return static_cast<double>(picture.width) * picture.height >
                              kReducible * limits.page_pixels;
                     });
}

// A scan that an archive has stamped or headed with a few printed letters.
bool is_stamped_scan(const PageContent& content) {
  const double page = content.width * content.height;
  return letters_with(Ink::seen, content.glyphs) < kLettersOfAStamp &&
         std::any_of(content.pictures.begin(), content.pictures.end(),
                     [page](const DrawnPicture& picture) {
                       return picture.box.area() > kPictureIsPage * page;
                     });
}

bool anything_drawn(const PageContent& content) {
  return !content.glyphs.empty() || !content.pictures.empty() || content.shaded ||
         content.art.inked();
}

bool wants_raster(const PageContent& content, TextLayer layer, OcrChoice choice) {
  if (choice == OcrChoice::never || !anything_drawn(content)) return false;
  return choice == OcrChoice::always || layer != TextLayer::usable || is_stamped_scan(content);
}

// What a reader of the page doesn't see is no text of the page, but isn't passed over in silence.
std::vector<Word> seen_words(PageContent& content, std::vector<std::string>& issues) {
  std::vector<Rect> pictures;
  for (const DrawnPicture& picture : content.pictures) pictures.push_back(picture.box);
  const std::size_t all = content.glyphs.size();
  std::vector<Glyph> seen = seen_letters(std::move(content.glyphs), pictures);
  if (all - seen.size() + content.clipped >= kLettersOfAWord) issues.emplace_back("hidden_text");
  return readable_words(words_of(with_rulings_noted(std::move(seen), content.art.rulings)));
}

void take_words(PageContent& content, TextLayer layer, Sheet& sheet) {
  const bool believed = layer == TextLayer::usable || layer == TextLayer::patchy;
  sheet.words = believed ? seen_words(content, sheet.issues) : words_of(std::move(content.glyphs));
  sheet.words = with_drawn_bullets(std::move(sheet.words), content.art.dots);
  sheet.rulings = std::move(content.art.rulings);
  sheet.areas = std::move(content.art.areas);
  if (Drawing drawing = content.figures.take(); !drawing.empty())
    sheet.drawings.push_back(std::move(drawing));
}

// A scan as it is stored, so that nothing is lost by scaling; any other page as it looks.
std::optional<Raster> raster_of(PDFDoc& document, int number, int turn, const PageContent& content,
                                const ReadLimits& limits) {
  if (const std::optional<DrawnPicture> scan = sole_picture(content)) {
    std::optional<Raster> stored = stored_pixels(document, number, turn, content, *scan, limits);
    if (stored) return stored;
  }
  return render_page(document, number, turn, limits);
}

}  // namespace

Result<Sheet> read_pdf_page(PDFDoc& document, int number, OcrChoice choice,
                            const ReadLimits& limits) {
  PdfMessages messages;
  Page* const page = document.getPage(number);
  if (page == nullptr || !page->isOk()) {
    return tl::unexpected(Error{ErrorCode::damaged, "no such page in the page tree", {}, number});
  }
  PageContent content = record(document, number, /*turn=*/0);
  if (holds_too_large_picture(content, limits)) {
    return tl::unexpected(
        Error{ErrorCode::too_large, "a picture of more pixels than can be looked at", {}, number});
  }
  const int turn = turn_to_upright(content.glyphs);
  if (turn != 0) content = record(document, number, turn);
  content.glyphs =
      with_ink_judged(with_guesses_checked(std::move(content.glyphs)), content.paints.all);

  Sheet sheet;
  sheet.number = number;
  sheet.width = content.width;
  sheet.height = content.height;
  sheet.rotation = (((page->getRotate() + turn) % 360) + 360) % 360;

  if (letters_with(Ink::blackened, content.glyphs) > 0) {
    sheet.issues.emplace_back("readable_under_redaction");
    std::erase_if(content.glyphs, [](const Glyph& glyph) { return glyph.ink == Ink::blackened; });
  }
  // A page that draws nothing and is broken isn't blank.
  const bool cut = content.cut || (messages.any_errors() && !anything_drawn(content));
  const TextLayer layer = judge_text_layer(content.glyphs);
  if (wants_raster(content, layer, choice)) {
    sheet.raster = raster_of(document, number, turn, content, limits);
    if (!sheet.raster) sheet.issues.emplace_back("partial_page");
  }
  const bool doubted = choice == OcrChoice::automatic;
  if (doubted && (layer == TextLayer::hidden || layer == TextLayer::garbled)) {
    sheet.issues.emplace_back("text_layer_rejected");
    if (layer == TextLayer::hidden) sheet.words = words_of(std::move(content.glyphs));
  } else if (!sheet.raster || (doubted && layer == TextLayer::patchy)) {
    take_words(content, layer, sheet);
    // What OCR reads as one page shows its pictures as well.
    const OcrChoice pictures = sheet.raster ? OcrChoice::never : choice;
    sheet.pictures = pictures_of(document, number, turn, content, sheet.words, pictures, limits);
    if (sheet.raster) sheet.origin = Origin::mixed;
  }
  if (cut || messages.any_limits()) sheet.issues.emplace_back("partial_page");
  if (messages.any_errors()) sheet.issues.emplace_back("page_warnings");
  return sheet;
}

}  // namespace diarium
