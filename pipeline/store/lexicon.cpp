#include "pipeline/store/lexicon.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::uint8_t kWord = 1;
constexpr std::uint8_t kFirst = 2;
constexpr std::uint8_t kLast = 4;

// Flags of sv_SE.aff.
constexpr char kBegins = 'X';
constexpr char kJoins = 'U';
constexpr char kEnds = 'Y';
constexpr char kOnlyInCompounds = 'Z';
constexpr char kForbidden = '%';

// What the dictionary keeps out of compounds, though town halls are full of them: gatubelysning,
// årsredovisning, närmiljö; bygglov, kommunalråd.
constexpr std::array<std::string_view, 4> kAlsoFirst{"gatu", "års", "när", "krist"};
constexpr std::array<std::string_view, 12> kAlsoLast{"lov",    "lovet", "lovets", "loven",
                                                     "råd",    "rådet", "rådets", "råden",
                                                     "rådens", "ting",  "tinget", "tingets"};

bool has(std::string_view flags, char flag) {
  return flags.find(flag) != std::string_view::npos;
}

std::uint8_t bits_of(FormUse use) {
  return static_cast<std::uint8_t>((use.word ? kWord : 0) | (use.first ? kFirst : 0) |
                                   (use.last ? kLast : 0));
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
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

}  // namespace

Lexicon::Lexicon(const std::string& dictionary) : table_(1U << 21U) {
  read_affixes(dictionary + ".aff");
  read_words(dictionary + ".dic");
  for (const std::string_view form : kAlsoFirst) add(form, kFirst);
  for (const std::string_view form : kAlsoLast) add(form, kLast);
  fold_all();
}

void Lexicon::read_affixes(const std::string& file) {
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

void Lexicon::read_words(const std::string& file) {
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

void Lexicon::add_entry(const std::string& base, std::string_view flags) {
  const std::string lower = to_lower(base);
  // A name stands alone: Ek and Berg would take half the language apart.
  const bool name = lower != base;
  const bool ends = !name && has(flags, kEnds);
  const auto last = static_cast<std::uint8_t>(ends ? kLast : 0);
  const auto uses_of = [&](std::string_view marks, bool inflected) {
    auto uses = static_cast<std::uint8_t>(has(marks, kOnlyInCompounds) ? 0 : kWord | last);
    if (!name && (has(marks, kBegins) || has(marks, kJoins))) uses |= kFirst;
    if (!inflected && ends) uses |= kLast;
    return uses;
  };
  add(lower, uses_of(flags, false));
  for (const char flag : flags) {
    const auto found = suffixes_.find(flag);
    if (found == suffixes_.end()) continue;
    for (const Suffix& suffix : found->second) {
      if (!lower.ends_with(suffix.strip) || !fits(lower, suffix.condition)) continue;
      const std::string form = lower.substr(0, lower.size() - suffix.strip.size()) + suffix.add;
      const std::uint8_t uses = uses_of(suffix.continuation, true);
      if (uses == 0 || form.empty()) continue;
      add(form, uses);
      if ((uses & kFirst) != 0 && form != lower) bases_.emplace(form, lower);
    }
  }
}

void Lexicon::add(std::string_view form, std::uint8_t uses) {
  if (form.size() > 255) return;
  if ((forms_.size() + 1) * 2 > table_.size()) grow();
  std::size_t slot = hash_of(form) & (table_.size() - 1);
  for (; table_[slot] != 0; slot = (slot + 1) & (table_.size() - 1)) {
    Form& known = forms_[table_[slot] - 1];
    if (text_of(known) != form) continue;
    known.uses |= uses;
    return;
  }
  forms_.push_back({.offset = static_cast<std::uint32_t>(letters_.size()),
                    .size = static_cast<std::uint8_t>(form.size()),
                    .uses = uses});
  letters_ += form;
  table_[slot] = static_cast<std::uint32_t>(forms_.size());
}

void Lexicon::grow() {
  table_.assign(table_.size() * 2, 0);
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    std::size_t slot = hash_of(text_of(forms_[i])) & (table_.size() - 1);
    while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
    table_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void Lexicon::fold_all() {
  folded_.reserve(forms_.size());
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    folded_.emplace_back(hash_of(without_dots(text_of(forms_[i]))), static_cast<std::uint32_t>(i));
  }
  std::sort(folded_.begin(), folded_.end());
}

FormUse Lexicon::find(std::string_view form) const {
  std::size_t slot = hash_of(form) & (table_.size() - 1);
  for (; table_[slot] != 0; slot = (slot + 1) & (table_.size() - 1)) {
    const Form& known = forms_[table_[slot] - 1];
    if (text_of(known) != form) continue;
    return {.word = (known.uses & kWord) != 0,
            .first = (known.uses & kFirst) != 0,
            .last = (known.uses & kLast) != 0};
  }
  return {};
}

std::string Lexicon::base_of_first(const std::string& form) const {
  // "barn" begins compounds as it is, whatever else has it as a stem.
  if (find(form).word) return form;
  if (const auto found = bases_.find(form); found != bases_.end()) return found->second;
  // The old genitive of words in -a: gatu, kyrko.
  if (form.ends_with('u') || form.ends_with('o')) {
    const std::string word = form.substr(0, form.size() - 1) + 'a';
    if (find(word).word) return word;
  }
  return form;
}

std::optional<std::string> Lexicon::unfolded(std::string_view folded, FormUse use) const {
  const std::uint64_t hash = hash_of(folded);
  const std::uint8_t wanted = bits_of(use);
  std::optional<std::string> only;
  auto at = std::lower_bound(folded_.begin(), folded_.end(), std::pair(hash, std::uint32_t{0}));
  for (; at != folded_.end() && at->first == hash; ++at) {
    const Form& form = forms_[at->second];
    if ((form.uses & wanted) == 0 || without_dots(text_of(form)) != folded) continue;
    if (only) return std::nullopt;
    only = text_of(form);
  }
  return only;
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
