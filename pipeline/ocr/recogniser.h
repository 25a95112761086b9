#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "models/sheet.h"

namespace diarium {

struct OcrSettings {
  std::string language =
      "swe+Latin";  ///< Tesseract models; script models are found by their name too
  std::filesystem::path model_folder;  ///< tessdata; empty = where the system keeps it
};

/// Raised when recognition changes for the same raster; part of the key of a reading.
inline constexpr int kOcrVersion = 25;

/// "Tesseract 5.3.0, leptonica-1.82.0"
std::string recogniser_version();

/// Reads rasters with Tesseract. Starting one costs about 0.1 s: keep it. Not safe to share between
/// threads. Keeps this process to one OpenMP thread.
class Recogniser {
 public:
  /// Throws std::runtime_error that names the model and how to install it when one is missing or
  /// does not know the letters and signs of Swedish archives (å ä ö § %).
  explicit Recogniser(const OcrSettings& settings);
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;
  ~Recogniser();

  /// The sheet upright, with the words, rulings and flowcharts of its raster, without the raster. A
  /// sheet without raster gets what its pictures say beside its own words. Never fails: an
  /// unreadable raster gives no words and an issue.
  [[nodiscard]] Sheet recognise(Sheet sheet);

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace diarium
