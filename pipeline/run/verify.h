#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/store/archive.h"

namespace diarium {

/// Something that is not as it was written, and what helps.
struct Fault {
  std::string place;   ///< a path as displayed, a source id, or "archive"
  std::string what;    ///< "its records are not those that were stored"
  std::string remedy;  ///< what the operator can do
};

struct Verification {
  int sources = 0;    ///< whose stored rows were compared with their seals
  int unsealed = 0;   ///< in work, or stored by a version without seals: nothing to compare with
  int originals = 0;  ///< files on the disk that were compared with their sha256
  std::vector<Fault> faults;
};

/// How much is compared.
struct Extent {
  std::size_t sample = 0;  ///< so many sources, drawn anew each time; 0 = all
};

/// Compares what the archive holds, and the originals, with what was written down about them: the
/// database file, its links and full-text index; every row of each source by its seal; every
/// original by its sha256. Changes nothing. `archive` was opened to check; otherwise the full-text
/// index is left out. `stop` is asked now and then.
Verification verify(const Archive& archive, const Extent& extent,
                    const std::function<bool()>& stop);

}  // namespace diarium
