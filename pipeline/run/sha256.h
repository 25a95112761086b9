#pragma once

#include <filesystem>
#include <string>

#include "models/error.h"

namespace diarium {

/// The sha256 of a file's bytes, 64 lower-case hex digits, read in one pass. Errors as
/// `open_original`, and `changed` when it grew or shrank meanwhile.
Result<std::string> sha256_of_file(const std::filesystem::path& path);

/// The sha256 of bytes, 64 lower-case hex digits.
std::string sha256_of(std::string_view bytes);

}  // namespace diarium
