#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/error.h"
#include "models/sheet.h"

namespace diarium {

enum class MediaType { pdf, png, jpeg, jp2, tiff, docx, text, markdown };

/// "application/pdf"
std::string_view name_of(MediaType type);

/// What the first bytes say, whatever the file is called. Nothing known: error `unsupported`; no
/// bytes: `empty`; an office document with a password: `encrypted`.
Result<MediaType> media_type_of(std::string_view first_bytes);

/// What the name of a file without such bytes claims: ".txt", ".text", ".md", ".markdown". Nothing
/// for other names: a text that is called a PDF is none.
std::optional<MediaType> transcript_type_of(const std::filesystem::path& path);

/// What a reader will do and what it refuses.
struct ReadLimits {
  std::size_t file_bytes = std::size_t{256} << 20U;  ///< a larger file is `too_large`
  int pages = 5'000;                                 ///< more pages: `too_large`
  double page_pixels =
      100e6;  ///< a raster is made smaller to stay below; an image that can't be is `too_large`
  double render_dpi = 300;  ///< of a page that is not one image, when it must be rendered for OCR
};

/// Which text layer is believed.
enum class OcrChoice {
  automatic,  ///< page by page: embedded text when it is usable, else a raster
  always,     ///< always a raster
  never,      ///< embedded text whatever it looks like, never a raster
};

/// An opened file whose pages can be read in any order. Not safe to share between threads.
///
/// Codes in Sheet::issues: `text_layer_rejected` (embedded letters are hidden or say nothing; the
/// raster is to be read instead; words that an earlier machine laid under a scan stand beside the
/// raster, and where OCR reads no better it keeps them and says `older_reading_kept`; where only a
/// line or more of the letters say nothing the origin is `mixed`, and OCR adds to the words what is
/// missing between them), `partial_page` (a limit was reached, something is left out),
/// `page_warnings` (the page description is broken in places and may read wrongly),
/// `readable_under_redaction` (letters lie under a black box, which hides them from the eye alone:
/// they are left out of the words, so that nothing indexes them, but the file still gives them
/// away), `hidden_text` (a word or more that nobody sees - white, painted over, clipped away,
/// without ink - is left out). A drawn box gives both its four sides as rulings and its outline as
/// an area. A DOCX is set on pages of our own, which begin where its word processor stored that
/// they did: deleted text struck, inserted text underlined, header and footer on the first page of
/// a section only. A transcript is set on sheets of paper.
class FileReader {
 public:
  FileReader() = default;
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;
  virtual ~FileReader() = default;
  [[nodiscard]] virtual MediaType media_type() const = 0;
  [[nodiscard]] virtual int page_count() const = 0;  ///< at least 1
  /// `number` is 1-based. A page that can't be read is an error; the others can still be read.
  [[nodiscard]] virtual Result<Sheet> read(int number) = 0;
};

/// Opens the bytes of the file at `path`, by content; a text without bytes of a known kind by its
/// name. Errors: empty, unsupported, damaged, encrypted, too_large.
Result<std::unique_ptr<FileReader>> open_bytes(std::string bytes, const std::filesystem::path& path,
                                               OcrChoice choice, const ReadLimits& limits);

/// The same for a file that lies on the disk. More errors: unreadable.
Result<std::unique_ptr<FileReader>> open_file(const std::filesystem::path& path, OcrChoice choice,
                                              const ReadLimits& limits);

/// Raised when a reader's output changes for the same file; part of the key of a reading.
inline constexpr int kReaderVersion = 11;

}  // namespace diarium
