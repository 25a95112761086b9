#include "pipeline/ocr/language_models.h"

#include <catch2/catch.hpp>

using namespace diarium;
using Catch::Contains;

TEST_CASE("language models: script models are found by their name, with or without folder") {
  for (const std::string language : {"swe+Latin", "swe+script/Latin", "Latin"}) {
    tesseract::TessBaseAPI tesseract;
    INFO(language);
    CHECK_NOTHROW(load_models(tesseract, language, {}));
  }
}

TEST_CASE("language models: a missing model is named with what to install") {
  tesseract::TessBaseAPI tesseract;
  CHECK_THROWS_WITH(load_models(tesseract, "swe+nob", {}), Contains("tesseract-ocr-nob"));
  CHECK_THROWS_WITH(load_models(tesseract, "swe+Latin", "/nowhere"),
                    Contains("/nowhere") && Contains("tesseract-ocr-swe"));
  CHECK_THROWS_WITH(load_models(tesseract, "script/Latin", "/nowhere"),
                    Contains("tesseract-ocr-script-latn"));
  CHECK_THROWS(load_models(tesseract, "", {}));
}

TEST_CASE("language models: Swedish alone is refused, for it can't write § and %") {
  tesseract::TessBaseAPI tesseract;
  CHECK_THROWS_WITH(load_models(tesseract, "swe", {}), Contains("§") && Contains("%"));
}
