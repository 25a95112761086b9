#include "pipeline/read/docx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "pipeline/read/docx_body.h"
#include "pipeline/read/docx_package.h"
#include "pipeline/read/docx_pages.h"
#include "pipeline/read/set_file.h"

namespace diarium {

Result<std::unique_ptr<FileReader>> open_docx(std::string bytes, const ReadLimits& limits) {
  Result<DocxPackage> package = DocxPackage::open(std::move(bytes));
  if (!package) return tl::unexpected(package.error());
  if (!package->has("word/document.xml")) {
    return tl::unexpected(Error{ErrorCode::unsupported, "a zip archive that is no DOCX", {}, 0});
  }
  const Result<DocxContent> content = read_docx_body(*package);
  if (!content) return tl::unexpected(content.error());
  std::vector<Sheet> sheets = set_pages(*content);
  if (sheets.size() > static_cast<std::size_t>(std::max(limits.pages, 0))) {
    return tl::unexpected(
        Error{ErrorCode::too_large, fmt::format("pages: {}", sheets.size()), {}, 0});
  }
  return std::make_unique<SetFile>(MediaType::docx, std::move(sheets));
}

}  // namespace diarium
