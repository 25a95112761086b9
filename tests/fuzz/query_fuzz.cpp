// What somebody types into the search field. A query written plainly must mean the same query.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pipeline/store/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string plain;
  try {
    plain = to_string(
        diarium::parse_query(std::string_view(reinterpret_cast<const char*>(bytes), size)));
  } catch (const diarium::QueryError& error) {
    if (error.position() > size && error.position() > 256) std::abort();
    return 0;
  }
  try {
    if (to_string(diarium::parse_query(plain)) != plain) std::abort();
  } catch (const diarium::QueryError&) {
    return 0;  // longer than a query may be
  }
  return 0;
}
