#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/corpus/archive.h"

namespace diarium::corpus {

/// Fills the templates of `mall_*.txt` with words of `ordlistor.txt`. The same for the same seed.
class PaperMill {
 public:
  /// Throws SourceError for a broken word list.
  PaperMill(const SourceLookup& sources, std::uint32_t seed);

  /// The source of the paper with that number: a memo, or now and then a motion.
  [[nodiscard]] std::string paper(std::size_t number) const;

  /// "$[person]", "$[tal 10-99]", "$[tusen 40-900]", "$[namnd#n.2]" (field 2 of the choice that is
  /// remembered as "namnd#n") replaced by choices. Throws std::invalid_argument for an unknown
  /// list.
  [[nodiscard]] std::string filled(std::string_view text, std::uint32_t choice_seed) const;

 private:
  struct WordList {
    std::string name;
    std::vector<std::string> choices;
  };
  class Filler;

  std::vector<WordList> lists_;
  std::string memo_;
  std::string motion_;
  std::uint32_t seed_;
};

}  // namespace diarium::corpus
