#pragma once

#include <string>
#include <vector>

namespace diarium {

struct HostileFile {
  std::string name;  ///< tells what it does to a careless reader
  std::string bytes;
};

/// Files that are small on disk and cost a reader all its time or memory, lie about their size, or
/// are torn. Written here; none is anybody's document.
std::vector<HostileFile> hostile_files();

}  // namespace diarium
