#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/sheet.h"
#include "pipeline/read/read.h"

namespace diarium::test {

/// One page of a PDF that a test writes by hand; fonts /F1 Helvetica, /F2 Helvetica-Bold, /F3
/// Times-Italic, in WinAnsi.
struct WrittenPage {
  std::string content = {};                 ///< operators: "BT /F1 12 Tf 72 700 Td (Beslut) Tj ET"
  std::string attributes = {};              ///< further entries of the page: "/Rotate 90"
  std::string fonts = {};                   ///< further fonts: "/W << ... >>"
  std::string resources = {};               ///< further resources: "/XObject << /Im 9 0 R >>"
  std::string media_box = "[0 0 595 842]";  ///< points
};

/// The bytes of a PDF with these pages, and with `objects` numbered from 100 on, each without
/// "obj", and with these further entries of the catalogue.
std::string written_pdf(const std::vector<WrittenPage>& pages,
                        const std::vector<std::string>& objects = {},
                        std::string_view catalogue = {});

/// One page of A4 with these operators.
std::string page_of(std::string_view content);

/// Page 1 of the bytes of a file, which must be readable.
Sheet sheet_of(const std::string& file, OcrChoice choice = OcrChoice::automatic,
               const ReadLimits& limits = {});

/// The words of a sheet; those that are joined to the word before begin with "+".
std::vector<std::string> texts_of(const Sheet& sheet);

/// "<< ... /Length n >> stream ... endstream"
std::string stream_object(std::string_view entries, std::string_view bytes);

/// A file that is deleted with its owner.
class ScratchFile {
 public:
  ScratchFile(std::string_view name, std::string_view bytes);
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace diarium::test
