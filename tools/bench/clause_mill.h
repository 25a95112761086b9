#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace diarium {

/// Makes endless made-up clauses of decisions for measuring: words by Zipf's law, of town halls
/// first and of the dictionary behind them, compounds and inflections of them, and names that
/// nobody else has. One paper in sixteen is damaged as OCR damages it. The same seed gives the same
/// clauses.
class ClauseMill {
 public:
  /// `dictionary`: words, the commonest first are made up from town halls; these come behind them.
  ClauseMill(std::uint32_t seed, std::vector<std::string> dictionary)
      : random_(seed), dictionary_(std::move(dictionary)) {}

  /// The clauses of the next paper.
  std::vector<std::string> paper(std::size_t clauses);

  std::string noun();      ///< "avgiften"
  std::string compound();  ///< "skolplanerna"
  std::string verb();      ///< "godkänna"
  std::string name();      ///< "Barevik"

 private:
  std::string clause();
  /// An index below `size` by Zipf's law: the second is half as common as the first.
  std::size_t common(std::size_t size);
  std::size_t below(std::size_t size) { return random_() % size; }

  std::mt19937 random_;
  std::vector<std::string> dictionary_;
};

/// Up to `most` words of hunspell's Swedish dictionary, spread over it; none where it is not there.
std::vector<std::string> dictionary_words(std::size_t most);

/// å ä lose their dots, ö too or becomes é.
std::string damaged(const std::string& text);

}  // namespace diarium
