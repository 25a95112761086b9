#pragma once

#include "models/error.h"
#include "pipeline/read/docx_content.h"
#include "pipeline/read/docx_package.h"

namespace diarium {

/// Reads the document in a package. Deleted text is kept, struck; inserted text is underlined, as a
/// word processor shows tracked changes. Errors: damaged, too_large.
Result<DocxContent> read_docx_body(DocxPackage& package);

}  // namespace diarium
