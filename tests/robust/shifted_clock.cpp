#include "shifted_clock.h"

#include <dlfcn.h>
#include <time.h>

namespace {

time_t seconds_ahead = 0;

}  // namespace

namespace diarium {

void set_clock_ahead(std::chrono::seconds ahead) {
  seconds_ahead = static_cast<time_t>(ahead.count());
}

}  // namespace diarium

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  using Get = int (*)(clockid_t, timespec*);
  static const auto real = reinterpret_cast<Get>(::dlsym(RTLD_NEXT, "clock_gettime"));
  const int result = real(clock, now);
  if (clock == CLOCK_REALTIME) now->tv_sec += seconds_ahead;
  return result;
}

time_t time(time_t* place) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (place != nullptr) *place = now.tv_sec;
  return now.tv_sec;
}

}  // extern "C"
