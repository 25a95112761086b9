#include "pipeline/store/lexicon_image.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kFirstTable = std::size_t{1} << 21U;
constexpr std::size_t kLongestForm = 255;

// Flags of sv_SE.aff.
constexpr char kBegins = 'X';
constexpr char kJoins = 'U';
constexpr char kEnds = 'Y';
constexpr char kOnlyInCompounds = 'Z';
constexpr char kForbidden = '%';

// What the dictionary keeps out of compounds, though town halls are full of them: gatubelysning,
// årsredovisning, närmiljö, Sverigedemokraterna; bygglov, kommunalråd, bergtäkt, vårdnadshavare.
constexpr std::array<std::string_view, 5> kAlsoFirst{"gatu", "års", "när", "krist", "sverige"};
constexpr std::array<std::string_view, 21> kAlsoLast{
    "lov",     "lovet",  "lovets",   "loven",  "råd",     "rådet",   "rådets",
    "råden",   "rådens", "ting",     "tinget", "tingets", "täkt",    "täkten",
    "täktens", "täkter", "täkterna", "havare", "havaren", "havares", "havarna"};

struct Suffix {
  std::string strip;
  std::string add;
  std::string condition;     ///< "[^ae]" at the end of the base; empty = any
  std::string continuation;  ///< flags of the form that comes of it
};

bool has(std::string_view flags, char flag) {
  return flags.find(flag) != std::string_view::npos;
}

/// Whether a base ends as a suffix wants: letters and classes like "[^ae]".
bool fits(std::string_view base, const std::string& condition) {
  const std::u32string wanted = code_points(condition);
  const std::u32string letters = code_points(base);
  std::size_t at = letters.size();
  for (std::size_t i = wanted.size(); i > 0; --i) {
    if (at == 0) return false;
    const char32_t letter = letters[--at];
    if (wanted[i - 1] != U']') {
      if (wanted[i - 1] != letter) return false;
      continue;
    }
    const std::size_t open = wanted.rfind(U'[', i - 1);
    if (open == std::u32string::npos) return false;
    const bool negated = wanted[open + 1] == U'^';
    const std::u32string_view inside = std::u32string_view(wanted).substr(
        open + (negated ? 2 : 1), i - 1 - open - (negated ? 2 : 1));
    if ((inside.find(letter) != std::u32string_view::npos) == negated) return false;
    i = open + 1;
  }
  return true;
}

bool is_plain_word(std::string_view word) {
  const std::u32string points = code_points(word);
  return points.size() >= 2 && std::all_of(points.begin(), points.end(), is_letter);
}

std::string empty_for_zero(const std::string& text) {
  return text == "0" ? std::string() : text;
}

/// Gathers all forms of a dictionary.
class LexiconBuilder {
 public:
  LexiconBuilder() : table_(kFirstTable) {}

  std::string build(const std::string& dictionary) {
    read_affixes(dictionary + ".aff");
    read_words(dictionary + ".dic");
    for (const std::string_view form : kAlsoFirst) add(form, kFirstUse, form);
    for (const std::string_view form : kAlsoLast) add(form, kLastUse, form);
    return image(dictionary_hash(dictionary));
  }

 private:
  void read_affixes(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("the dictionary can't be read: " + file);
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("SFX")) continue;
      std::istringstream fields(line);
      std::string keyword;
      std::string flag;
      std::string strip;
      std::string add;
      std::string condition;
      fields >> keyword >> flag >> strip >> add;
      // The head line of a class has a number here and nothing after it.
      if (!(fields >> condition) || flag.size() != 1) continue;
      const std::size_t slash = add.find('/');
      Suffix suffix{.strip = empty_for_zero(strip),
                    .add = empty_for_zero(add.substr(0, slash)),
                    .condition = condition == "." ? "" : condition};
      if (slash != std::string::npos) suffix.continuation = add.substr(slash + 1);
      suffixes_[flag.front()].push_back(std::move(suffix));
    }
  }

  void read_words(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("the dictionary can't be read: " + file);
    std::string line;
    std::getline(in, line);  // the number of entries
    while (std::getline(in, line)) {
      const std::size_t slash = line.find('/');
      std::string flags = slash == std::string::npos ? std::string() : line.substr(slash + 1);
      if (const std::size_t blank = flags.find_first_of(" \t\r"); blank != std::string::npos) {
        flags.resize(blank);
      }
      const std::string base = line.substr(0, slash);
      if (!has(flags, kForbidden) && is_plain_word(base)) add_entry(base, flags);
    }
  }

  void add_entry(const std::string& base, std::string_view flags) {
    const std::string lower = to_lower(base);
    // A name stands alone: Ek and Berg would take half the language apart.
    const bool name = lower != base;
    const bool ends = !name && has(flags, kEnds);
    const auto last = static_cast<std::uint8_t>(ends ? kLastUse : 0);
    const auto uses_of = [&](std::string_view marks, bool inflected) {
      auto uses = static_cast<std::uint8_t>(has(marks, kOnlyInCompounds) ? 0 : kWordUse | last);
      if (!name && (has(marks, kBegins) || has(marks, kJoins))) uses |= kFirstUse;
      if (!inflected && ends) uses |= kLastUse;
      return uses;
    };
    add(lower, uses_of(flags, false), lower);
    for (const char flag : flags) {
      const auto found = suffixes_.find(flag);
      if (found == suffixes_.end()) continue;
      for (const Suffix& suffix : found->second) {
        if (!lower.ends_with(suffix.strip) || !fits(lower, suffix.condition)) continue;
        const std::string form = lower.substr(0, lower.size() - suffix.strip.size()) + suffix.add;
        const std::uint8_t uses = uses_of(suffix.continuation, true);
        if (uses != 0 && !form.empty()) add(form, uses, lower);
      }
    }
  }

  /// An entry is its own lemma. Of several that a form may come of, the one that it only lengthens
  /// is taken, and the longest of those: "avtalet" is of "avtal", not of "avtala".
  void choose_lemma(std::uint32_t form, std::uint32_t lemma) {
    LexiconForm& known = forms_[form];
    if (known.lemma == form) return;
    const std::string_view letters = text_of(form);
    const auto rank = [&](std::uint32_t one) {
      const std::string_view base = text_of(one);
      return std::pair(one == form || letters.starts_with(base), base.size());
    };
    if (lemma == form || rank(lemma) > rank(known.lemma)) known.lemma = lemma;
  }

  void add(std::string_view form, std::uint8_t uses, std::string_view lemma) {
    if (form.size() > kLongestForm || lemma.size() > kLongestForm) return;
    const std::uint32_t base = lemma == form ? 0 : number_of(lemma).first;
    const auto [number, is_new] = number_of(form);
    forms_[number].uses |= uses;
    const std::uint32_t wanted = lemma == form ? number : base;
    if (is_new) {
      forms_[number].lemma = wanted;
    } else {
      choose_lemma(number, wanted);
    }
  }

  /// The form's number, and whether it is new.
  std::pair<std::uint32_t, bool> number_of(std::string_view form) {
    if ((forms_.size() + 1) * 2 > table_.size()) grow();
    std::size_t slot = hash_of(form) & (table_.size() - 1);
    for (; table_[slot] != 0; slot = (slot + 1) & (table_.size() - 1)) {
      if (text_of(table_[slot] - 1) == form) return {table_[slot] - 1, false};
    }
    const auto number = static_cast<std::uint32_t>(forms_.size());
    forms_.push_back({.offset = static_cast<std::uint32_t>(letters_.size()),
                      .lemma = number,
                      .size = static_cast<std::uint8_t>(form.size())});
    letters_ += form;
    table_[slot] = number + 1;
    return {number, true};
  }

  void grow() {
    table_.assign(table_.size() * 2, 0);
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      std::size_t slot = hash_of(text_of(i)) & (table_.size() - 1);
      while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
      table_[slot] = i + 1;
    }
  }

  [[nodiscard]] std::string image(std::uint64_t dictionary) const {
    std::vector<FoldedKey> folded;
    folded.reserve(forms_.size());
    std::vector<std::uint8_t> presence(kPresenceBytes);
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const std::uint64_t plain = hash_of(without_dots(text_of(i)));
      folded.push_back({.hash = static_cast<std::uint32_t>(plain), .form = i});
      for (const std::uint64_t hash : {plain, hash_of(text_of(i))}) {
        const auto [byte, bit] = presence_of(hash);
        presence[byte] |= bit;
      }
    }
    std::sort(folded.begin(), folded.end());
    std::vector<std::uint32_t> buckets(kBuckets + 1);
    for (const FoldedKey& key : folded) ++buckets[(key.hash >> kBucketShift) + 1];
    std::partial_sum(buckets.begin(), buckets.end(), buckets.begin());
    const LexiconHead head{.magic = kLexiconMagic,
                           .dictionary = dictionary,
                           .forms = static_cast<std::uint32_t>(forms_.size()),
                           .table = static_cast<std::uint32_t>(table_.size()),
                           .folded = static_cast<std::uint32_t>(folded.size()),
                           .letters = static_cast<std::uint32_t>(letters_.size())};
    std::string bytes(reinterpret_cast<const char*>(&head), sizeof head);
    const auto append = [&bytes](const auto& items) {
      bytes.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof items[0]);
    };
    append(forms_);
    append(table_);
    append(folded);
    append(buckets);
    append(presence);
    append(letters_);
    return bytes;
  }

  [[nodiscard]] std::string_view text_of(std::uint32_t form) const {
    return std::string_view(letters_).substr(forms_[form].offset, forms_[form].size);
  }

  std::unordered_map<char, std::vector<Suffix>> suffixes_;
  std::string letters_;
  std::vector<LexiconForm> forms_;
  std::vector<std::uint32_t> table_;  // hash of a form -> its number + 1
};

}  // namespace

std::string build_lexicon(const std::string& dictionary) {
  return LexiconBuilder().build(dictionary);
}

std::uint64_t dictionary_hash(const std::string& dictionary) {
  std::uint64_t hash = 0;
  for (const char* ending : {".aff", ".dic"}) {
    std::ifstream in(dictionary + ending, std::ios::binary);
    if (!in) return 0;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    hash = hash * 31 + hash_of(bytes.view());
  }
  return hash;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t begun) {
  for (const char c : text) begun = (begun ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return begun;
}

std::string without_dots(std::string_view word) {
  std::string plain;
  plain.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    // å, ä and ö are 0xC3 and one byte more.
    const bool pair = word[i] == '\xC3' && i + 1 < word.size();
    if (pair && (word[i + 1] == '\xA5' || word[i + 1] == '\xA4')) {
      plain += 'a';
      ++i;
    } else if (pair && word[i + 1] == '\xB6') {
      plain += 'o';
      ++i;
    } else {
      plain += word[i];
    }
  }
  return plain;
}

}  // namespace diarium
