#include "extractors/running_numbers.h"

#include <algorithm>
#include <cstddef>

namespace diarium {
namespace {

// A longer list is a hostile one: each number is compared with all before it.
constexpr std::size_t kLongestList = 1000;

using Read = std::vector<std::optional<int>>;

/// The numbers of one run, [begin, end) of a list.
class Run {
 public:
  Run(const Read& read, std::size_t begin, std::size_t end, RunStart start)
      : read_(read), begin_(begin), end_(end), start_(start) {}

  void settle(std::vector<RunningNumber>& numbers) const {
    std::optional<int> before;
    if (start_ == RunStart::at_one) before = 0;
    std::size_t next = begin_;
    for (const std::size_t trusted : trusted_numbers()) {
      numbers[trusted].value = read_[trusted];
      fill(numbers, next, trusted, before);
      before = read_[trusted];
      next = trusted + 1;
    }
    // Nothing stands behind the last ones to check them by.
    const bool known = next > begin_ && start_ == RunStart::at_one;
    for (std::size_t i = next; i < end_; ++i) {
      if (known) {
        repair(numbers[i], *before + 1 + static_cast<int>(i - next));
      } else {
        numbers[i].value = read_[i];
      }
    }
  }

 private:
  /// Indices of the longest run of numbers that rise; those that count on without a gap are worth
  /// more than others.
  [[nodiscard]] std::vector<std::size_t> trusted_numbers() const {
    std::vector<int> worth(end_ - begin_, 0);
    std::vector<std::optional<std::size_t>> before(end_ - begin_);
    std::optional<std::size_t> best;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!read_[i] || *read_[i] < 1) continue;
      worth[i - begin_] = counts_from_one(i) ? 2 : 1;
      for (std::size_t k = begin_; k < i; ++k) {
        if (worth[k - begin_] == 0 || *read_[k] >= *read_[i]) continue;
        const int through = worth[k - begin_] + (counts_on(k, i) ? 2 : 1);
        if (through <= worth[i - begin_]) continue;
        worth[i - begin_] = through;
        before[i - begin_] = k;
      }
      if (!best || worth[i - begin_] > worth[*best - begin_]) best = i;
    }
    std::vector<std::size_t> trusted;
    for (; best; best = before[*best - begin_]) trusted.push_back(*best);
    std::reverse(trusted.begin(), trusted.end());
    return trusted;
  }

  [[nodiscard]] bool counts_from_one(std::size_t i) const {
    return start_ == RunStart::at_one && *read_[i] == static_cast<int>(i - begin_) + 1;
  }
  [[nodiscard]] bool counts_on(std::size_t from, std::size_t to) const {
    return *read_[to] - *read_[from] == static_cast<int>(to - from);
  }

  /// Sets right the numbers [from, to) between `before` and the trusted number at `to`.
  void fill(std::vector<RunningNumber>& numbers, std::size_t from, std::size_t to,
            std::optional<int> before) const {
    if (!before) {
      for (std::size_t i = from; i < to; ++i) numbers[i].value = read_[i];
      return;
    }
    const int missing = *read_[to] - *before - 1;
    const bool fits = missing == static_cast<int>(to - from);
    for (std::size_t i = from; i < to; ++i) {
      if (fits) {
        repair(numbers[i], *before + 1 + static_cast<int>(i - from));
      } else {
        numbers[i].value = read_[i];
      }
    }
    numbers[to].follows_a_gap = !fits && missing > 0;
  }

  static void repair(RunningNumber& number, int value) {
    number.value = value;
    number.repaired = true;
  }

  const Read& read_;
  std::size_t begin_;
  std::size_t end_;
  RunStart start_;
};

/// A second list begins with 1, 2; a lone 1 is a misread 11.
bool begins_anew(const Read& read, std::size_t i) {
  return read[i] == 1 && i + 1 < read.size() && read[i + 1] == 2;
}

}  // namespace

std::vector<RunningNumber> in_running_order(const std::vector<std::optional<int>>& read,
                                            RunStart start) {
  std::vector<RunningNumber> numbers(read.size());
  if (read.size() > kLongestList) {
    for (std::size_t i = 0; i < read.size(); ++i) numbers[i].value = read[i];
    return numbers;
  }
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= read.size(); ++i) {
    if (i < read.size() && !begins_anew(read, i)) continue;
    Run(read, begin, i, start).settle(numbers);
    begin = i;
  }
  return numbers;
}

}  // namespace diarium
