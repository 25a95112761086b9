#include "pipeline/store/analyser.h"

#include <fmt/format.h>
#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "models/unicode.h"
#include "pipeline/store/compounds.h"
#include "pipeline/store/irregular_words.h"
#include "pipeline/store/lexicon_image.h"

namespace diarium {
namespace {

constexpr std::string_view kCodeVersion = "7";  // raised when tokens change
constexpr std::size_t kMostRecent =
    250'000;  // words whose tokens are remembered, and as many older
constexpr std::size_t kMostPartStems = 50'000;
constexpr std::size_t kLongestWord = 100;  // letters; what is longer is no word

constexpr char32_t kSoftHyphen = 0xAD;

bool is_word_point(char32_t point) {
  return is_letter(point) || is_digit(point) || point == kSoftHyphen;
}

/// Walks over the code points of a text with their byte offsets.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : points_(code_points(text)) {
    offsets_.reserve(points_.size() + 1);
    std::size_t offset = 0;
    for (const char32_t point : points_) {
      offsets_.push_back(offset);
      offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    offsets_.push_back(offset);
  }

  std::vector<IndexedWord> words() {
    std::vector<IndexedWord> words;
    for (std::size_t i = 0; i < points_.size();) {
      if (!is_word_point(points_[i])) {
        ++i;
        continue;
      }
      const std::size_t end = is_digit(points_[i]) ? number_end(i) : word_end(i);
      if (IndexedWord word = word_of(i, end); !word.form.empty()) words.push_back(std::move(word));
      i = end;
    }
    return words;
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const { return i < points_.size() ? points_[i] : 0; }

  [[nodiscard]] std::size_t word_end(std::size_t i) const {
    while (is_word_point(at(i))) ++i;
    // "EU:s": the ending belongs to the word.
    std::size_t ending = i + 1;
    while (at(i) == ':' && is_lower(at(ending))) ++ending;
    return at(i) == ':' && ending > i + 1 && ending <= i + 4 ? ending : i;
  }

  [[nodiscard]] std::size_t number_end(std::size_t i) const {
    while (true) {
      while (is_word_point(at(i))) ++i;
      const bool joint =
          at(i) == '.' || at(i) == '-' || at(i) == ':' || at(i) == ',' || at(i) == '/';
      if (joint && is_digit(at(i + 1))) {
        ++i;
      } else if (is_thousands(i)) {
        i += 4;
      } else {
        return i;
      }
    }
  }

  /// A blank and three digits, after one to three digits: "1 100 000".
  [[nodiscard]] bool is_thousands(std::size_t i) const {
    if (!is_blank(at(i)) || at(i) == '\t') return false;
    for (std::size_t k = 1; k <= 3; ++k) {
      if (!is_digit(at(i + k))) return false;
    }
    if (is_word_point(at(i + 4))) return false;
    std::size_t digits = 0;
    while (i > digits && is_digit(points_[i - digits - 1])) ++digits;
    return digits >= 1 && digits <= 3;
  }

  [[nodiscard]] IndexedWord word_of(std::size_t begin, std::size_t end) const {
    // Of "EU:s" only the word; a time keeps its colon: "17:00".
    const bool number = is_digit(points_[begin]);
    std::u32string form;
    for (std::size_t i = begin; i < end && (number || points_[i] != ':'); ++i) {
      if (points_[i] != kSoftHyphen && !is_blank(points_[i])) form += points_[i];
    }
    if (form.size() > kLongestWord) form.resize(kLongestWord);
    if (number) form = case_serial(std::move(form));
    return {.span = {offsets_[begin], offsets_[end]}, .form = to_lower(to_utf8(form))};
  }

  /// "2019-00665" and "2019/665" of case numbers are one: "2019-665". Others stay as they are.
  static std::u32string case_serial(std::u32string form) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMostDigits = 7;
    const bool joined = form.size() > kYear + 1 && (form[kYear] == U'-' || form[kYear] == U'/') &&
                        form.size() <= kYear + 1 + kMostDigits &&
                        (form[0] == U'1' || form[0] == U'2');
    if (!joined) return form;
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (i != kYear && !is_digit(form[i])) return form;
    }
    form[kYear] = U'-';
    while (form.size() > kYear + 2 && form[kYear + 1] == U'0') form.erase(kYear + 1, 1);
    return form;
  }

  std::u32string points_;
  std::vector<std::size_t> offsets_;
};

/// "-et" belongs to the word: budget, paket, planet, kvalitet, trygghet.
bool keeps_et(std::string_view stem) {
  static constexpr std::array<std::string_view, 14> kEndings{
      "h",   "it",    "budg",   "pak",   "rak",  "plan",  "magn",
      "kom", "alfab", "intern", "bankr", "karr", "lazar", "etik"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [stem](std::string_view ending) { return stem.ends_with(ending); });
}

/// Snowball leaves the definite ending of neuters on: beslutet, ärendet, förslaget.
std::string without_neuter_ending(const std::string& form) {
  constexpr std::size_t kShortestStem = 3;
  for (const std::string_view ending : {"ets", "et"}) {
    if (!form.ends_with(ending) || form.size() < ending.size() + kShortestStem) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    return keeps_et(stem) ? form : stem;
  }
  return form;
}

class Snowball {
 public:
  Snowball() : stemmer_(sb_stemmer_new("swedish", "UTF_8")) {}
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;
  ~Snowball() { sb_stemmer_delete(stemmer_); }

  std::string stem(const std::string& form) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(form.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(form.size()));
    const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_));
    return {reinterpret_cast<const char*>(stem), size};
  }

 private:
  sb_stemmer* stemmer_;
};

/// Snowball knows no neuter of "gemensam": "gemensamt", and leaves two m of "gemensamma".
std::string snowball_stem(const std::string& word) {
  static thread_local Snowball snowball;
  std::string stem = snowball.stem(word);
  const bool adjective = stem.size() > 4 && (stem.ends_with("samt") || stem.ends_with("samm"));
  if (adjective) stem.pop_back();
  return stem;
}

}  // namespace

std::vector<IndexedWord> indexed_words(std::string_view text) {
  return Scanner(text).words();
}

std::string stem_of(std::string_view form) {
  if (const auto regular = regular_form(form, FormOf::word)) return stem_of_lemma(*regular);
  const std::string word(form);
  if (word.empty() || is_digit(first_point(word))) return word;
  return snowball_stem(without_neuter_ending(with_singular_ending(word)));
}

std::string stem_of_lemma(std::string_view lemma) {
  // As a part, for an entry is none of a verb's other forms: "fåren" are not "får" of "få".
  if (const auto regular = regular_form(lemma, FormOf::part)) return snowball_stem(*regular);
  return snowball_stem(with_singular_ending(lemma));
}

Analyser::Analyser() : dictionary_(find_dictionary()) {}
Analyser::~Analyser() = default;

std::string_view Analyser::tokens_of(const std::string& form) {
  if (const auto found = recent_.find(form); found != recent_.end()) return found->second;
  if (recent_.size() >= kMostRecent) {
    older_ = std::move(recent_);
    recent_ = {};
  }
  if (auto again = older_.extract(form)) return recent_.insert(std::move(again)).position->second;
  if (!is_digit(first_point(form))) new_words_.push_back(form);
  return recent_.emplace(form, analyse(form)).first->second;
}

void Analyser::forget() {
  recent_ = {};
  older_ = {};
  part_stems_ = {};
}

const Compounds* Analyser::compounds() {
  if (!compounds_ && !dictionary_.empty()) compounds_ = std::make_unique<Compounds>(dictionary_);
  return compounds_.get();
}

std::string Analyser::stem(const std::string& form, FormOf use) {
  if (is_digit(first_point(form))) return form;
  if (const auto regular = regular_form(form, use)) return stem_of_lemma(*regular);
  const Compounds* const known = compounds();
  const std::string lemma = known == nullptr ? std::string() : known->lemma_of(form);
  return lemma.empty() ? stem_of(form) : stem_of_lemma(lemma);
}

const std::string& Analyser::part_stem(const std::string& part) {
  if (part_stems_.size() >= kMostPartStems) part_stems_.clear();
  const auto [known, is_new] = part_stems_.try_emplace(part);
  if (is_new) known->second = stem(part, FormOf::part);
  return known->second;
}

std::string Analyser::analyse(const std::string& form) {
  std::string tokens = fmt::format("{} ={}", stem(form), form);
  for (const std::string& word : other_words_of(form)) tokens.append(1, ' ').append(stem(word));
  const Compounds* const known = compounds();
  if (known == nullptr || is_digit(first_point(form))) return tokens;
  std::vector<std::string> parts = known->parts_of(form);
  if (const auto restored = known->restored(form)) {
    tokens += " ~" + stem(*restored);
    for (const std::string& part : known->parts_of(*restored)) parts.push_back(part);
  }
  std::vector<std::string> stems;
  for (const std::string& part : parts) {
    const std::string& stem = part_stem(part);
    if (std::find(stems.begin(), stems.end(), stem) != stems.end()) continue;
    tokens += " +" + stem;
    stems.push_back(stem);
  }
  return tokens;
}

const std::string& Analyser::fingerprint() const {
  if (fingerprint_.empty()) {
    fingerprint_ = "sv" + std::string(kCodeVersion) + " snowball 2.2";
    if (!dictionary_.empty()) fingerprint_ += fmt::format(" {:x}", dictionary_hash(dictionary_));
  }
  return fingerprint_;
}

}  // namespace diarium
