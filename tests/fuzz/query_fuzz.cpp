#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pipeline/store/query.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  try {
    const auto query =
        diarium::parse_query(std::string_view(reinterpret_cast<const char*>(bytes), size));
    static_cast<void>(diarium::to_string(query));
  } catch (const diarium::QueryError&) {
    return 0;
  }
  return 0;
}
