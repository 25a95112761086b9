#include "pipeline/run/nursery.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>

#include "pipeline/run/priority.h"
#include "pipeline/run/sandbox.h"
#include "pipeline/run/task_bytes.h"

namespace diarium {
namespace {

constexpr int kResultDescriptor = 3;
constexpr int kDocumentDescriptor = 4;
constexpr int kLineDescriptor = 3;    // of the nursery itself
constexpr int kFreeDescriptors = 10;  // from here on

// ---------------------------------------------------------------------------------- the worker

/// Whether the address space has no room for what one page of pixels takes.
bool is_memory_used_up() {
  constexpr std::size_t kRoom = std::size_t{32} << 20U;
  void* room = ::mmap(nullptr, kRoom, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) return true;
  ::munmap(room, kRoom);
  return false;
}

/// Libraries that meet the want of memory where they may not throw, or have none left to throw
/// with, call abort: that is told from a fault of theirs by what is left. Only system calls: it
/// runs in a handler of a signal.
void tell_want_of_memory() {
  ::signal(SIGABRT, [](int number) {
    if (is_memory_used_up()) ::_exit(kWantOfMemory);
    ::signal(number, SIG_DFL);
    ::raise(number);
  });
}

Sandbox sandbox_for(const Configuration& configuration, int output) {
  constexpr int kOpening = 2;  // a file may take as long as so many pages to open
  return {.memory_bytes = configuration.memory_mb << 20U,
          .cpu_seconds = configuration.page_seconds * (configuration.pages_per_task + kOpening),
          .readable = folders_of_readers(configuration.recognition.model_folder),
          .output = output};
}

/// Libraries print what they think of foreign files; the parent tells what matters.
void silence_standard_descriptors() {
  const int null = ::open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(null, standard);
}

/// Closes all that the nursery had open but the standard three, the document and the pipe.
void keep_open(int document, int output) {
  ::dup2(output, kResultDescriptor);
  if (document >= 0) ::dup2(document, kDocumentDescriptor);
  ::close_range(document >= 0 ? kDocumentDescriptor + 1 : kDocumentDescriptor, ~0U, 0);
}

void shut_in_and_work(const WorkerTask& task, const Configuration& configuration,
                      const Result<Descriptor>& document) {
  try {
    const Sandbox sandbox = sandbox_for(configuration, kResultDescriptor);
    if (configuration.sandbox == SandboxChoice::strict) {
      lock_down(sandbox);
    } else {
      limit_resources(sandbox);
    }
  } catch (const std::exception& error) {
    return tell_unusable(error.what(), kResultDescriptor);
  }
  work(task, configuration, document, kResultDescriptor);
}

[[noreturn]] void run_worker(const WorkerTask& task, const Configuration& configuration, int output,
                             pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);  // the parent died before the line above
  for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGHUP}) ::signal(number, SIG_DFL);
  tell_want_of_memory();
  const Result<Descriptor> opened = open_document(task);
  const bool is_file = opened && opened->open();
  // Out of the way of the numbers that it and the pipe are about to get.
  const int aside = ::fcntl(output, F_DUPFD, kFreeDescriptors);
  keep_open(is_file ? ::fcntl(opened->number(), F_DUPFD, kFreeDescriptors) : -1, aside);
  Result<Descriptor> document;
  if (is_file) document = Descriptor(kDocumentDescriptor);
  if (!opened) document = tl::unexpected(opened.error());
  shut_in_and_work(task, configuration, document);
  ::_exit(0);
}

// -------------------------------------------------------------------- the line to the nursery

using Size = std::uint32_t;

bool write_all(int line, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = ::send(line, data, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    data += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool read_all(int line, char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::recv(line, data, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    data += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

/// A message of one number, beside which a descriptor can travel.
struct Envelope {
  Size size = 0;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> room{};
  iovec part{&size, sizeof size};
  msghdr message{};

  Envelope() {
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.data();
    message.msg_controllen = room.size();
  }
  Envelope(const Envelope&) = delete;
  Envelope& operator=(const Envelope&) = delete;
};

bool send_request(int line, const std::string& task, int output) {
  Envelope envelope;
  envelope.size = static_cast<Size>(task.size());
  cmsghdr* const header = CMSG_FIRSTHDR(&envelope.message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof output);
  std::memcpy(CMSG_DATA(header), &output, sizeof output);
  ssize_t sent = -1;
  do {
    sent = ::sendmsg(line, &envelope.message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == sizeof envelope.size && write_all(line, task.data(), task.size());
}

struct Request {
  WorkerTask task;
  Descriptor output;
};

/// Nothing when the parent hung up.
std::optional<Request> next_request(int line) {
  Envelope envelope;
  if (::recvmsg(line, &envelope.message, MSG_CMSG_CLOEXEC) != sizeof envelope.size)
    return std::nullopt;
  const cmsghdr* const header = CMSG_FIRSTHDR(&envelope.message);
  if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return std::nullopt;
  int output = -1;
  std::memcpy(&output, CMSG_DATA(header), sizeof output);
  Request request{{}, Descriptor(output)};
  std::string task(envelope.size, '\0');
  if (!read_all(line, task.data(), task.size())) return std::nullopt;
  request.task = task_of_bytes(task);
  return request;
}

/// Forks a child of our own parent: it is the one that waits for it, and with which it dies.
pid_t fork_for_parent() {
  return static_cast<pid_t>(
      ::syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

// --------------------------------------------------------------------------------- the nursery

/// Of what the parent has open, such as the lock of the run, nothing but `line` outlives it here.
void keep_only(int line) {
  silence_standard_descriptors();
  if (line != kLineDescriptor) ::dup2(line, kLineDescriptor);
  ::close_range(kLineDescriptor + 1, ~0U, 0);
}

[[noreturn]] void run_nursery(const Configuration& configuration, int line, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  // Signals to the whole group are the parent's to answer.
  for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGHUP}) ::signal(number, SIG_IGN);
  step_back(configuration);
  static_cast<void>(!::chdir("/"));
  keep_only(line);
  while (const auto request = next_request(kLineDescriptor)) {
    const pid_t worker = fork_for_parent();
    if (worker == 0) run_worker(request->task, configuration, request->output.number(), parent);
    const std::int32_t answer = worker > 0 ? worker : -errno;
    if (!write_all(kLineDescriptor, reinterpret_cast<const char*>(&answer), sizeof answer)) break;
  }
  ::_exit(0);
}

[[noreturn]] void refuse(int reason) {
  throw std::runtime_error(fmt::format("no process for a worker: {}", std::strerror(reason)));
}

}  // namespace

Nursery::Nursery(const Configuration& configuration) : configuration_(configuration) {
  open();
}

Nursery::~Nursery() {
  close();
}

void Nursery::open() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) refuse(errno);
  const Descriptor theirs(ends[1]);
  line_ = Descriptor(ends[0]);
  const pid_t parent = ::getpid();
  process_ = ::fork();
  if (process_ < 0) refuse(errno);
  if (process_ == 0) run_nursery(configuration_, theirs.number(), parent);
}

void Nursery::close() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

pid_t Nursery::start(const WorkerTask& task, int output) {
  constexpr int kAttempts = 2;
  const std::string bytes = bytes_of(task);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::int32_t answer = 0;
    if (send_request(line_.number(), bytes, output) &&
        read_all(line_.number(), reinterpret_cast<char*>(&answer), sizeof answer)) {
      if (answer < 0) refuse(-answer);
      return answer;
    }
    close();  // it was killed
    open();
  }
  throw std::runtime_error("no process for a worker: the process that starts them dies at once");
}

}  // namespace diarium
