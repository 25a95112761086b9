#include "pipeline/ocr/missing_words.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

namespace diarium {
namespace {

constexpr double kRow = 20;           // points
constexpr double kMostCovered = 0.3;  // of a word's box, by words that the page has

// The boxes of words by the rows of the page that they touch.
class Places {
 public:
  explicit Places(const std::vector<Word>& words) {
    for (const Word& word : words) {
      const int first = row_at(word.box.top);
      const int last = std::min(row_at(word.box.bottom), first + kMostRows);
      for (int row = first; row <= last; ++row) rows_[row].push_back(word.box);
    }
  }
  [[nodiscard]] bool covers(const Rect& box) const {
    const auto row = rows_.find(row_at(box.centre().y));
    if (row == rows_.end()) return false;
    double covered = 0;
    for (const Rect& other : row->second) covered += common_part(box, other).area();
    return covered > kMostCovered * box.area();
  }

 private:
  static constexpr double kFarthest = 100'000;  // points
  static constexpr int kMostRows = 5;           // of a word

  static int row_at(double y) {
    return y > 0 ? static_cast<int>(std::min(y, kFarthest) / kRow) : 0;  // no number: 0
  }

  std::map<int, std::vector<Rect>> rows_;
};

}  // namespace

std::vector<Word> with_missing_words(std::vector<Word> believed, std::vector<Word> own) {
  const Places places(believed);
  std::erase_if(own, [&places](const Word& word) { return places.covers(word.box); });
  std::move(own.begin(), own.end(), std::back_inserter(believed));
  return believed;
}

}  // namespace diarium
