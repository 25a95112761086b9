#include "pipeline/read/docx.h"

#include <utility>

#include "pipeline/read/docx_body.h"
#include "pipeline/read/docx_package.h"
#include "pipeline/read/docx_pages.h"
#include "pipeline/read/set_file.h"

namespace diarium {

Result<std::unique_ptr<FileReader>> open_docx(std::string bytes) {
  Result<DocxPackage> package = DocxPackage::open(std::move(bytes));
  if (!package) return tl::unexpected(package.error());
  if (!package->has("word/document.xml")) {
    return tl::unexpected(Error{ErrorCode::unsupported, "a zip archive that is no DOCX", {}, 0});
  }
  const Result<DocxContent> content = read_docx_body(*package);
  if (!content) return tl::unexpected(content.error());
  return std::make_unique<SetFile>(MediaType::docx, set_pages(*content));
}

}  // namespace diarium
