#pragma once

#include <filesystem>

namespace diarium {

/// The root of the source tree that the tests were built from: holds corpus/.
const std::filesystem::path& source_folder();

}  // namespace diarium
