#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace diarium {

/// The Swedish dictionary of hunspell as a path without ".aff" and ".dic"; empty where there is
/// none.
std::string find_dictionary();

/// Takes compounds apart by the dictionary's own marks for what may begin, join and end one, and
/// restores words whose å ä ö were lost. Words are lower case. Not safe to share between threads.
class Compounds {
 public:
  /// Takes the dictionary from its cache file, or reads it in about a second. Throws
  /// std::runtime_error if it can't be read.
  explicit Compounds(const std::string& dictionary);
  Compounds(const Compounds&) = delete;
  Compounds& operator=(const Compounds&) = delete;
  ~Compounds();

  /// "budgetuppföljningen" -> budget, uppföljningen; links taken off where the dictionary tells the
  /// base: "arbetslivsnämnd" -> arbetsliv, arbete, liv, nämnd. None for a word that is no compound.
  [[nodiscard]] std::vector<std::string> parts_of(const std::string& word) const;
  /// "foraldrastodet" -> "föräldrastödet": the one known word or compound that reads so without its
  /// dots; nothing for known words, and where several fit.
  [[nodiscard]] std::optional<std::string> restored(const std::string& word) const;
  /// The entry of the dictionary that a word is a form of, for a compound with what stands before:
  /// "avtalets" -> "avtal", "vägavtalets" -> "vägavtal". Empty where nothing is known of it.
  [[nodiscard]] std::string lemma_of(const std::string& word) const;
  [[nodiscard]] bool is_word(const std::string& word) const;

 private:
  class Dictionary;
  std::unique_ptr<Dictionary> dictionary_;
};

}  // namespace diarium
