#include "tests/pipeline/read/docx_versions.h"

#include <variant>

namespace diarium::test {
namespace {

class Version {
 public:
  explicit Version(DocxVersion version)
      : absent_(version == DocxVersion::accepted ? DocxChange::deleted : DocxChange::inserted) {}

  void add(const DocxParagraph& paragraph) {
    for (const DocxRun& run : paragraph.runs) {
      for (const char letter : run.change == absent_ ? std::string() : run.text) {
        if (letter != '\f') text_ += letter;
      }
    }
    if (paragraph.mark == absent_) return;
    paragraphs_.push_back(std::move(text_));
    text_.clear();
  }
  void add(const DocxTable& table) {
    for (const DocxRow& row : table.rows) {
      if (row.change == absent_) continue;
      for (const DocxCell& cell : row.cells) {
        for (const DocxParagraph& paragraph : cell.paragraphs) add(paragraph);
      }
    }
  }
  void add(const DocxPicture&) {}
  void add(const DocxDrawing&) {}
  std::vector<std::string> take() {
    if (!text_.empty()) paragraphs_.push_back(std::move(text_));
    return std::move(paragraphs_);
  }

 private:
  DocxChange absent_;
  std::string text_;
  std::vector<std::string> paragraphs_;
};

}  // namespace

std::vector<std::string> paragraphs_of(const DocxContent& content, DocxVersion version) {
  Version printed(version);
  for (const DocxBlock& block : content.blocks)
    std::visit([&printed](const auto& any) { printed.add(any); }, block);
  return printed.take();
}

}  // namespace diarium::test
