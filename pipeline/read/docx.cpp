#include "pipeline/read/docx.h"

#include <utility>
#include <vector>

#include "pipeline/read/docx_body.h"
#include "pipeline/read/docx_package.h"
#include "pipeline/read/docx_pages.h"

namespace diarium {
namespace {

class DocxReader final : public FileReader {
 public:
  explicit DocxReader(std::vector<Sheet> sheets) : sheets_(std::move(sheets)) {}

  [[nodiscard]] MediaType media_type() const override { return MediaType::docx; }
  [[nodiscard]] int page_count() const override { return static_cast<int>(sheets_.size()); }
  [[nodiscard]] Result<Sheet> read(int number) override {
    if (number < 1 || number > page_count()) {
      return tl::unexpected(Error{ErrorCode::damaged, "no such page", {}, number});
    }
    return sheets_[static_cast<std::size_t>(number - 1)];
  }

 private:
  std::vector<Sheet> sheets_;
};

}  // namespace

Result<std::unique_ptr<FileReader>> open_docx(std::string bytes) {
  Result<DocxPackage> package = DocxPackage::open(std::move(bytes));
  if (!package) return tl::unexpected(package.error());
  if (!package->has("word/document.xml")) {
    return tl::unexpected(Error{ErrorCode::unsupported, "a zip archive that is no DOCX", {}, 0});
  }
  const Result<DocxContent> content = read_docx_body(*package);
  if (!content) return tl::unexpected(content.error());
  return std::make_unique<DocxReader>(set_pages(*content));
}

}  // namespace diarium
