#include "failing_calls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>

namespace diarium {
namespace {

Trap trap_set;
pid_t owner = 0;  // of the trap; 0 = none is set
long counted = 0;
bool sprung = false;

/// Whether this call fails; errno says of what.
bool fails(Call call) {
  if (owner == 0 || call != trap_set.call || owner != ::getpid()) return false;
  if (++counted != trap_set.nth) return false;
  sprung = true;
  if (trap_set.error == 0) ::kill(owner, SIGKILL);
  errno = trap_set.error;
  return true;
}

}  // namespace

void set_trap(const Trap& trap) {
  trap_set = trap;
  counted = 0;
  sprung = false;
  owner = ::getpid();
}

bool trap_sprung() {
  return sprung;
}

long calls_counted() {
  return counted;
}

}  // namespace diarium

using diarium::Call;
using diarium::fails;

// Sanitizers stand in for these themselves.
#if !defined(__SANITIZE_ADDRESS__)

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  return fails(Call::write) ? -1 : ::syscall(SYS_write, file, bytes, size);
}
ssize_t writev(int file, const iovec* parts, int count) {
  return fails(Call::write) ? -1 : ::syscall(SYS_writev, file, parts, count);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  return fails(Call::write) ? -1 : ::syscall(SYS_pwrite64, file, bytes, size, at);
}
int ftruncate64(int file, off64_t size) noexcept {
  return fails(Call::write) ? -1 : static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
int fsync(int file) {
  return fails(Call::sync) ? -1 : static_cast<int>(::syscall(SYS_fsync, file));
}
int fdatasync(int file) {
  return fails(Call::sync) ? -1 : static_cast<int>(::syscall(SYS_fdatasync, file));
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const unsigned mode = (flags & O_CREAT) != 0 ? va_arg(rest, unsigned) : 0U;
  va_end(rest);
  return fails(Call::open) ? -1
                           : static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const unsigned mode = (flags & O_CREAT) != 0 ? va_arg(rest, unsigned) : 0U;
  va_end(rest);
  return fails(Call::open) ? -1
                           : static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}
FILE* fopen64(const char* path, const char* mode) {
  using Open = FILE* (*)(const char*, const char*);
  static const auto real = reinterpret_cast<Open>(::dlsym(RTLD_NEXT, "fopen64"));
  return fails(Call::open) ? nullptr : real(path, mode);
}

int rename(const char* from, const char* to) noexcept {
  return fails(Call::rename) ? -1 : static_cast<int>(::syscall(SYS_rename, from, to));
}
int unlink(const char* path) noexcept {
  return fails(Call::rename) ? -1 : static_cast<int>(::syscall(SYS_unlink, path));
}

void* __libc_malloc(size_t size);
void* __libc_realloc(void* block, size_t size);
void* malloc(size_t size) {
  return fails(Call::allocate) ? nullptr : __libc_malloc(size);
}
void* realloc(void* block, size_t size) {
  return fails(Call::allocate) ? nullptr : __libc_realloc(block, size);
}

}  // extern "C"

#endif
