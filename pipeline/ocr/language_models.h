#pragma once

#include <tesseract/baseapi.h>

#include <filesystem>
#include <string>

namespace diarium {

/// Loads the models of `language` ("swe+Latin"), a script's model wherever the system keeps it:
/// beside the languages or in script/. `folder` empty = Tesseract's own. Throws std::runtime_error
/// that names the missing model and its Debian package, or the letters that no model knows.
void load_models(tesseract::TessBaseAPI& tesseract, const std::string& language,
                 const std::filesystem::path& folder);

}  // namespace diarium
