#include "pipeline/ocr/language_models.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "pipeline/ocr/model_letters.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

// What stands in every Swedish archive. Debian's `swe` alone knows neither § nor %.
constexpr std::array<std::string_view, 9> kNeeded{"å", "ä", "ö", "Å", "Ä", "Ö", "§", "%", "@"};
constexpr const char* kDebianFolder = "/usr/share/tesseract-ocr/5/tessdata";

std::vector<std::string> parts_of(const std::string& language) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= language.size()) {
    const std::size_t end = std::min(language.find('+', begin), language.size());
    if (end > begin) parts.push_back(language.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

fs::path folder_of_models(const fs::path& asked) {
  if (!asked.empty()) return asked;
  const char* prefix = std::getenv("TESSDATA_PREFIX");  // NOLINT(concurrency-mt-unsafe)
  return prefix != nullptr ? fs::path(prefix) : fs::path(kDebianFolder);
}

// "tesseract-ocr-swe"; scripts, whose names begin with a capital, are in packages of their own.
std::string package_of(const std::string& model) {
  const std::string name = model.substr(model.rfind('/') + 1);
  if (name == "Latin") return "tesseract-ocr-script-latn";
  if (std::isupper(static_cast<unsigned char>(name.front())) != 0) {
    return "the tesseract-ocr-script package of " + name;
  }
  return "tesseract-ocr-" + name;
}

// Debian keeps script models beside the languages, upstream in script/.
std::string installed_name(const std::string& model, const fs::path& folder) {
  const std::string bare = model.substr(model.rfind('/') + 1);
  for (const std::string& name : {model, bare, "script/" + bare}) {
    if (fs::exists(folder / (name + ".traineddata"))) return name;
  }
  throw std::runtime_error(
      fmt::format("no OCR model {} in {}: install {}", model, folder.string(), package_of(model)));
}

// The needed letters that none of the models can write.
std::string unknown_letters(const std::vector<fs::path>& files) {
  std::set<std::string> known;
  for (const fs::path& file : files) known.merge(letters_of_model(file));
  std::string unknown;
  for (const std::string_view letter : kNeeded) {
    if (!known.contains(std::string(letter))) unknown += letter;
  }
  return unknown;
}

}  // namespace

void load_models(tesseract::TessBaseAPI& tesseract, const std::string& language,
                 const fs::path& folder) {
  const fs::path models = folder_of_models(folder);
  std::string names;
  std::vector<fs::path> files;
  for (const std::string& part : parts_of(language)) {
    const std::string name = installed_name(part, models);
    files.push_back(models / (name + ".traineddata"));
    if (!names.empty()) names += '+';
    names += name;
  }
  if (names.empty()) throw std::runtime_error("no OCR language is set");
  if (const std::string unknown = unknown_letters(files); !unknown.empty()) {
    throw std::runtime_error(
        fmt::format("the OCR models {} don't know {}: use swe+Latin", names, unknown));
  }
  if (tesseract.Init(models.c_str(), names.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
    throw std::runtime_error(
        fmt::format("the OCR models {} in {} can't be loaded", names, models.string()));
  }
}

}  // namespace diarium
