#include "tests/source_folder.h"

namespace diarium {

const std::filesystem::path& source_folder() {
  static const std::filesystem::path folder = DIARIUM_SOURCE_DIR;
  return folder;
}

}  // namespace diarium
