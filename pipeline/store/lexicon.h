#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/store/lexicon_image.h"

namespace diarium {

/// What the dictionary allows a form to be.
struct FormUse {
  bool word = false;   ///< stands alone
  bool first = false;  ///< begins or joins a compound: "arbetslivs", "skol"
  bool last = false;   ///< ends one
  [[nodiscard]] bool none() const { return !word && !first && !last; }
};

/// All inflected forms of hunspell's Swedish dictionary, in lower case: some 800 000 in 40 MB,
/// which it only views.
class Lexicon {
 public:
  /// `image` is of `build_lexicon` and must outlive this; throws std::runtime_error if it is not.
  explicit Lexicon(std::string_view image);

  [[nodiscard]] FormUse find(std::string_view form) const { return find(form, hash_of(form)); }
  /// By a form whose `hash_of` is known already.
  [[nodiscard]] FormUse find(std::string_view form, std::uint64_t hash) const;
  /// "avtal" of "avtalets"; the form itself where it is an entry or nothing is known.
  [[nodiscard]] std::string lemma_of(const std::string& form) const;
  /// "arbetsliv" of the first element "arbetslivs"; the form itself where nothing else is known.
  [[nodiscard]] std::string base_of_first(const std::string& form) const;
  /// The one form of that use whose letters read `folded` without their dots; empty for none or
  /// several.
  [[nodiscard]] std::string_view unfolded(std::string_view folded, FormUse use) const {
    return unfolded(folded, hash_of(folded), use);
  }
  [[nodiscard]] std::string_view unfolded(std::string_view folded, std::uint64_t hash,
                                          FormUse use) const;

 private:
  /// False: no form has this hash, with or without its dots.
  [[nodiscard]] bool may_hold(std::uint64_t hash) const;
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view form,
                                                       std::uint64_t hash) const;
  [[nodiscard]] std::string_view text_of(std::uint32_t form) const;

  std::span<const LexiconForm> forms_;
  std::span<const std::uint32_t> table_;  // hash of a form -> its number + 1
  std::span<const FoldedKey> folded_;     // sorted
  std::span<const std::uint32_t> buckets_;
  std::span<const std::uint8_t> presence_;
  std::string_view letters_;
};

/// Whether bytes are an image of a lexicon, as far as their size and head tell.
bool is_lexicon(std::string_view image);

}  // namespace diarium
