#include "models/page.h"

namespace diarium {

std::string text_of(const Page& page, const Line& line) {
  std::string text;
  for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
    const Word& word = page.words[i];
    if (i != line.words.begin && !word.joined) text += ' ';
    text += word.text;
  }
  return text;
}

std::string text_of(const Page& page) {
  std::string text;
  for (const Line& line : page.lines) {
    text += text_of(page, line);
    text += '\n';
  }
  return text;
}

double confidence_of(const Page& page) {
  double letters = 0;
  double sum = 0;
  for (const Word& word : page.words) {
    const auto size = static_cast<double>(word.text.size());
    letters += size;
    sum += size * word.confidence;
  }
  return letters == 0 ? 1.0 : sum / letters;
}

}  // namespace diarium
