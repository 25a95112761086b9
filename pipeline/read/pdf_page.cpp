#include "pipeline/read/pdf_page.h"

#include <fmt/format.h>
#include <poppler/Annot.h>
#include <poppler/Page.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/read/pdf_engine.h"
#include "pipeline/read/pdf_image.h"
#include "pipeline/read/pdf_recorder.h"
#include "pipeline/read/pdf_render.h"
#include "pipeline/read/text_layer.h"

namespace diarium {
namespace {

bool is_recorder_full(void* recorder) {
  return static_cast<PdfRecorder*>(recorder)->full();
}

// Frames of links and the icons of notes aren't on the paper; filled forms and stamps are.
bool is_on_paper(Annot* annotation, void*) {
  return annotation->getType() != Annot::typeLink && annotation->getType() != Annot::typeText &&
         annotation->getType() != Annot::typePopup;
}

PageContent record(PDFDoc& document, int number) {
  PdfRecorder recorder;
  document.displayPage(&recorder, number, kPointsPerInch, kPointsPerInch, /*rotate=*/0,
                       /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false, is_recorder_full,
                       &recorder, is_on_paper, nullptr);
  return recorder.take();
}

bool anything_drawn(const PageContent& content) {
  return !content.glyphs.empty() || !content.pictures.empty() || content.shaded ||
         !content.art.rulings.empty() ||
         std::any_of(content.art.areas.begin(), content.art.areas.end(),
                     [](const Area& area) { return !area.filled || area.darkness > 0.05; });
}

bool wants_raster(const PageContent& content, TextLayer layer, OcrChoice choice) {
  if (choice == OcrChoice::never || !anything_drawn(content)) return false;
  return choice == OcrChoice::always || layer != TextLayer::usable;
}

// A scan as it is stored, so that nothing is lost by scaling; any other page as it looks.
std::optional<Raster> raster_of(PDFDoc& document, int number, const PageContent& content,
                                const ReadLimits& limits) {
  if (const std::optional<DrawnPicture> scan = sole_picture(content)) {
    std::optional<Raster> stored = stored_pixels(document, number, content, *scan, limits);
    if (stored) return stored;
  }
  return render_page(document, number, limits);
}

}  // namespace

Result<Sheet> read_pdf_page(PDFDoc& document, int number, OcrChoice choice,
                            const ReadLimits& limits) {
  PdfMessages messages;
  Page* const page = document.getPage(number);
  if (page == nullptr || !page->isOk()) {
    return tl::unexpected(Error{ErrorCode::damaged, "no such page in the page tree", {}, number});
  }
  PageContent content = record(document, number);

  Sheet sheet;
  sheet.number = number;
  sheet.width = content.width;
  sheet.height = content.height;
  sheet.rotation = ((page->getRotate() % 360) + 360) % 360;

  const TextLayer layer = judge_text_layer(content.glyphs);
  if (wants_raster(content, layer, choice)) {
    sheet.raster = raster_of(document, number, content, limits);
    if (!sheet.raster) sheet.issues.emplace_back("partial_page");
    if (choice == OcrChoice::automatic && layer != TextLayer::absent) {
      sheet.issues.emplace_back("text_layer_rejected");
    }
  } else {
    sheet.words = words_of(std::move(content.glyphs));
    sheet.rulings = std::move(content.art.rulings);
    sheet.areas = std::move(content.art.areas);
    for (const DrawnPicture& picture : content.pictures) sheet.pictures.push_back({picture.box});
  }
  if (content.cut || messages.any_limits()) sheet.issues.emplace_back("partial_page");
  if (messages.any_errors()) sheet.issues.emplace_back("page_warnings");
  return sheet;
}

}  // namespace diarium
