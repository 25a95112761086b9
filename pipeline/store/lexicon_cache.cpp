#include "pipeline/store/lexicon_cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>

#include "pipeline/store/lexicon.h"
#include "pipeline/store/lexicon_image.h"

namespace diarium {
namespace {

/// Beside the file, then renamed: a reader sees all of it or nothing.
void write_aside(const std::filesystem::path& file, const std::string& bytes) {
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  if (failed) return;
  const std::filesystem::path aside = fmt::format("{}.{}", file.string(), ::getpid());
  {
    std::ofstream out(aside, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      std::filesystem::remove(aside, failed);
      return;
    }
  }
  std::filesystem::rename(aside, file, failed);
  if (failed) std::filesystem::remove(aside, failed);
}

}  // namespace

LexiconCache::LexiconCache(const std::string& dictionary, const std::filesystem::path& folder,
                           const std::filesystem::path& installed) {
  const std::uint64_t hash = dictionary_hash(dictionary);
  const std::string name = fmt::format("sv-{:016x}.lexicon{}", hash, kLexiconMagic.back());
  for (const std::filesystem::path& place : {installed, folder}) {
    if (!place.empty() && map(place / name, hash)) return;
  }
  built_ = build_lexicon(dictionary);
  if (!folder.empty()) write_aside(folder / name, built_);
}

LexiconCache::~LexiconCache() {
  if (mapped_ != nullptr) ::munmap(mapped_, size_);
}

std::string_view LexiconCache::image() const {
  if (mapped_ != nullptr) return {static_cast<const char*>(mapped_), size_};
  return built_;
}

bool LexiconCache::map(const std::filesystem::path& file, std::uint64_t dictionary) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct stat found {};
  if (::fstat(descriptor, &found) == 0 && found.st_size > 0) {
    size_ = static_cast<std::size_t>(found.st_size);
    void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    mapped_ = mapped == MAP_FAILED ? nullptr : mapped;
  }
  ::close(descriptor);
  if (mapped_ == nullptr) return false;
  LexiconHead head;
  if (is_lexicon(image())) std::memcpy(&head, mapped_, sizeof head);
  if (head.dictionary == dictionary && dictionary != 0) return true;
  ::munmap(mapped_, size_);
  mapped_ = nullptr;
  return false;
}

std::filesystem::path cache_folder() {
  if (const char* folder = std::getenv("DIARIUM_CACHE")) return folder;
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder != 0) {
    return std::filesystem::path(folder) / "diarium";
  }
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == 0) return {};
  return std::filesystem::path(home) / ".cache" / "diarium";
}

}  // namespace diarium
