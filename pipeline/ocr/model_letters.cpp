#include "pipeline/ocr/model_letters.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>

namespace diarium {
namespace {

// The file begins with the number of its components and the offset of each (-1 = absent), then come
// the components. The letters are the component of this number, as text.
constexpr std::size_t kLettersComponent = 21;
constexpr std::size_t kMostComponents = 64;

static_assert(std::endian::native == std::endian::little, "models are stored little-endian");

struct Part {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

Part place_of_letters(std::istream& file, std::int64_t file_size) {
  std::uint32_t count = 0;
  file.read(reinterpret_cast<char*>(&count), sizeof count);
  if (!file || count <= kLettersComponent || count > kMostComponents) return {};
  std::array<std::int64_t, kMostComponents> offsets{};
  file.read(reinterpret_cast<char*>(offsets.data()),
            static_cast<std::streamsize>(count * sizeof(std::int64_t)));
  const std::int64_t begin = offsets[kLettersComponent];
  if (!file || begin < 0 || begin > file_size) return {};
  std::int64_t end = file_size;
  for (std::size_t next = kLettersComponent + 1; next < count; ++next) {
    if (offsets[next] > begin && offsets[next] < end) end = offsets[next];
  }
  return {begin, end};
}

// First line: how many; then a line a letter that begins with the letter.
std::set<std::string> letters_in(const std::string& component) {
  std::set<std::string> letters;
  std::istringstream lines(component);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) letters.insert(line.substr(0, line.find(' ')));
  return letters;
}

}  // namespace

std::set<std::string> letters_of_model(const std::filesystem::path& traineddata) {
  std::error_code unknown_size;
  const auto size = std::filesystem::file_size(traineddata, unknown_size);
  std::ifstream file(traineddata, std::ios::binary);
  if (unknown_size || !file) return {};
  const Part place = place_of_letters(file, static_cast<std::int64_t>(size));
  std::string component(static_cast<std::size_t>(place.end - place.begin), '\0');
  file.seekg(place.begin);
  file.read(component.data(), static_cast<std::streamsize>(component.size()));
  return file ? letters_in(component) : std::set<std::string>{};
}

}  // namespace diarium
