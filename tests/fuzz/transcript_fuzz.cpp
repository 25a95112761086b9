// A text that somebody typed, in any encoding, plain or Markdown.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pipeline/read/transcript.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr int kPages = 20;
  const auto reader = diarium::open_transcript(
      diarium::MediaType::markdown, std::string(reinterpret_cast<const char*>(bytes), size),
      diarium::ReadLimits{});
  if (!reader) return 0;
  const int pages = std::min((*reader)->page_count(), kPages);
  for (int number = 1; number <= pages; ++number) static_cast<void>((*reader)->read(number));
  return 0;
}
