#pragma once

#include <string>

namespace diarium {

/// From now on this process can do only what reading a page takes: no files are written, nothing is
/// executed, no sockets, no other processes, no new executable memory. Another system call ends it;
/// before that its number goes to `output` as a `forbidden` frame. Throws std::runtime_error when
/// the kernel has no seccomp. Wants no_new_privs.
void allow_reading_only(int output);

/// "connect (42)"
std::string name_of_system_call(int number);

}  // namespace diarium
