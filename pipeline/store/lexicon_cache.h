#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace diarium {

/// The image of a dictionary's lexicon, from its file in a cache folder: that costs nothing until
/// it is looked at, and processes share it. Where there is no fresh file it is made, in a second,
/// and written aside and renamed; where nothing can be written it lives in memory.
class LexiconCache {
 public:
  /// `dictionary` is a path without ".aff" and ".dic"; throws std::runtime_error if it can't be
  /// read. An empty folder: no file.
  LexiconCache(const std::string& dictionary, const std::filesystem::path& folder);
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
