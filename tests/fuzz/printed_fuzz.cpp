// Numbers, amounts and dates as they may be printed.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/amount.h"
#include "models/date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view printed(reinterpret_cast<const char*>(bytes), size);
  static_cast<void>(diarium::parse_number(printed));
  static_cast<void>(diarium::parse_amount(printed));
  static_cast<void>(diarium::parse_date(printed));
  return 0;
}
