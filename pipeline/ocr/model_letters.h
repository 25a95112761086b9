#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace diarium {

/// The letters and signs that the neural network of a Tesseract model (.traineddata) can write.
/// Empty for a file that is no such model. Read from the file: Tesseract's own interface answers
/// only for the first of several models.
std::set<std::string> letters_of_model(const std::filesystem::path& traineddata);

}  // namespace diarium
