// The bytes of a DOCX, or its members: a line of "%% NAME" stands before each.
#include <zip.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/read/docx.h"

namespace {

using Members = std::vector<std::pair<std::string, std::string_view>>;

Members members_of(std::string_view text) {
  constexpr std::string_view kMark = "%% ";
  constexpr std::size_t kMost = 16;
  Members members;
  while (text.starts_with(kMark) && members.size() < kMost) {
    const std::size_t name_end = std::min(text.find('\n'), text.size());
    const std::string_view name = text.substr(kMark.size(), name_end - kMark.size());
    text.remove_prefix(std::min(name_end + 1, text.size()));
    const std::size_t end = std::min(text.find("\n%% "), text.size());
    members.emplace_back(name, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return members;
}

std::string zip_of(const Members& members) {
  zip_source_t* const bytes = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* const zip = zip_open_from_source(bytes, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (zip == nullptr) std::abort();
  zip_source_keep(bytes);
  for (const auto& [name, content] : members) {
    zip_source_t* const source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const zip_int64_t at = zip_file_add(zip, name.c_str(), source, ZIP_FL_OVERWRITE);
    if (at < 0) {
      zip_source_free(source);  // no name for a member
      continue;
    }
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
  }
  if (zip_close(zip) != 0) zip_discard(zip);
  std::string out;
  if (zip_source_open(bytes) == 0) {
    zip_source_seek(bytes, 0, SEEK_END);
    out.resize(static_cast<std::size_t>(std::max<zip_int64_t>(zip_source_tell(bytes), 0)));
    zip_source_seek(bytes, 0, SEEK_SET);
    zip_source_read(bytes, out.data(), out.size());
    zip_source_close(bytes);
  }
  zip_source_free(bytes);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr int kPages = 20;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const Members members = members_of(input);
  const auto reader = diarium::open_docx(members.empty() ? std::string(input) : zip_of(members),
                                         diarium::OcrChoice::automatic, diarium::ReadLimits{});
  if (!reader) return 0;
  const int pages = std::min((*reader)->page_count(), kPages);
  for (int number = 1; number <= pages; ++number) static_cast<void>((*reader)->read(number));
  return 0;
}
