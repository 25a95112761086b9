#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace diarium {

/// What the dictionary allows a form to be.
struct FormUse {
  bool word = false;   ///< stands alone
  bool first = false;  ///< begins or joins a compound: "arbetslivs", "skol"
  bool last = false;   ///< ends one
  [[nodiscard]] bool none() const { return !word && !first && !last; }
};

/// All inflected forms of hunspell's Swedish dictionary, in lower case: some 800 000 in 30 MB.
class Lexicon {
 public:
  /// `dictionary` is a path without ".aff" and ".dic"; throws std::runtime_error if it can't be
  /// read.
  explicit Lexicon(const std::string& dictionary);

  [[nodiscard]] FormUse find(std::string_view form) const;
  /// "arbetsliv" of the first element "arbetslivs"; the form itself where nothing else is known.
  [[nodiscard]] std::string base_of_first(const std::string& form) const;
  /// The one form of that use whose letters read `folded` without their dots; nothing for none or
  /// several.
  [[nodiscard]] std::optional<std::string> unfolded(std::string_view folded, FormUse use) const;

  struct Suffix {
    std::string strip;
    std::string add;
    std::string condition;     ///< "[^ae]" at the end of the base; empty = any
    std::string continuation;  ///< flags of the form that comes of it
  };

 private:
  struct Form {
    std::uint32_t offset = 0;
    std::uint8_t size = 0;
    std::uint8_t uses = 0;
  };

  void read_affixes(const std::string& file);
  void read_words(const std::string& file);
  void add_entry(const std::string& base, std::string_view flags);
  void add(std::string_view form, std::uint8_t uses);
  void grow();
  void fold_all();
  [[nodiscard]] std::string_view text_of(const Form& form) const {
    return std::string_view(letters_).substr(form.offset, form.size);
  }

  std::unordered_map<char, std::vector<Suffix>> suffixes_;
  std::unordered_map<std::string, std::string> bases_;
  std::string letters_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> table_;                             // hash of a form -> its index + 1
  std::vector<std::pair<std::uint64_t, std::uint32_t>> folded_;  // hash without dots, index; sorted
};

/// Lower case letters without dots and rings, as OCR loses them: å ä -> a, ö -> o.
std::string without_dots(std::string_view word);

}  // namespace diarium
