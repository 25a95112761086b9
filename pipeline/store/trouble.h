#pragma once

#include <exception>
#include <string>

namespace diarium {

/// What an exception means to whom runs the program: a full disk, a disk that fails, a damaged file
/// are told with what helps; any other keeps its own words.
std::string words_of_trouble(const std::exception& error);

}  // namespace diarium
