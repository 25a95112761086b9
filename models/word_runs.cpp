#include "models/word_runs.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kRun = 4;       // words
constexpr std::uint64_t kSample = 4;  // one run of so many is kept
constexpr std::size_t kMarks = 8;

std::uint64_t mixed(std::uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash ^ (hash >> 29);
}

}  // namespace

WordRuns word_runs_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  const std::string lower = to_lower(squeeze_blanks(text));
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    words.push_back(mixed(0xCBF29CE484222325, std::string_view(lower).substr(begin, end - begin)));
    begin = end + 1;
  }
  WordRuns runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kRun; ++k) hash = hash * 0x9E3779B97F4A7C15 + words[i + k];
    hash ^= hash >> 31;
    if (hash % kSample == 0) runs.push_back(hash);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double alike(const WordRuns& a, const WordRuns& b) {
  WordRuns common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const std::size_t all = a.size() + b.size() - common.size();
  return all == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(all);
}

WordRuns marks_of(const WordRuns& runs) {
  if (runs.size() < kFewestRuns) return {};
  const auto end = runs.begin() + static_cast<std::ptrdiff_t>(std::min(kMarks, runs.size()));
  return {runs.begin(), end};
}

}  // namespace diarium
