#include "pipeline/read/set_file.h"

#include <cstddef>
#include <utility>

namespace diarium {

SetFile::SetFile(MediaType type, std::vector<Sheet> sheets)
    : type_(type), sheets_(std::move(sheets)) {}

Result<Sheet> SetFile::read(int number) {
  if (number < 1 || number > page_count()) {
    return tl::unexpected(Error{ErrorCode::damaged, "no such page", {}, number});
  }
  return sheets_[static_cast<std::size_t>(number - 1)];
}

}  // namespace diarium
