#pragma once

#include <filesystem>
#include <functional>
#include <ostream>

namespace diarium {

/// Writes a file so that a reader, or a power cut, meets all of it or what stood there before:
/// aside in the same folder, synced, renamed. Makes the folder where there is none. Throws
/// std::runtime_error that names the file when the disk or `write` fails; then nothing is left.
void write_whole_file(const std::filesystem::path& file,
                      const std::function<void(std::ostream&)>& write);

/// The same for what writes a file itself, by the name that it is given; the file isn't there yet.
void place_whole_file(const std::filesystem::path& file,
                      const std::function<void(const std::filesystem::path&)>& write);

}  // namespace diarium
