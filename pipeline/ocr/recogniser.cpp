#include "pipeline/ocr/recogniser.h"

#include <tesseract/baseapi.h>

#include <utility>

#include "pipeline/ocr/language_models.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

class Recogniser::Engine {
 public:
  explicit Engine(const OcrSettings& settings) {
    load_models(tesseract_, settings.language, settings.model_folder);
    tesseract_.SetVariable("debug_file", "/dev/null");
    tesseract_.SetPageSegMode(tesseract::PSM_AUTO);
  }

  std::vector<Word> read(const PreparedPage& page) {
    tesseract_.SetImage(page.grey.get());
    tesseract_.SetSourceResolution(page.resolution);
    std::vector<Word> words;
    if (tesseract_.Recognize(nullptr) == 0) words = read_words(tesseract_, page.placement);
    tesseract_.Clear();
    return words;
  }

 private:
  tesseract::TessBaseAPI tesseract_;
};

Recogniser::Recogniser(const OcrSettings& settings) : engine_(std::make_unique<Engine>(settings)) {}

Recogniser::~Recogniser() = default;

Sheet Recogniser::recognise(Sheet sheet) {
  if (!sheet.raster) return sheet;
  const Raster raster = std::move(*sheet.raster);
  sheet.raster.reset();
  const PreparedPage page = prepare(raster, sheet.width, sheet.height);
  if (!page.grey) {
    sheet.issues.emplace_back("unreadable_raster");
    return sheet;
  }
  sheet.origin = Origin::ocr;
  sheet.rotation = (sheet.rotation + page.rotation) % 360;
  if (page.rotation % 180 != 0) std::swap(sheet.width, sheet.height);
  sheet.skew = page.skew;
  sheet.words = engine_->read(page);
  return sheet;
}

}  // namespace diarium
