#pragma once

#include <string>
#include <vector>

#include "pipeline/read/docx_content.h"

namespace diarium::test {

enum class DocxVersion {
  accepted,  ///< with all tracked changes made
  rejected,  ///< with none of them
};

/// The paragraphs of a document as one version has them, cells of tables one after another.
std::vector<std::string> paragraphs_of(const DocxContent& content, DocxVersion version);

}  // namespace diarium::test
