#include "tools/diarium/operation/time_window.h"

#include <charconv>

namespace diarium {
namespace {

std::optional<int> number_of(std::string_view digits, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (number < 0 || number > most) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::time_t> next_time_of_day(std::string_view text, std::time_t now) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.size() - colon != 3) return std::nullopt;
  const auto hour = number_of(text.substr(0, colon), 23);
  const auto minute = number_of(text.substr(colon + 1), 59);
  if (!hour || !minute) return std::nullopt;
  std::tm local{};
  ::localtime_r(&now, &local);
  local.tm_hour = *hour;
  local.tm_min = *minute;
  local.tm_sec = 0;
  local.tm_isdst = -1;
  const std::time_t today = std::mktime(&local);
  if (today > now) return today;
  ++local.tm_mday;  // mktime knows the months, and the nights that summer time makes longer
  local.tm_isdst = -1;
  return std::mktime(&local);
}

}  // namespace diarium
