#include "pipeline/ocr/model_letters.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

using namespace diarium;

namespace {

const std::filesystem::path kModels = "/usr/share/tesseract-ocr/5/tessdata";

}  // namespace

TEST_CASE("model letters: the Latin model writes the signs that the Swedish one lacks") {
  const auto swedish = letters_of_model(kModels / "swe.traineddata");
  CHECK(swedish.contains("å"));
  CHECK_FALSE(swedish.contains("§"));
  CHECK(letters_of_model(kModels / "Latin.traineddata").contains("§"));
}

TEST_CASE("model letters: a file that is no model has none") {
  CHECK(letters_of_model("/nowhere.traineddata").empty());
  const auto file = std::filesystem::temp_directory_path() /
                    ("diarium_no_model_" + std::to_string(::getpid()) + ".traineddata");
  for (const std::string content :
       {"", "short", "a text that is longer than a header of a model"}) {
    std::ofstream(file) << content;
    INFO(content);
    CHECK(letters_of_model(file).empty());
  }
  std::filesystem::remove(file);
}
