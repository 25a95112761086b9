// A stored page, as a hijacked worker may write it: what is let in must be understood without harm,
// and stored again as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/json.h"
#include "tests/fuzz/understood.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto page =
      diarium::decode_page(std::string_view(reinterpret_cast<const char*>(bytes), size));
  if (!page) return 0;
  const std::string encoded = diarium::encode(*page);
  const auto again = diarium::decode_page(encoded);
  if (!again || diarium::encode(*again) != encoded) std::abort();
  diarium::fuzz::understand({*page});
  return 0;
}
