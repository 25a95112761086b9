// Stands in for libFuzzer where there is none: feeds every file of the folders that are named to
// the target, once.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int main(int count, char** arguments) {
  int read = 0;
  for (const std::string folder :
       std::span(arguments, static_cast<std::size_t>(count)).subspan(1)) {
    if (folder.starts_with('-')) continue;  // an option of libFuzzer
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream stream(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      ++read;
    }
  }
  std::printf("%d seeds\n", read);
  return read > 0 ? 0 : 1;
}
