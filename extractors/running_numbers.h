#pragma once

#include <optional>
#include <vector>

namespace diarium {

/// Where a list's numbers begin: the items of an agenda at 1, the §§ of minutes anywhere.
enum class RunStart { at_one, anywhere };

/// A number of a list that counts on.
struct RunningNumber {
  std::optional<int> value;    ///< as read, or set right; nothing where it can't be told
  bool repaired = false;       ///< it was read as something else
  bool follows_a_gap = false;  ///< numbers before it are missing, and can't be told
};

/// What the numbers of a list must be that runs 1, 2, 3. `read` is what a recogniser made of them,
/// in the order on paper, nothing where no number was read. Most of them are right: the longest run
/// that rises stands. Between two of them, and before the first and after the last, the others are
/// set right where exactly as many numbers fit as there are places: 10, "u", 12 is 10, 11, 12. A
/// list may begin anew at 1.
std::vector<RunningNumber> in_running_order(const std::vector<std::optional<int>>& read,
                                            RunStart start);

}  // namespace diarium
