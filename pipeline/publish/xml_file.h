#pragma once

#include <ostream>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace diarium {

/// The root element of a new file, after the declaration that it is UTF-8.
pugi::xml_node root_of_new(pugi::xml_document& file, const char* name);

/// Text without the control characters that XML 1.0 can't hold.
std::string xml_text(std::string_view text);

/// Throws std::runtime_error when `out` fails.
void write_xml(const pugi::xml_document& file, std::ostream& out);

}  // namespace diarium
