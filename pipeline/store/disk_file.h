#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace diarium {

/// Writes a file aside, on disk, and renames it: readers, and a power cut, meet the old one or the
/// new one, never a half. Throws std::runtime_error that names the file and the reason when the
/// disk fails, and what `write` throws; then nothing is left aside.
void write_whole_file(const std::filesystem::path& file, std::string_view bytes);
void write_whole_file(const std::filesystem::path& file,
                      const std::function<void(std::ostream&)>& write);

/// The same for what writes a file itself, by the name that it is given; that file isn't there yet.
void place_whole_file(const std::filesystem::path& file,
                      const std::function<void(const std::filesystem::path&)>& write);

/// Removes what processes that are no more left aside in a folder, of files whose names end so:
/// "page.jsonl.4711.part" for ".jsonl". What can't be removed stays.
void remove_left_aside(const std::filesystem::path& folder, std::string_view ending);

/// Has what was written to a file by other means, and its name in the folder, last on disk.
void sync_file(const std::filesystem::path& file);

/// Renames, and has the new name last on disk.
void rename_for_good(const std::filesystem::path& from, const std::filesystem::path& to);

/// The sha256 of a file of our own. Throws std::runtime_error when it can't be read.
std::string sha256_of_own_file(const std::filesystem::path& file);

}  // namespace diarium
