#pragma once

#include <string_view>

namespace diarium {

/// A file that was compiled in: a rule file, a migration.
struct EmbeddedFile {
  std::string_view name;     ///< without folders: "001_initial.sql"
  std::string_view content;  ///< its bytes
};

}  // namespace diarium
