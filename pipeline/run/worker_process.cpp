#include "pipeline/run/worker_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <utility>

#include "pipeline/run/system_calls.h"

namespace diarium {
namespace {

/// So much is taken from a worker at a time, however fast it writes.
constexpr std::size_t kMostAtATime = std::size_t{4} << 20U;

std::string words_of_status(int status) {
  if (WIFSIGNALED(status)) {
    return fmt::format("the worker was ended by signal {} ({})", WTERMSIG(status),
                       ::strsignal(WTERMSIG(status)));
  }
  return fmt::format("the worker ended with status {}", WEXITSTATUS(status));
}

}  // namespace

WorkerProcess::WorkerProcess(WorkerTask task, Nursery& nursery) : task_(std::move(task)) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error(fmt::format("no pipe for a worker: {}", std::strerror(errno)));
  }
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  pid_ = nursery.start(task_, theirs.number());
  pipe_ = std::move(ours);
  ::fcntl(pipe_.number(), F_SETFL, O_NONBLOCK);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : task_(std::move(other.task_)),
      pid_(std::exchange(other.pid_, -1)),
      pipe_(std::move(other.pipe_)),
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
  pipe_ = std::move(other.pipe_);
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
}

void WorkerProcess::read_pipe() {
  std::array<char, 1U << 16U> buffer{};
  for (std::size_t taken = 0; taken < kMostAtATime;) {
    const ssize_t size = ::read(pipe_.number(), buffer.data(), buffer.size());
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
