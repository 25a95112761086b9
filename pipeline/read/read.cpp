#include "pipeline/read/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include "models/unicode.h"
#include "pipeline/read/docx.h"
#include "pipeline/read/pdf_document.h"
#include "pipeline/read/picture.h"
#include "pipeline/read/transcript.h"

namespace diarium {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPdfHeaderWithin = 1'024;  // Adobe's readers look that far for "%PDF-"

Error error_of(ErrorCode code, std::string message, const std::filesystem::path& path) {
  return Error{code, std::move(message), path.string(), 0};
}

Result<std::string> bytes_of(const std::filesystem::path& path, const ReadLimits& limits) {
  std::error_code failure;
  // A pipe or a device would be waited for without end.
  if (!std::filesystem::is_regular_file(path, failure)) {
    return tl::unexpected(error_of(ErrorCode::unreadable, "not a regular file", path));
  }
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  if (failure) return tl::unexpected(error_of(ErrorCode::unreadable, failure.message(), path));
  if (size == 0) return tl::unexpected(error_of(ErrorCode::empty, "no bytes", path));
  if (size > limits.file_bytes) {
    return tl::unexpected(error_of(ErrorCode::too_large, fmt::format("bytes: {}", size), path));
  }
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    return tl::unexpected(error_of(ErrorCode::unreadable, "can't be read", path));
  }
  return bytes;
}

Result<std::unique_ptr<FileReader>> open_as(MediaType type, std::string bytes, OcrChoice choice,
                                            const ReadLimits& limits) {
  switch (type) {
    case MediaType::pdf:
      return open_pdf(std::move(bytes), choice, limits);
    case MediaType::png:
    case MediaType::jpeg:
    case MediaType::jp2:
    case MediaType::tiff:
      return open_picture(type, std::move(bytes), limits);
    case MediaType::docx:
      return open_docx(std::move(bytes), choice, limits);
    case MediaType::text:
    case MediaType::markdown:
      return open_transcript(type, bytes, limits);
  }
  return tl::unexpected(Error{ErrorCode::internal, "a media type without a reader", {}, 0});
}

// A DOCX with a password stands in the container of older Word files, as a stream of this name.
bool is_locked_office_file(std::string_view bytes) {
  constexpr auto kContainer = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
  constexpr auto kStream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  return bytes.starts_with(kContainer) && bytes.find(kStream) != std::string_view::npos;
}

}  // namespace

std::string_view name_of(MediaType type) {
  switch (type) {
    case MediaType::pdf:
      return "application/pdf";
    case MediaType::png:
      return "image/png";
    case MediaType::jpeg:
      return "image/jpeg";
    case MediaType::jp2:
      return "image/jp2";
    case MediaType::tiff:
      return "image/tiff";
    case MediaType::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case MediaType::text:
      return "text/plain";
    case MediaType::markdown:
      return "text/markdown";
  }
  return {};
}

Result<MediaType> media_type_of(std::string_view first_bytes) {
  if (first_bytes.empty()) return tl::unexpected(Error{ErrorCode::empty, "no bytes", {}, 0});
  constexpr std::array<std::pair<std::string_view, MediaType>, 6> kSigns = {{
      {"\x89PNG\r\n\x1A\n"sv, MediaType::png},
      {"\xFF\xD8\xFF"sv, MediaType::jpeg},
      {"\0\0\0\x0CjP  \r\n\x87\n"sv, MediaType::jp2},
      {"II*\0"sv, MediaType::tiff},
      {"MM\0*"sv, MediaType::tiff},
      {"PK\x03\x04"sv, MediaType::docx},
  }};
  if (first_bytes.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos)
    return MediaType::pdf;
  for (const auto& [sign, type] : kSigns) {
    if (first_bytes.starts_with(sign)) return type;
  }
  if (is_locked_office_file(first_bytes)) {
    return tl::unexpected(Error{ErrorCode::encrypted, "the document wants a password", {}, 0});
  }
  return tl::unexpected(
      Error{ErrorCode::unsupported,
            "of no kind that is read: PDF, DOCX, TIFF, PNG, JPEG, JPEG 2000, .txt, .md",
            {},
            0});
}

std::optional<MediaType> transcript_type_of(const std::filesystem::path& path) {
  const std::string extension = to_lower(path.extension().string());
  if (extension == ".txt" || extension == ".text") return MediaType::text;
  if (extension == ".md" || extension == ".markdown") return MediaType::markdown;
  return std::nullopt;
}

Result<std::unique_ptr<FileReader>> open_bytes(std::string bytes, const std::filesystem::path& path,
                                               OcrChoice choice, const ReadLimits& limits) {
  Result<MediaType> type = media_type_of(bytes);
  if (const auto transcript = transcript_type_of(path); !type && transcript) type = *transcript;
  if (!type) return tl::unexpected(error_of(type.error().code, type.error().message, path));
  Result<std::unique_ptr<FileReader>> reader = open_as(*type, std::move(bytes), choice, limits);
  if (!reader && reader.error().file.empty()) reader.error().file = path.string();
  return reader;
}

Result<std::unique_ptr<FileReader>> open_file(const std::filesystem::path& path, OcrChoice choice,
                                              const ReadLimits& limits) {
  Result<std::string> bytes = bytes_of(path, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  return open_bytes(std::move(*bytes), path, choice, limits);
}

}  // namespace diarium
