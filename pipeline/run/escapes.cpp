#include "pipeline/run/escapes.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "pipeline/run/frames.h"
#include "pipeline/run/system_calls.h"

namespace diarium {
namespace {

/// What the acts are aimed at: a folder with a file in it, and a process.
struct Target {
  std::string folder;
  std::string file;
  pid_t process = -1;
};

int open_for(const std::string& path, int flags) {
  return ::open(path.c_str(), flags | O_CLOEXEC, 0600);
}

int connect_by_tcp() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  if (socket < 0) return -1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int result = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
  return result < 0 && errno == ECONNREFUSED ? 0 : result;  // nobody there, but it got out
}

int send_by_udp() {
  const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
  if (socket < 0) return -1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return static_cast<int>(
      ::sendto(socket, "x", 1, 0, reinterpret_cast<sockaddr*>(&address), sizeof address));
}

int execute() {
  const std::array<char*, 1> none{nullptr};
  return ::execve("/bin/true", none.data(), none.data());
}

int map(int protection, int flags) {
  void* const mapped = ::mmap(nullptr, 4096, protection, flags | MAP_ANONYMOUS, -1, 0);
  return mapped == MAP_FAILED ? -1 : 0;
}

int make_executable() {
  void* const mapped =
      ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return ::mprotect(mapped, 4096, PROT_READ | PROT_EXEC);
}

int call(long number, long a = 0, long b = 0, long c = 0) {
  return static_cast<int>(::syscall(number, a, b, c));
}

int start_child(long number, long flags) {
  const int child = call(number, flags);
  if (child == 0) ::_exit(0);
  return child;
}

struct Act {
  const char* name;
  int (*attempt)(const Target&);  ///< negative when it was refused
};

constexpr std::array<Act, 30> kActs{{
    {"reads a file that is not its own",
     [](const Target& t) { return open_for(t.file, O_RDONLY); }},
    {"reads /etc/passwd", [](const Target&) { return open_for("/etc/passwd", O_RDONLY); }},
    {"reads through a symbolic link",
     [](const Target& t) { return open_for(t.folder + "/link", O_RDONLY); }},
    {"looks at other processes",
     [](const Target&) { return open_for("/proc/1/environ", O_RDONLY); }},
    {"writes to a file", [](const Target& t) { return open_for(t.file, O_WRONLY); }},
    {"makes a file",
     [](const Target& t) { return open_for(t.folder + "/new", O_WRONLY | O_CREAT); }},
    {"empties a file", [](const Target& t) { return ::truncate(t.file.c_str(), 0); }},
    {"removes a file", [](const Target& t) { return ::unlink(t.file.c_str()); }},
    {"renames a file",
     [](const Target& t) { return ::rename(t.file.c_str(), (t.folder + "/other").c_str()); }},
    {"makes a folder", [](const Target& t) { return ::mkdir((t.folder + "/made").c_str(), 0700); }},
    {"makes a link",
     [](const Target& t) { return ::symlink("/etc", (t.folder + "/made").c_str()); }},
    {"changes rights", [](const Target& t) { return ::chmod(t.file.c_str(), 0777); }},
    {"changes the owner", [](const Target& t) { return ::chown(t.file.c_str(), 0, 0); }},
    {"connects by TCP", [](const Target&) { return connect_by_tcp(); }},
    {"sends by UDP", [](const Target&) { return send_by_udp(); }},
    {"opens a local socket", [](const Target&) { return ::socket(AF_UNIX, SOCK_STREAM, 0); }},
    {"opens a kernel socket", [](const Target&) { return ::socket(AF_NETLINK, SOCK_RAW, 0); }},
    {"executes a program", [](const Target&) { return execute(); }},
    {"starts a process", [](const Target&) { return start_child(SYS_fork, 0); }},
    {"starts a thread", [](const Target&) { return start_child(SYS_clone, SIGCHLD); }},
    {"traces a process",
     [](const Target& t) {
       return static_cast<int>(::ptrace(PTRACE_ATTACH, t.process, nullptr, nullptr));
     }},
    {"kills a process", [](const Target& t) { return ::kill(t.process, SIGKILL); }},
    {"reads another's memory",
     [](const Target& t) { return call(SYS_process_vm_readv, t.process); }},
    {"maps memory to execute",
     [](const Target&) { return map(PROT_READ | PROT_EXEC, MAP_PRIVATE); }},
    {"makes memory executable", [](const Target&) { return make_executable(); }},
    {"takes new namespaces", [](const Target&) { return ::unshare(CLONE_NEWUSER); }},
    {"mounts a file system",
     [](const Target& t) { return ::mount("none", t.folder.c_str(), "tmpfs", 0, nullptr); }},
    {"uses io_uring",
     [](const Target&) {
       io_uring_params parameters{};
       return call(SYS_io_uring_setup, 1, reinterpret_cast<long>(&parameters));
     }},
    {"loads a BPF program", [](const Target&) { return call(SYS_bpf, 0, 0, 0); }},
    {"becomes root", [](const Target&) { return ::geteuid() == 0 ? 0 : ::setuid(0); }},
}};

constexpr int kDenied = 7;
constexpr int kWorked = 8;

[[noreturn]] void attempt(const Act& act, const Target& target, Sandbox sandbox, int output) {
  sandbox.output = output;
  try {
    lock_down(sandbox);
  } catch (const std::exception&) {
    ::_exit(kWorked);  // no sandbox, so all would work
  }
  const bool worked = act.attempt(target) >= 0;
  const int reason = errno;
  static_cast<void>(!::write(output, &reason, sizeof reason));
  ::_exit(worked ? kWorked : kDenied);
}

std::string words_of(int status, const std::string& said) {
  if (said.size() == bytes_of(Frame{}).size()) {
    FrameParser parser;
    parser.add(said);
    const auto frame = parser.next();
    if (frame && frame->kind == FrameKind::forbidden)
      return "ended by seccomp: " + name_of_system_call(frame->number);
  }
  if (WIFSIGNALED(status)) return fmt::format("ended by {}", ::strsignal(WTERMSIG(status)));
  if (WEXITSTATUS(status) == kWorked) return "it worked";
  int reason = 0;
  if (said.size() == sizeof reason) std::memcpy(&reason, said.data(), sizeof reason);
  return fmt::format("refused: {}", std::strerror(reason));
}

Escape outcome_of(const Act& act, const Target& target, const Sandbox& sandbox) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe for an attempt");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process for an attempt");
  if (child == 0) attempt(act, target, sandbox, ends[1]);
  ::close(ends[1]);
  std::string said(64, '\0');
  const ssize_t size = ::read(ends[0], said.data(), said.size());
  said.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return {.act = act.name,
          .denied = !(WIFEXITED(status) && WEXITSTATUS(status) == kWorked),
          .how = words_of(status, said)};
}

/// Makes the target of the acts, and takes it away.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "diarium-doctor-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    target_ = {.folder = name, .file = name + "/file"};
    ::close(open_for(target_.file, O_WRONLY | O_CREAT));
    // Open to all: what keeps the worker out is to be the sandbox, not the owner.
    ::chmod(target_.folder.c_str(), 0777);
    ::chmod(target_.file.c_str(), 0666);
    static_cast<void>(!::symlink("/etc/passwd", (name + "/link").c_str()));
    target_.process = ::fork();
    if (target_.process == 0) {
      ::pause();
      ::_exit(0);
    }
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    if (target_.process > 0) {
      ::kill(target_.process, SIGKILL);
      ::waitpid(target_.process, nullptr, 0);
    }
    std::error_code ignored;
    std::filesystem::remove_all(target_.folder, ignored);
  }
  [[nodiscard]] const Target& target() const { return target_; }

 private:
  Target target_;
};

}  // namespace

std::vector<Escape> try_to_escape(const Sandbox& sandbox) {
  const Scratch scratch;
  std::vector<Escape> escapes;
  for (const Act& act : kActs) escapes.push_back(outcome_of(act, scratch.target(), sandbox));
  return escapes;
}

}  // namespace diarium
