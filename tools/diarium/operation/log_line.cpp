#include "tools/diarium/operation/log_line.h"

#include <nlohmann/json.hpp>

#include "pipeline/run/discovery.h"

namespace diarium {
namespace {

std::string quoted(const std::string& value) {
  if (!value.empty() && value.find_first_of(" \"=\\") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string log_line(LogForm form, std::string_view event, const LogFields& fields) {
  if (form == LogForm::json) {
    nlohmann::ordered_json line{{"event", event}};
    for (const auto& [name, value] : fields) line[std::string(name)] = value;
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  std::string line = form == LogForm::keyvalue ? "event=" : "";
  line += event;
  for (const auto& [name, value] : fields) {
    const std::string shown = display_form(value);
    if (form == LogForm::keyvalue) {
      line.append(" ").append(name).append("=").append(quoted(shown));
    } else {
      line.append(": ").append(shown);
    }
  }
  return line;
}

}  // namespace diarium
