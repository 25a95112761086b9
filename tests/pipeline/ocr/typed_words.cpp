#include "typed_words.h"

#include <sstream>

namespace diarium {

std::vector<Word> words_of(const std::string& page) {
  std::vector<Word> words;
  std::istringstream lines(page);
  double top = 100;
  for (std::string line; std::getline(lines, line); top += 15) {
    std::istringstream blanks(line);
    double left = 50;
    for (std::string text; blanks >> text; left += 33) {
      words.push_back({.text = text, .box = {left, top, left + 30, top + 10}, .confidence = 0.9});
    }
  }
  return words;
}

}  // namespace diarium
