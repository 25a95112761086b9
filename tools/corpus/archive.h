#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace diarium::corpus {

/// One file of the archive: "kallelse.txt office skanning/kallelse-bun.pdf pages=1-3".
struct ArchiveEntry {
  std::string source;  ///< name of a source
  std::string
      form;  ///< "born", "clean300", "office", "fax", "photo", "jpeg", "tiff", "png", "docx"
  std::string path;    ///< in the archive
  int first_page = 1;  ///< of the typeset source; both inclusive, 0 = to the end
  int last_page = 0;
};

/// Reads archive.txt. Throws SourceError.
std::vector<ArchiveEntry> archive_entries(std::string_view source);

struct MadeFile {
  std::string bytes;
  std::string truth;  ///< JSON Lines
  int pages = 0;
};

/// The text of a source by its name; throws std::runtime_error where there is none.
using SourceLookup = std::function<std::string(std::string_view name)>;

/// Makes one file and its truth; the same for the same seed.
MadeFile make_file(const ArchiveEntry& entry, const SourceLookup& sources, std::uint32_t seed);

}  // namespace diarium::corpus
