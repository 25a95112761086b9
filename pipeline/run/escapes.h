#pragma once

#include <string>
#include <vector>

#include "pipeline/run/sandbox.h"

namespace diarium {

/// What became of one thing that a worker must not be able to do.
struct Escape {
  std::string act;  ///< "connects by TCP"
  bool denied = false;
  std::string how;  ///< "ended by seccomp: connect (42)", "refused: Permission denied", "it worked"
};

/// Tries to break out of the sandbox, each act in a process of its own: foreign files, network,
/// other processes, programs, executable memory, kernel interfaces. Acts work on scratch files and
/// processes of our own; nothing else is harmed if one succeeds.
std::vector<Escape> try_to_escape(const Sandbox& sandbox);

}  // namespace diarium
