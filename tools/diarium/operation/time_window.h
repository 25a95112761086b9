#pragma once

#include <ctime>
#include <optional>
#include <string_view>

namespace diarium {

/// When the clock on the wall next shows "06:00" after `now`, in local time; nothing for what is no
/// time of day.
std::optional<std::time_t> next_time_of_day(std::string_view text, std::time_t now);

}  // namespace diarium
