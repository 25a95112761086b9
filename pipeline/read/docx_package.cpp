#include "pipeline/read/docx_package.h"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace diarium {
namespace {

constexpr zip_int64_t kMostEntries = 4'096;
constexpr std::size_t kLargestMember = std::size_t{64} << 20U;
constexpr std::size_t kLargestPackage = std::size_t{256} << 20U;  // of all that is read from it
constexpr std::size_t kFreeBytes = std::size_t{1} << 20U;  // inflated before the ratio counts
constexpr std::size_t kHighestRatio = 200;

Error error_of(ErrorCode code, std::string message) {
  return Error{code, std::move(message), {}, 0};
}

// A name that leads out of the folder that the archive would be unpacked in. Nothing is unpacked,
// but no word processor writes one.
bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.find_first_of("\\:") != std::string_view::npos) return true;
  for (std::size_t at = name.find(".."); at != std::string_view::npos;
       at = name.find("..", at + 2)) {
    const bool begins = at == 0 || name[at - 1] == '/';
    const bool ends = at + 2 == name.size() || name[at + 2] == '/';
    if (begins && ends) return true;
  }
  return false;
}

std::optional<Error> objection_to(zip_t* zip) {
  const zip_int64_t entries = zip_get_num_entries(zip, 0);
  if (entries > kMostEntries)
    return error_of(ErrorCode::too_large, fmt::format("entries of the archive: {}", entries));
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto at = static_cast<zip_uint64_t>(i);
    const char* const name = zip_get_name(zip, at, ZIP_FL_ENC_RAW);
    if (name == nullptr || leads_out(name))
      return error_of(ErrorCode::damaged, "the archive has a name that leads out of it");
    zip_stat_t facts{};
    if (zip_stat_index(zip, at, 0, &facts) == 0 &&
        (facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE)
      return error_of(ErrorCode::encrypted, "the archive wants a password");
  }
  return std::nullopt;
}

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

class DocxPackage::Archive {
 public:
  explicit Archive(std::string bytes) : bytes_(std::move(bytes)) {
    zip_source_t* const source =
        zip_source_buffer_create(bytes_.data(), bytes_.size(), /*freep=*/0, nullptr);
    if (source == nullptr) return;
    zip_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (zip_ == nullptr) zip_source_free(source);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (zip_ != nullptr) zip_discard(zip_);
  }

  [[nodiscard]] zip_t* zip() const { return zip_; }
  [[nodiscard]] std::size_t compressed_size() const { return bytes_.size(); }
  std::size_t inflated = 0;

 private:
  std::string bytes_;  // the archive reads from them
  zip_t* zip_ = nullptr;
};

DocxPackage::DocxPackage(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
DocxPackage::DocxPackage(DocxPackage&&) noexcept = default;
DocxPackage& DocxPackage::operator=(DocxPackage&&) noexcept = default;
DocxPackage::~DocxPackage() = default;

Result<DocxPackage> DocxPackage::open(std::string bytes) {
  auto archive = std::make_unique<Archive>(std::move(bytes));
  if (archive->zip() == nullptr) {
    return tl::unexpected(error_of(ErrorCode::damaged, "not a readable zip archive"));
  }
  if (std::optional<Error> objection = objection_to(archive->zip()))
    return tl::unexpected(*std::move(objection));
  return DocxPackage(std::move(archive));
}

bool DocxPackage::has(const std::string& member) const {
  return zip_name_locate(archive_->zip(), member.c_str(), 0) >= 0;
}

Result<std::string> DocxPackage::read(const std::string& member) {
  const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen(archive_->zip(), member.c_str(), 0));
  if (!file)
    return tl::unexpected(error_of(ErrorCode::damaged, fmt::format("can't be read: {}", member)));
  std::string content;
  std::array<char, 16'384> buffer{};
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0)
      return tl::unexpected(error_of(ErrorCode::damaged, fmt::format("torn: {}", member)));
    if (count == 0) break;
    content.append(buffer.data(), static_cast<std::size_t>(count));
    archive_->inflated += static_cast<std::size_t>(count);
    if (content.size() > kLargestMember || archive_->inflated > kLargestPackage ||
        archive_->inflated > kFreeBytes + kHighestRatio * archive_->compressed_size()) {
      return tl::unexpected(
          error_of(ErrorCode::too_large, fmt::format("inflates too far: {}", member)));
    }
  }
  // Word never writes one, and entities can grow without end.
  if (content.find("<!DOCTYPE") != std::string::npos) {
    return tl::unexpected(error_of(ErrorCode::damaged, fmt::format("has a DOCTYPE: {}", member)));
  }
  return content;
}

}  // namespace diarium
