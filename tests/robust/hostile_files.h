#pragma once

#include <optional>
#include <string>
#include <vector>

namespace diarium {

struct HostileFile {
  std::string name;  ///< tells what it does to a careless reader
  std::string bytes;
  /// The letters that a reading which claims to be whole must show, and no other; nothing = none
  /// may claim that.
  std::optional<std::string> says;
};

/// Files that are small on disk and cost a reader all its time or memory, lie about their size, or
/// are torn. Written here; none is anybody's document.
std::vector<HostileFile> hostile_files();

}  // namespace diarium
