#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace diarium {

/// Makes endless made-up clauses of decisions for measuring: words of town halls by Zipf's law,
/// compounds of them, inflections, and names that nobody else has. One paper in sixteen is damaged
/// as OCR damages it. The same seed gives the same clauses.
class ClauseMill {
 public:
  explicit ClauseMill(std::uint32_t seed) : random_(seed) {}

  /// The clauses of the next paper.
  std::vector<std::string> paper(std::size_t clauses);

  std::string noun();      ///< "avgiften"
  std::string compound();  ///< "skolplanerna"
  std::string verb();      ///< "godkänna"
  std::string name();      ///< "Barevik"

 private:
  std::string clause();
  /// An index below `size`; small ones are common.
  std::size_t common(std::size_t size);
  std::size_t below(std::size_t size) { return random_() % size; }

  std::mt19937 random_;
};

/// å ä lose their dots, ö too or becomes é.
std::string damaged(const std::string& text);

}  // namespace diarium
