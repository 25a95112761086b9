#include "pipeline/run/sandbox.h"

#include <fmt/format.h>
#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include "pipeline/run/landlock.h"
#include "pipeline/run/system_calls.h"

namespace diarium {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;  // maps terabytes, and opens /proc at the end
#else
constexpr bool kSanitized = false;
#endif

constexpr uid_t kNobody = 65'534;
constexpr rlim_t kMostFiles = 64;
constexpr rlim_t kStackBytes = rlim_t{8} << 20U;

void require(bool held, std::string_view what) {
  if (!held) throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  require(::setrlimit(static_cast<__rlimit_resource_t>(resource), &both) == 0,
          "a limit of the worker was refused");
}

/// A worker of root must not be root.
void drop_privileges() {
  if (::geteuid() == 0) {
    require(::setgroups(0, nullptr) == 0, "groups can't be dropped");
    require(::setresgid(kNobody, kNobody, kNobody) == 0, "the group of root can't be dropped");
    require(::setresuid(kNobody, kNobody, kNobody) == 0, "the rights of root can't be dropped");
  }
  require(::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "the worker would outlive its parent");
  require(::prctl(PR_SET_DUMPABLE, 0) == 0, "the worker could be looked into");
  limit(RLIMIT_NPROC, 0);
}

}  // namespace

std::vector<std::filesystem::path> folders_of_readers(const std::filesystem::path& ocr_models) {
  std::vector<std::filesystem::path> folders{"/usr/share/fonts",         "/usr/local/share/fonts",
                                             "/usr/share/fontconfig",    "/etc/fonts",
                                             "/var/cache/fontconfig",    "/usr/share/poppler",
                                             "/usr/share/tesseract-ocr", "/usr/share/hunspell"};
  if (!ocr_models.empty()) folders.push_back(ocr_models);
  if (const char* prefix = std::getenv("TESSDATA_PREFIX"))  // NOLINT(concurrency-mt-unsafe)
    folders.emplace_back(prefix);
  return folders;
}

void limit_resources(const Sandbox& sandbox) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);  // it writes to its pipe only
  limit(RLIMIT_NOFILE, kMostFiles);
  limit(RLIMIT_CPU, static_cast<rlim_t>(sandbox.cpu_seconds));
  if constexpr (kSanitized) return;
  limit(RLIMIT_STACK, kStackBytes);
  limit(RLIMIT_AS, sandbox.memory_bytes);
}

void lock_down(const Sandbox& sandbox) {
  limit_resources(sandbox);
  require(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "new privileges can't be barred");
  if constexpr (kSanitized) return;
  drop_privileges();
  confine_to(sandbox.readable);
  allow_reading_only(sandbox.output);
}

bool build_can_lock_down() {
  return !kSanitized;
}

}  // namespace diarium
