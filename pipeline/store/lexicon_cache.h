#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace diarium {

inline constexpr const char* kInstalledCache = "/var/cache/diarium";

/// The image of a dictionary's lexicon, from its file in a cache folder: that costs nothing until
/// it is looked at, and processes share it. Where there is no fresh file it is made, in a second,
/// and written aside and renamed; where nothing can be written it lives in memory.
///
/// The name of the file tells the form of the image too: versions side by side leave each other's
/// alone.
class LexiconCache {
 public:
  /// `dictionary` is a path without ".aff" and ".dic"; throws std::runtime_error if it can't be
  /// read. An empty folder: no file. `installed` is only read: the package makes its file there.
  LexiconCache(const std::string& dictionary, const std::filesystem::path& folder,
               const std::filesystem::path& installed = kInstalledCache);
  LexiconCache(const LexiconCache&) = delete;
  LexiconCache& operator=(const LexiconCache&) = delete;
  ~LexiconCache();

  [[nodiscard]] std::string_view image() const;
  [[nodiscard]] bool is_mapped() const { return mapped_ != nullptr; }

 private:
  bool map(const std::filesystem::path& file, std::uint64_t dictionary);

  std::string built_;
  void* mapped_ = nullptr;
  std::size_t size_ = 0;
};

/// $DIARIUM_CACHE, else $XDG_CACHE_HOME/diarium, else ~/.cache/diarium; empty where none is known.
std::filesystem::path cache_folder();

}  // namespace diarium
