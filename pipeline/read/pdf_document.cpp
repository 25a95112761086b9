#include "pipeline/read/pdf_document.h"

#include <fmt/format.h>
#include <poppler/ErrorCodes.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/read/pdf_engine.h"
#include "pipeline/read/pdf_outline.h"
#include "pipeline/read/pdf_page.h"

namespace diarium {
namespace {

class PdfReader final : public FileReader {
 public:
  PdfReader(std::string bytes, OcrChoice choice, const ReadLimits& limits)
      : bytes_(std::move(bytes)), choice_(choice), limits_(limits) {
    document_ = std::make_unique<PDFDoc>(
        new MemStream(bytes_.data(), 0, static_cast<Goffset>(bytes_.size()), Object(objNull)));
  }

  [[nodiscard]] MediaType media_type() const override { return MediaType::pdf; }
  [[nodiscard]] int page_count() const override { return document_->getNumPages(); }
  [[nodiscard]] Result<Sheet> read(int number) override {
    Result<Sheet> sheet = read_pdf_page(*document_, number, choice_, limits_);
    if (sheet) sheet->bookmarks = bookmarks_of(*sheet);
    return sheet;
  }
  [[nodiscard]] const PDFDoc& document() const { return *document_; }

 private:
  std::vector<Bookmark> bookmarks_of(const Sheet& sheet) {
    // A broken outline doesn't make a page read wrongly.
    const PdfMessages messages;
    if (!outline_) outline_ = outline_of(*document_);
    const auto entries = outline_->find(sheet.number);
    if (entries == outline_->end()) return {};
    const int turn = sheet.rotation - document_->getPage(sheet.number)->getRotate();
    return bookmarks_on(*document_, sheet.number, turn, entries->second);
  }

  std::string bytes_;  // the document reads from them
  OcrChoice choice_;
  ReadLimits limits_;
  std::unique_ptr<PDFDoc> document_;
  std::optional<std::map<int, std::vector<OutlineEntry>>> outline_;  // read with the first page
};

}  // namespace

Result<std::unique_ptr<FileReader>> open_pdf(std::string bytes, OcrChoice choice,
                                             const ReadLimits& limits) {
  const PdfMessages messages;
  auto reader = std::make_unique<PdfReader>(std::move(bytes), choice, limits);
  if (!reader->document().isOk()) {
    if (reader->document().getErrorCode() == errEncrypted) {
      return tl::unexpected(Error{ErrorCode::encrypted, "the PDF wants a password", {}, 0});
    }
    return tl::unexpected(Error{
        ErrorCode::damaged, fmt::format("not a readable PDF: {}", messages.first_error()), {}, 0});
  }
  const int pages = reader->page_count();
  if (pages < 1) return tl::unexpected(Error{ErrorCode::damaged, "a PDF without pages", {}, 0});
  if (pages > limits.pages) {
    return tl::unexpected(Error{ErrorCode::too_large, fmt::format("pages: {}", pages), {}, 0});
  }
  return reader;
}

}  // namespace diarium
