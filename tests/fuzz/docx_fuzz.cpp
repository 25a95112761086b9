#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pipeline/read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string zip = "PK\x03\x04" + std::string(reinterpret_cast<const char*>(bytes), size);
  const auto reader =
      diarium::open_bytes(zip, "a.docx", diarium::OcrChoice::never, diarium::ReadLimits{});
  if (!reader) return 0;
  const int pages = std::min((*reader)->page_count(), 20);
  for (int number = 1; number <= pages; ++number) static_cast<void>((*reader)->read(number));
  return 0;
}
