#pragma once

namespace diarium {

/// What a process asks of the system, and may be refused.
enum class Call {
  write,     ///< and to cut a file
  sync,      ///< to have what was written last
  open,      ///< also to make
  rename,    ///< also to remove
  allocate,  ///< memory
};

/// One call that goes wrong.
struct Trap {
  Call call = Call::write;
  long nth = 1;   ///< of its kind, from 1
  int error = 0;  ///< errno that it fails with; 0 = it is the last thing that the process does
};

/// From now on, in this process and none of its children. Works by standing in for the functions of
/// the C library in this program: what Diarium, SQLite and the C++ library call.
void set_trap(const Trap& trap);
/// Whether the call came.
bool trap_sprung();
/// Calls of the kind of the trap so far.
long calls_counted();

}  // namespace diarium
