#include "pipeline/read/page_watch.h"

#include <ctime>

namespace diarium {
namespace {

double seconds_of_thread() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

PageWatch::PageWatch(double seconds) : end_(seconds_of_thread() + seconds) {}

bool PageWatch::is_over() const {
  return seconds_of_thread() > end_;
}

}  // namespace diarium
