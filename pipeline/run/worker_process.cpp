#include "pipeline/run/worker_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace diarium {
namespace {

constexpr int kResultDescriptor = 3;

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

/// What a worker may take. Address sanitizer maps terabytes, so sanitized builds go without that
/// one.
void limit_worker(const Configuration& configuration) {
#if !defined(__SANITIZE_ADDRESS__)
  limit(RLIMIT_AS, static_cast<rlim_t>(configuration.memory_mb) << 20U);
#else
  static_cast<void>(configuration);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);  // it writes to its pipe only
  limit(RLIMIT_NOFILE, 64);
}

[[noreturn]] void run_child(const WorkerTask& task, const Configuration& configuration, int output,
                            pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);  // the parent died before the line above
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGHUP}) ::signal(number, SIG_DFL);
  const int null = ::open("/dev/null", O_RDWR);
  // Libraries print what they think of foreign files; the parent tells what matters.
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(null, standard);
  ::dup2(output, kResultDescriptor);
  ::close_range(kResultDescriptor + 1, ~0U, 0);
  limit_worker(configuration);
  work(task, configuration, kResultDescriptor);
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
      page_(other.page_),
      ended_(other.ended_),
      since_(other.since_),
      parser_(std::move(other.parser_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(task_, other.task_);
  std::swap(pid_, other.pid_);
  std::swap(pipe_, other.pipe_);
  std::swap(page_, other.page_);
  std::swap(ended_, other.ended_);
  std::swap(since_, other.since_);
  std::swap(parser_, other.parser_);
  return *this;
}

WorkerProcess::~WorkerProcess() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  if (pipe_ >= 0) ::close(pipe_);
}

std::vector<Frame> WorkerProcess::receive() {
  std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const ssize_t size = ::read(pipe_, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (size <= 0) {
      ended_ = true;
      break;
    }
    parser_.add({buffer.data(), static_cast<std::size_t>(size)});
  }
  std::vector<Frame> frames;
  while (auto frame = parser_.next()) {
    page_ = frame->kind == FrameKind::begun ? frame->number : 0;
    since_ = Clock::now();
    frames.push_back(std::move(*frame));
  }
  if (parser_.broken()) {
    kill();
    ended_ = true;
  }
  return frames;
}

void WorkerProcess::kill() {
  ::kill(pid_, SIGKILL);
}

Error WorkerProcess::cause_of_death() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (parser_.broken()) return {ErrorCode::crashed, "the worker sent broken frames"};
  return {ErrorCode::crashed, words_of_status(status), task_.file.string(), page_};
}

}  // namespace diarium
