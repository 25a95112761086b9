#pragma once

#include <map>
#include <string>
#include <string_view>

namespace diarium::test {

/// The bytes of a zip archive with these members.
std::string written_zip(const std::map<std::string, std::string>& members);

/// A DOCX whose body is `body` ("<w:p>...</w:p>"); `further` members replace or add
/// ("word/styles.xml").
std::string written_docx(std::string_view body, std::map<std::string, std::string> further = {});

/// "<w:ROOT xmlns...>content</w:ROOT>": a member of a DOCX.
std::string word_xml(std::string_view root, std::string_view content);

}  // namespace diarium::test
