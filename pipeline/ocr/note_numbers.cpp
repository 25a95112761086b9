#include "pipeline/ocr/note_numbers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace diarium {
namespace {

// Notes don't begin higher on a page.
constexpr double kHighestNote = 0.3;
// Without its note on the page only a clear digit is believed.
constexpr double kClear = 0.8;
constexpr double kLegible = 0.6;
constexpr double kRepaired = 0.5;

using Numbers = std::vector<RaisedNumber>;

int value_of(const RaisedNumber& number) {
  return number.digits.empty() ? 0 : std::stoi(number.digits);
}

// The hook of a question mark reads as 7, the stroke of an exclamation mark as 1.
bool is_plain(const RaisedNumber& number) {
  return number.confidence >= kClear && number.digits != "1" && number.digits != "7";
}

bool is_quotation_mark(const RaisedNumber& number) {
  constexpr std::string_view kMarks[] = {"”", "“", "\"", "’", "'", "’’", "''", ",”", "°"};
  return number.digits.empty() &&
         std::find(std::begin(kMarks), std::end(kMarks), number.raw) != std::end(kMarks);
}

void set_right(RaisedNumber& number, int value) {
  std::string digits = std::to_string(value);
  if (number.digits == digits) return;
  if (number.raw.empty()) number.raw = number.digits;
  number.digits = std::move(digits);
  number.confidence = std::min(number.confidence, kRepaired);
}

void sort_as_read(Numbers& numbers) {
  std::sort(numbers.begin(), numbers.end(), [](const RaisedNumber& a, const RaisedNumber& b) {
    return a.mark.baseline < b.mark.baseline;
  });
  for (auto line = numbers.begin(); line != numbers.end();) {
    const auto next = std::find_if(line, numbers.end(), [&](const RaisedNumber& number) {
      return number.mark.baseline > line->mark.baseline + line->mark.letters;
    });
    std::sort(line, next, [](const RaisedNumber& a, const RaisedNumber& b) {
      return a.mark.box.left < b.mark.box.left;
    });
    line = next;
  }
}

/// Indices of the longest run of marks, not necessarily neighbours, whose numbers rise.
std::vector<std::size_t> longest_rise(const Numbers& marks, const std::set<int>& asked_for) {
  std::vector<std::size_t> length(marks.size(), 0);
  std::vector<std::optional<std::size_t>> before(marks.size());
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!asked_for.contains(value_of(marks[i]))) continue;
    length[i] = 1;
    for (std::size_t j = 0; j < i; ++j) {
      const bool rises = length[j] > 0 && value_of(marks[j]) < value_of(marks[i]);
      if (rises && length[j] >= length[i]) {
        length[i] = length[j] + 1;
        before[i] = j;
      }
    }
    if (!last || length[i] > length[*last]) last = i;
  }
  std::vector<std::size_t> rise;
  for (; last; last = before[*last]) rise.push_back(*last);
  std::reverse(rise.begin(), rise.end());
  return rise;
}

/// The values of all that were read as numbers.
std::set<int> values_of(const Numbers& numbers) {
  std::set<int> values;
  for (const RaisedNumber& number : numbers) values.insert(value_of(number));
  values.erase(0);
  return values;
}

/// What each note's number must be, as notes are numbered one after another: those that rise stand
/// by each other, the others are told by the neighbours that stand. Nothing where a note between
/// them was overlooked, or where most don't rise.
std::vector<std::optional<int>> numbers_by_order(const Numbers& notes) {
  std::vector<std::optional<int>> right(notes.size());
  const std::vector<std::size_t> rise = longest_rise(notes, values_of(notes));
  if (2 * rise.size() <= notes.size()) return right;
  const auto fill = [&](std::size_t begin, std::size_t end, int first) {
    for (std::size_t i = begin; i < end; ++i) right[i] = first + static_cast<int>(i - begin);
  };
  const int before_first = value_of(notes[rise.front()]) - static_cast<int>(rise.front());
  if (before_first >= 1) fill(0, rise.front(), before_first);
  for (std::size_t r = 0; r < rise.size(); ++r) {
    const int value = value_of(notes[rise[r]]);
    const std::size_t next = r + 1 < rise.size() ? rise[r + 1] : notes.size();
    right[rise[r]] = value;
    const bool complete =
        next == notes.size() || value_of(notes[next]) - value == static_cast<int>(next - rise[r]);
    if (complete) fill(rise[r] + 1, next, value + 1);
  }
  return right;
}

/// An illegible note is none, unless its number is the one that the others leave for it.
void erase_doubtful(Numbers& notes) {
  const std::vector<std::optional<int>> right = numbers_by_order(notes);
  std::size_t index = 0;
  std::erase_if(notes, [&](const RaisedNumber& note) {
    const bool fits = right[index] && value_of(note) == *right[index];
    ++index;
    return note.confidence < kLegible && !fits;
  });
}

void give(Numbers& marks, std::size_t begin, std::size_t end, const std::set<int>& missing) {
  auto number = missing.begin();
  for (std::size_t i = begin; i < end; ++i) set_right(marks[i], *number++);
}

/// Gives the marks between two that are right the numbers that are missing between them, where
/// there are as many and none of the marks says clearly something else.
void fill_gap(Numbers& marks, std::size_t begin, std::size_t end, const std::set<int>& missing) {
  if (end - begin != missing.size()) return;
  for (std::size_t i = begin; i < end; ++i) {
    if (!marks[i].digits.empty() && marks[i].confidence >= kClear) return;
  }
  give(marks, begin, end, missing);
}

// As many marks as notes, some of them right: one each, in order.
bool pair_off(Numbers& marks, const std::set<int>& asked_for) {
  if (marks.size() != asked_for.size()) return false;
  auto number = asked_for.begin();
  const bool one_is_right = std::any_of(marks.begin(), marks.end(), [&](const RaisedNumber& mark) {
    return value_of(mark) == *number++;
  });
  if (one_is_right) give(marks, 0, marks.size(), asked_for);
  return one_is_right;
}

void repair(Numbers& marks, const std::set<int>& asked_for) {
  if (pair_off(marks, asked_for)) return;
  std::size_t begin = 0;
  auto from = asked_for.begin();
  for (const std::size_t index : longest_rise(marks, asked_for)) {
    const auto number = asked_for.find(value_of(marks[index]));
    fill_gap(marks, begin, index, {from, number});
    begin = index + 1;
    from = std::next(number);
  }
  fill_gap(marks, begin, marks.size(), {from, asked_for.end()});
}

}  // namespace

std::vector<RaisedNumber> in_running_order(std::vector<RaisedNumber> numbers, double page_height) {
  std::erase_if(numbers, is_quotation_mark);
  sort_as_read(numbers);
  const auto notes_begin =
      std::stable_partition(numbers.begin(), numbers.end(), [&](const RaisedNumber& number) {
        return !number.mark.opens || number.mark.box.top < kHighestNote * page_height;
      });
  Numbers notes(std::make_move_iterator(notes_begin), std::make_move_iterator(numbers.end()));
  numbers.erase(notes_begin, numbers.end());

  erase_doubtful(notes);
  const std::vector<std::optional<int>> right = numbers_by_order(notes);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (right[i]) set_right(notes[i], *right[i]);
  }
  const std::set<int> asked_for = values_of(notes);
  if (!asked_for.empty()) repair(numbers, asked_for);

  numbers.insert(numbers.end(), std::make_move_iterator(notes.begin()),
                 std::make_move_iterator(notes.end()));
  std::erase_if(numbers, [&](const RaisedNumber& number) {
    const bool asked = asked_for.contains(value_of(number));
    return number.digits.empty() || (!asked && !is_plain(number));
  });
  return numbers;
}

}  // namespace diarium
