#include "pipeline/publish/xml_file.h"

#include <stdexcept>

namespace diarium {

pugi::xml_node root_of_new(pugi::xml_document& file, const char* name) {
  pugi::xml_node declaration = file.prepend_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  return file.append_child(name);
}

std::string xml_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    // U+FFFE and U+FFFF are no characters of XML either.
    const bool nonsense =
        text.substr(i).starts_with("\xEF\xBF\xBE") || text.substr(i).starts_with("\xEF\xBF\xBF");
    if (nonsense) i += 2;
    if (!control && !nonsense) clean += text[i];
  }
  return clean;
}

void write_xml(const pugi::xml_document& file, std::ostream& out) {
  file.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
  if (!out.flush()) throw std::runtime_error("the export could not be written");
}

}  // namespace diarium
