#include "pipeline/read/docx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/read/docx_body.h"
#include "pipeline/read/docx_package.h"
#include "pipeline/read/docx_pages.h"
#include "pipeline/read/picture.h"
#include "pipeline/read/set_file.h"

namespace diarium {

namespace {

/// The pages as they are set; pictures are decoded page by page.
class DocxFile final : public FileReader {
 public:
  DocxFile(std::vector<Sheet> sheets, const DocxContent& content, OcrChoice choice,
           const ReadLimits& limits)
      : limits_(limits) {
    std::size_t pictures = 0;
    for (const Sheet& sheet : sheets) {
      first_pictures_.push_back(pictures);
      pictures += sheet.pictures.size();
    }
    pages_ = std::make_unique<SetFile>(MediaType::docx, std::move(sheets));
    if (choice == OcrChoice::never) return;
    for (const DocxBlock& block : content.blocks) {
      if (const auto* const picture = std::get_if<DocxPicture>(&block))
        pictures_.push_back(picture->bytes);
    }
  }

  [[nodiscard]] MediaType media_type() const override { return MediaType::docx; }
  [[nodiscard]] int page_count() const override { return pages_->page_count(); }

  [[nodiscard]] Result<Sheet> read(int number) override {
    Result<Sheet> sheet = pages_->read(number);
    if (!sheet || pictures_.empty()) return sheet;
    std::size_t next = first_pictures_[static_cast<std::size_t>(number - 1)];
    for (Picture& picture : sheet->pictures) picture.raster = pixels_of(pictures_[next++]);
    return sheet;
  }

 private:
  [[nodiscard]] std::optional<Raster> pixels_of(const std::string& bytes) const {
    const Result<MediaType> type = media_type_of(bytes);
    const bool picture =
        type && (*type == MediaType::png || *type == MediaType::jpeg || *type == MediaType::tiff);
    if (!picture) return std::nullopt;
    auto file = open_picture(*type, bytes, limits_);
    if (!file) return std::nullopt;
    Result<Sheet> sheet = (*file)->read(1);
    return sheet ? std::move(sheet->raster) : std::nullopt;
  }

  std::unique_ptr<SetFile> pages_;
  std::vector<std::size_t>
      first_pictures_;                 // of each page: pictures stand in the order of the text
  std::vector<std::string> pictures_;  // their files, in the order of the text
  ReadLimits limits_;
};

}  // namespace

Result<std::unique_ptr<FileReader>> open_docx(std::string bytes, OcrChoice choice,
                                              const ReadLimits& limits) {
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
  return std::make_unique<DocxFile>(std::move(sheets), *content, choice, limits);
}

}  // namespace diarium
