#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pipeline/read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const char* const name = bytes[0] % 2 == 0 ? "a.txt" : "a.md";
  const auto reader =
      diarium::open_bytes(std::string(reinterpret_cast<const char*>(bytes) + 1, size - 1), name,
                          diarium::OcrChoice::never, diarium::ReadLimits{});
  if (!reader) return 0;
  const int pages = std::min((*reader)->page_count(), 20);
  for (int number = 1; number <= pages; ++number) static_cast<void>((*reader)->read(number));
  return 0;
}
