#include "pipeline/store/compounds.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>

#include "models/unicode.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/lexicon.h"
#include "pipeline/store/lexicon_cache.h"

namespace diarium {
namespace {

constexpr std::size_t kShortestWord = 6;  // letters
constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kLongestWord = 60;
constexpr double kPart = 1.0;
constexpr double kOfThree = 0.9;  // more for parts of three letters, which occur by chance
constexpr double kOfFour = 0.25;
constexpr double kMiddle = 0.15;
constexpr double kMostForKnownWord = 3.2;  // a word of the dictionary must fall apart easily
constexpr double kMostForKnownPart = 2.6;  // and a part that is one more easily: no bok+slut
constexpr double kMost = 5.5;
constexpr int kDeepest = 3;

/// Particles: what they begin is a word of its own.
constexpr std::array<std::string_view, 41> kNotFirst{
    "för", "före", "ut",    "upp",  "till", "över", "under", "av",    "an",     "om",  "på",
    "in",  "inn",  "bi",    "fram", "ned",  "ner",  "från",  "efter", "vid",    "sam", "mot",
    "med", "åter", "genom", "van",  "miss", "bort", "hem",   "igen",  "mellan", "sär", "själv",
    "all", "ande", "den",   "det",  "ett",  "sin",  "man",   "bak"};
/// Endings that make words of words, though the dictionary knows them as words.
constexpr std::array<std::string_view, 28> kNotLast{
    "dom", "het", "skap", "els", "lös",    "bar", "sam",   "ning", "and",  "end",
    "are", "ing", "isk",  "lig", "mässig", "vis", "aktig", "ling", "tion", "ion",
    "ism", "ist", "tor",  "ant", "era",    "ier", "ring",  "mäkt"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

struct Split {
  std::vector<std::string> parts;
  double cost = std::numeric_limits<double>::infinity();
};

/// Letters of a word that may be a part of it.
struct Piece {
  std::string_view letters;
  std::uint64_t hash = 0;  ///< `hash_of` the letters
  bool first = false;      ///< the word begins with it
  bool last = false;       ///< and ends
};

/// The cheapest way through a word. `part_of` tells what a piece may stand for: the part as it is
/// to be kept, or an empty text where it can't be one.
template <typename PartOf>
class Splitter {
 public:
  Splitter(const std::string& word, PartOf part_of) : word_(word), part_of_(part_of) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if ((static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U) starts_.push_back(i);
    }
    starts_.push_back(word.size());
  }

  Split split() {
    const std::size_t letters = starts_.size() - 1;
    if (letters < kShortestWord || letters > kLongestWord) return {};
    ways_.resize(letters + 1);
    ways_[0].cost = 0;
    for (std::size_t from = 0; from + kShortestPart <= letters; ++from) {
      if (ways_[from].cost < kMost) extend_from(from);
    }
    Split split{.cost = ways_[letters].cost};
    if (split.cost > kMost) return {};
    for (std::size_t to = letters; to > 0; to = ways_[to].from) {
      split.parts.insert(split.parts.begin(), std::string(part_of_(piece(ways_[to].from, to))));
    }
    return split;
  }

 private:
  /// The cheapest way to a letter comes from another one.
  struct Way {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t from = 0;
  };

  [[nodiscard]] Piece piece(std::size_t from, std::size_t to) const {
    const std::string_view letters =
        std::string_view(word_).substr(starts_[from], starts_[to] - starts_[from]);
    return {.letters = letters,
            .hash = hash_of(letters),
            .first = from == 0,
            .last = to + 1 == starts_.size()};
  }

  void extend_from(std::size_t from) {
    Piece next = piece(from, from + kShortestPart - 1);
    for (std::size_t to = from + kShortestPart; to < starts_.size(); ++to) {
      const std::string_view letter =
          std::string_view(word_).substr(starts_[to - 1], starts_[to] - starts_[to - 1]);
      next.letters = {next.letters.data(), next.letters.size() + letter.size()};
      next.hash = hash_of(letter, next.hash);
      next.last = to + 1 == starts_.size();
      if (next.first && next.last) return;
      const double cost = ways_[from].cost + cost_of(to - from, next);
      if (cost < ways_[to].cost && !part_of_(next).empty()) ways_[to] = {cost, from};
    }
  }

  static double cost_of(std::size_t letters, const Piece& piece) {
    double cost = kPart;
    if (letters == 3) cost += kOfThree;
    if (letters == 4) cost += kOfFour;
    if (!piece.first && !piece.last) cost += kMiddle;
    return cost;
  }

  const std::string& word_;
  PartOf part_of_;
  std::vector<std::size_t> starts_;
  std::vector<Way> ways_;
};

bool may_stand(const Piece& piece) {
  if (piece.first && is_one_of(kNotFirst, piece.letters)) return false;
  return !piece.last || !is_one_of(kNotLast, stem_of(piece.letters));
}

void add_once(std::vector<std::string>& parts, const std::string& part) {
  if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
}

}  // namespace

class Compounds::Dictionary {
 public:
  explicit Dictionary(const std::string& dictionary)
      : cache_(dictionary, cache_folder()), lexicon_(cache_.image()) {}

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  [[nodiscard]] Split split(const std::string& word, double most = kMostForKnownWord) const {
    const auto part_of = [this](const Piece& piece) -> std::string_view {
      const FormUse use = lexicon_.find(piece.letters, piece.hash);
      const bool known = piece.last ? use.last : use.first;
      return known && may_stand(piece) ? piece.letters : std::string_view();
    };
    if (word != last_word_) {
      last_split_ = Splitter(word, part_of).split();
      last_word_ = word;
    }
    if (last_split_.parts.empty()) return {};
    if (last_split_.cost > most && lexicon_.find(word).word) return {};
    return last_split_;
  }

  [[nodiscard]] std::optional<std::string> unfolded_compound(const std::string& folded) const {
    const auto part_of = [this](const Piece& piece) -> std::string_view {
      const std::string_view found =
          lexicon_.unfolded(piece.letters, piece.hash, {.first = !piece.last, .last = piece.last});
      const Piece read{.letters = found, .first = piece.first, .last = piece.last};
      return !found.empty() && may_stand(read) ? found : std::string_view();
    };
    const Split split = Splitter(folded, part_of).split();
    if (split.cost > kMostForKnownWord) return std::nullopt;
    std::string word;
    for (const std::string& text : split.parts) word += text;
    return word;
  }

  void add_parts(const std::string& word, int depth, std::vector<std::string>& parts) const {
    if (depth >= kDeepest) return;
    const Split found = split(word, depth == 0 ? kMostForKnownWord : kMostForKnownPart);
    if (found.parts.empty()) return;
    std::string tail = word;
    for (std::size_t i = 0; i < found.parts.size(); ++i) {
      const bool last = i + 1 == found.parts.size();
      const std::string base = last ? found.parts[i] : lexicon_.base_of_first(found.parts[i]);
      add_once(parts, base);
      if (base != word) add_parts(base, depth + 1, parts);
      tail.erase(0, found.parts[i].size());
      // "områdesuppföljning" of "målområdesuppföljning"
      if (found.parts.size() - i > 2) add_once(parts, tail);
    }
  }

 private:
  LexiconCache cache_;
  Lexicon lexicon_;
  // A word is asked for its entry, its parts and its dots in turn.
  mutable std::string last_word_;
  mutable Split last_split_;
};

std::string find_dictionary() {
  for (const std::string folder : {"/usr/share/hunspell/", "/usr/share/myspell/dicts/"}) {
    const std::string dictionary = folder + "sv_SE";
    if (std::filesystem::exists(dictionary + ".aff") &&
        std::filesystem::exists(dictionary + ".dic")) {
      return dictionary;
    }
  }
  return {};
}

Compounds::Compounds(const std::string& dictionary)
    : dictionary_(std::make_unique<Dictionary>(dictionary)) {}
Compounds::~Compounds() = default;

std::vector<std::string> Compounds::parts_of(const std::string& word) const {
  std::vector<std::string> parts;
  dictionary_->add_parts(word, 0, parts);
  return parts;
}

std::string Compounds::lemma_of(const std::string& word) const {
  const Lexicon& lexicon = dictionary_->lexicon();
  if (lexicon.find(word).word) return lexicon.lemma_of(word);
  const Split found = dictionary_->split(word);
  if (found.parts.empty()) return {};
  const std::string& last = found.parts.back();
  return word.substr(0, word.size() - last.size()) + lexicon.lemma_of(last);
}

std::optional<std::string> Compounds::restored(const std::string& word) const {
  constexpr std::size_t kShortestDamaged = 5;
  // With a dot left, OCR could read them: the word is foreign or rare rather than damaged.
  if (code_points(word).size() < kShortestDamaged || without_dots(word) != word)
    return std::nullopt;
  if (is_word(word) || !dictionary_->split(word).parts.empty()) return std::nullopt;
  std::optional<std::string> only;
  for (const char vowel : {'o', 'a', 'e'}) {
    std::string folded = word;
    for (std::size_t at = 0; (at = folded.find("é", at)) != std::string::npos;) {
      folded.replace(at, std::string_view("é").size(), 1, vowel);
    }
    const std::string_view whole =
        dictionary_->lexicon().unfolded(folded, {.word = true, .last = true});
    const std::optional<std::string> found =
        whole.empty() ? dictionary_->unfolded_compound(folded) : std::string(whole);
    if (found && *found != word && found != only) {
      if (only) return std::nullopt;
      only = found;
    }
    if (folded == word) break;  // no é: there is but one way to read it
  }
  return only;
}

bool Compounds::is_word(const std::string& word) const {
  return dictionary_->lexicon().find(word).word;
}

}  // namespace diarium
