// Numbers, sums and dates as they may be printed, and personal numbers among other words.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/amount.h"
#include "models/date.h"
#include "models/personal_number.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void read_date(std::string_view printed) {
  const auto date = diarium::parse_date(printed);
  static_cast<void>(diarium::named_weekday(printed));
  static_cast<void>(diarium::date_of_iso(printed));
  if (!date) return;
  static_cast<void>(date->precision());
  static_cast<void>(diarium::weekday_of(*date));
  const std::string iso = diarium::iso_of(*date);
  if (date->year != 0 && date->valid()) check(diarium::date_of_iso(iso) == date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view printed(reinterpret_cast<const char*>(bytes), size);
  const auto number = diarium::parse_number(printed);
  check(!number || std::isfinite(*number));
  const auto amount = diarium::parse_amount(printed);
  check(!amount || std::isfinite(amount->value));
  read_date(printed);
  check(diarium::with_personal_numbers_masked(printed).size() == size);
  return 0;
}
