#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/span.h"
#include "pipeline/store/irregular_words.h"

namespace diarium {

class Compounds;

/// A word of a text as the index sees it.
struct IndexedWord {
  Span span;         ///< bytes of the text, e.g. of "1 100 000"
  std::string form;  ///< lower case, without what is not indexed: "1100000", "eu" of "EU:s"
};

/// The words of a text, in order. Numbers with their points, hyphens and blanks are one word.
std::vector<IndexedWord> indexed_words(std::string_view text);

/// What all inflections of a word share, as far as can be told without a dictionary. Lower case in.
std::string stem_of(std::string_view form);

/// The stem of a word whose entry in the dictionary is known.
std::string stem_of_lemma(std::string_view lemma);

/// Turns words into what the index holds. A text's word gives its stem, then, at the same place,
/// "=form", the stems of other words that have this form, "+stem" for each part of a compound and
/// "~stem" for what OCR damage is likely to hide. Not safe to share between threads.
class Analyser {
 public:
  /// With the dictionary of the package hunspell-sv where there is one; read at the first word.
  Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;
  ~Analyser();

  /// Tokens of a word in a text, a blank between two: the stem first, "beslut =beslutet". Valid
  /// until the next call.
  std::string_view tokens_of(const std::string& form);
  /// Empty where there is no dictionary: compounds and damaged words are not found then.
  [[nodiscard]] const std::string& dictionary() const { return dictionary_; }
  /// The first of its tokens: what all inflections of a word share, by dictionary where it knows
  /// it.
  std::string stem(const std::string& form, FormOf use = FormOf::word);
  /// Words of letters alone that `tokens_of` met for the first time since this was asked.
  [[nodiscard]] std::vector<std::string> take_new_words() { return std::exchange(new_words_, {}); }
  /// Gives back the memory of what it has met; nothing but speed is lost.
  void forget();
  /// Changes when the same text would give other tokens.
  [[nodiscard]] const std::string& fingerprint() const;

 private:
  std::string analyse(const std::string& form);
  const std::string& part_stem(const std::string& part);
  [[nodiscard]] const Compounds* compounds();  // none without a dictionary

  std::string dictionary_;  // path without ending
  std::unique_ptr<Compounds> compounds_;
  // Each word's tokens in one string: a text meets most words again, and to look one up should not
  // touch memory in ten places. When `recent_` is full it becomes `older_`, where words that are
  // met again are taken from: so the common ones stay known.
  std::unordered_map<std::string, std::string> recent_;
  std::unordered_map<std::string, std::string> older_;
  std::unordered_map<std::string, std::string> part_stems_;  // few parts make most compounds
  std::vector<std::string> new_words_;
  mutable std::string fingerprint_;  // made when it is asked for: it reads the dictionary
};

}  // namespace diarium
