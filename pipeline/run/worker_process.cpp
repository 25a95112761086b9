#include "pipeline/run/worker_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <utility>

#include "pipeline/run/sandbox.h"
#include "pipeline/run/system_calls.h"

namespace diarium {
namespace {

constexpr int kResultDescriptor = 3;
constexpr int kDocumentDescriptor = 4;
constexpr int kFreeDescriptors = 10;  // from here on
/// So much is taken from a worker at a time, however fast it writes.
constexpr std::size_t kMostAtATime = std::size_t{4} << 20U;

/// How a worker ends that was refused memory and could do nothing about it.
constexpr int kWantOfMemory = 77;

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

/// Closes all that the parent had open but the standard three, the document and the pipe.
void keep_open(int document, int output) {
  const int null = ::open("/dev/null", O_RDWR);
  // Libraries print what they think of foreign files; the parent tells what matters.
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(null, standard);
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

[[noreturn]] void run_child(const WorkerTask& task, const Configuration& configuration, int output,
                            pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);  // the parent died before the line above
  for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGHUP}) ::signal(number, SIG_DFL);
  tell_want_of_memory();
  static_cast<void>(!::chdir("/"));
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

std::string words_of_status(int status) {
  if (WIFSIGNALED(status)) {
    return fmt::format("the worker was ended by signal {} ({})", WTERMSIG(status),
                       ::strsignal(WTERMSIG(status)));
  }
  return fmt::format("the worker ended with status {}", WEXITSTATUS(status));
}

}  // namespace

WorkerProcess::WorkerProcess(WorkerTask task, const Configuration& configuration)
    : task_(std::move(task)) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error(fmt::format("no pipe for a worker: {}", std::strerror(errno)));
  }
  const pid_t parent = ::getpid();
  pid_ = ::fork();
  if (pid_ < 0) {
    const int reason = errno;
    ::close(ends[0]);
    ::close(ends[1]);
    throw std::runtime_error(fmt::format("no process for a worker: {}", std::strerror(reason)));
  }
  if (pid_ == 0) run_child(task_, configuration, ends[1], parent);
  ::close(ends[1]);
  pipe_ = ends[0];
  ::fcntl(pipe_, F_SETFL, O_NONBLOCK);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : task_(std::move(other.task_)),
      pid_(std::exchange(other.pid_, -1)),
      pipe_(std::exchange(other.pipe_, -1)),
      forbidden_call_(other.forbidden_call_),
      out_of_order_(other.out_of_order_),
      ended_(other.ended_),
      since_(other.since_),
      processor_then_(other.processor_then_),
      parser_(std::move(other.parser_)),
      conversation_(other.conversation_) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(task_, other.task_);
  std::swap(pid_, other.pid_);
  std::swap(pipe_, other.pipe_);
  std::swap(forbidden_call_, other.forbidden_call_);
  std::swap(out_of_order_, other.out_of_order_);
  std::swap(ended_, other.ended_);
  std::swap(since_, other.since_);
  std::swap(processor_then_, other.processor_then_);
  std::swap(parser_, other.parser_);
  std::swap(conversation_, other.conversation_);
  return *this;
}

WorkerProcess::~WorkerProcess() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  if (pipe_ >= 0) ::close(pipe_);
}

void WorkerProcess::read_pipe() {
  std::array<char, 1U << 16U> buffer{};
  for (std::size_t taken = 0; taken < kMostAtATime;) {
    const ssize_t size = ::read(pipe_, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (size <= 0) {
      ended_ = true;
      return;
    }
    parser_.add({buffer.data(), static_cast<std::size_t>(size)});
    taken += static_cast<std::size_t>(size);
  }
}

std::vector<Frame> WorkerProcess::receive() {
  read_pipe();
  std::vector<Frame> frames;
  while (auto frame = parser_.next()) {
    if (!conversation_.allows(*frame)) {
      out_of_order_ = true;
      break;
    }
    since_ = Clock::now();
    processor_then_ = processor_time();
    if (frame->kind == FrameKind::forbidden) {
      forbidden_call_ = frame->number;
    } else {
      frames.push_back(std::move(*frame));
    }
  }
  if (parser_.broken() || out_of_order_) {
    kill();
    ended_ = true;
  }
  return frames;
}

std::chrono::nanoseconds WorkerProcess::processor_time() const {
  clockid_t clock{};
  timespec time{};
  if (pid_ <= 0 || ::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
    return processor_then_;
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

WorkerProcess::Taken WorkerProcess::taken() const {
  return {processor_time() - processor_then_, Clock::now() - since_};
}

void WorkerProcess::kill() {
  ::kill(pid_, SIGKILL);
}

Error WorkerProcess::cause_of_death() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  const int page = conversation_.page_in_work();
  if (forbidden_call_ >= 0) {
    return {ErrorCode::forbidden,
            fmt::format("tried what its sandbox forbids: {}", name_of_system_call(forbidden_call_)),
            {},
            page};
  }
  if (parser_.broken() || out_of_order_)
    return {ErrorCode::crashed, "the worker sent broken frames", {}, page};
  if (WIFEXITED(status) && WEXITSTATUS(status) == kWantOfMemory) {
    return {ErrorCode::out_of_memory,
            "the worker was refused memory and ended; memory_mb may be too low",
            {},
            page};
  }
  return {ErrorCode::crashed, words_of_status(status), {}, page};
}

}  // namespace diarium
