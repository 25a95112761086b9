#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/run/configuration.h"

namespace diarium {

using LogFields = std::vector<std::pair<std::string_view, std::string>>;

/// One event as one line: `event=set_aside path="a b.pdf"`, or a JSON object; as text the values
/// alone. Control characters are escaped, so that no name of a file makes a line of its own.
std::string log_line(LogForm form, std::string_view event, const LogFields& fields);

}  // namespace diarium
