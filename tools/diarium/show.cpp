#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/store/export.h"
#include "tools/diarium/commands.h"

namespace diarium {
namespace {

using Json = nlohmann::json;

std::string words_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array() || value.empty()) return value.dump();
  std::string joined;
  for (const Json& item : value) {
    if (!joined.empty()) joined += item.is_object() ? "\n" + std::string(18, ' ') : ", ";
    joined += item.is_string() ? item.get<std::string>() : item.dump();
  }
  return joined;
}

void print_fields(const Json& line) {
  for (const auto& [name, value] : line.items()) {
    if (name != "text" && name != "kind") fmt::print("{:<18}{}\n", name, words_of(value));
  }
  if (line.contains("text")) fmt::print("\n{}\n", words_of(line.at("text")));
}

/// Where the file of a source lies, by its first path.
std::string path_of(const Archive& archive, const std::string& source) {
  const auto paths = archive.paths_of(source);
  return paths.empty() ? source : paths.front().display;
}

}  // namespace

int run_show(const Arguments& arguments) {
  Archive archive = Archive::open_read_only(arguments.configuration.database);
  if (arguments.unmask) archive.show_personal_numbers();
  const auto line = json_of_id(archive, arguments.id);
  if (!line)
    throw WrongUsage(fmt::format("no document, record or page has the id {}", arguments.id));
  if (arguments.json) {
    std::cout << *line << '\n';
    return kAllWell;
  }
  const Json record = Json::parse(*line);
  fmt::print("{} in {}\n", record.value("kind", ""), path_of(archive, record.value("source", "")));
  print_fields(record);
  return kAllWell;
}

}  // namespace diarium
