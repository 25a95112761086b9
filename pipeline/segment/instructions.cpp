#include "pipeline/segment/instructions.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace diarium {
namespace {

// A bracket that isn't closed after so much was no instruction.
constexpr std::size_t kMostPassages = 40;
constexpr std::size_t kMostBytes = 6000;

/// A word of a passage.
struct WordPlace {
  std::size_t line = 0;
  std::size_t word = 0;  // within the line
};

bool may_instruct(const Passage& passage) {
  return passage.kind == ParagraphKind::body || passage.kind == ParagraphKind::heading ||
         passage.kind == ParagraphKind::list_item;
}

bool is_recognised(const Word& word) {
  return word.confidence < 1;
}

/// Recognisers read brackets as upright strokes.
bool opens(const Word& word, bool first) {
  return word.text.starts_with('[') || (first && is_recognised(word) && word.text.starts_with('|'));
}

bool closes(const Word& word, bool last) {
  return word.text.find(']') != std::string::npos ||
         (last && is_recognised(word) && word.text.ends_with('|'));
}

enum class Bracket { opening, closing };

/// The first word from `from` on that holds the bracket.
std::optional<WordPlace> word_with(const Passage& passage, const std::vector<Page>& pages,
                                   Bracket bracket, WordPlace from) {
  for (std::size_t l = from.line; l < passage.lines.size(); ++l) {
    const PassageLine& line = passage.lines[l];
    const std::size_t begin = l == from.line ? from.word : 0;
    for (std::size_t w = begin; w < line.words.size(); ++w) {
      const Word& word = pages[line.page].words[line.words.begin + w];
      const bool first = l == 0 && w == 0;
      const bool last = l + 1 == passage.lines.size() && w + 1 == line.words.size();
      if (bracket == Bracket::opening ? opens(word, first) : closes(word, last))
        return WordPlace{l, w};
    }
  }
  return std::nullopt;
}

WordPlace last_word_of(const Passage& passage) {
  return {passage.lines.size() - 1, passage.lines.back().words.size() - 1};
}

std::string text_from(const Passage& passage, const std::vector<Page>& pages, WordPlace place) {
  std::string text;
  for (std::size_t l = place.line; l < passage.lines.size(); ++l) {
    const PassageLine& line = passage.lines[l];
    for (std::size_t w = l == place.line ? place.word : 0; w < line.words.size(); ++w) {
      text += pages[line.page].words[line.words.begin + w].text + ' ';
    }
  }
  return text;
}

/// Goes over the passages and takes instructions out of them.
class InstructionFinder {
 public:
  InstructionFinder(std::vector<Passage> passages, const std::vector<Page>& pages,
                    const RuleBook& rules)
      : waiting_(std::make_move_iterator(passages.begin()),
                 std::make_move_iterator(passages.end())),
        pages_(pages),
        phrase_(rules.rule("document_parts.template_phrase")) {}

  std::vector<Passage> find() {
    while (!waiting_.empty()) {
      if (!may_instruct(waiting_.front()) || !take_instruction()) take_front();
    }
    return std::move(found_);
  }

 private:
  void take_front() {
    found_.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }

  /// Takes the front passage as far as its first instruction reaches; false if it has none.
  bool take_instruction() {
    WordPlace from;
    while (const auto open = word_with(waiting_.front(), pages_, Bracket::opening, from)) {
      if (const auto last = last_of(*open)) {
        take(*open, *last);
        return true;
      }
      from = {open->line, open->word + 1};
    }
    return false;
  }

  struct End {
    std::size_t passage;  // counted from the front
    WordPlace word;       // the closing one
  };

  /// Where the bracket closes; nothing unless what it holds is an instruction.
  [[nodiscard]] std::optional<End> last_of(WordPlace open) const {
    std::string text;
    for (std::size_t i = 0; i < std::min(waiting_.size(), kMostPassages); ++i) {
      const WordPlace from = i == 0 ? open : WordPlace{};
      if (i > 0 && begins_with_bracket(waiting_[i])) break;
      text += text_from(waiting_[i], pages_, from);
      if (text.size() > kMostBytes) break;
      if (const auto close = word_with(waiting_[i], pages_, Bracket::closing, from)) {
        return phrase_.first(text) ? std::optional(End{i, *close}) : std::nullopt;
      }
    }
    return last_by_its_words(open);
  }

  /// On a scan the closing bracket may not have been read: the passage is an instruction that says
  /// so by its words, and those below it that do.
  [[nodiscard]] std::optional<End> last_by_its_words(WordPlace open) const {
    const PassageLine& line = waiting_.front().lines[open.line];
    if (!is_recognised(pages_[line.page].words[line.words.begin + open.word])) return std::nullopt;
    if (!phrase_.first(text_from(waiting_.front(), pages_, open))) return std::nullopt;
    std::size_t last = 0;
    while (last + 1 < waiting_.size() && waiting_[last + 1].kind == ParagraphKind::body &&
           !begins_with_bracket(waiting_[last + 1]) &&
           phrase_.first(text_from(waiting_[last + 1], pages_, {})))
      ++last;
    return End{last, last_word_of(waiting_[last])};
  }

  [[nodiscard]] bool begins_with_bracket(const Passage& passage) const {
    const auto open = word_with(passage, pages_, Bracket::opening, {});
    return open && open->line == 0 && open->word == 0;
  }

  void take(WordPlace open, const End& last) {
    std::size_t line = last.word.line;
    std::size_t word = last.word.word;
    if (open.line + open.word > 0) {
      Passage rest = cut_off(waiting_.front(), pages_, open.line, open.word);
      if (last.passage == 0) {
        word = line == open.line ? word - open.word : word;
        line -= open.line;
      }
      take_front();
      waiting_.push_front(std::move(rest));
    }
    for (std::size_t i = 0; i < last.passage; ++i) take_marked();
    cut_behind(line, word);
    take_marked();
  }

  void take_marked() {
    waiting_.front().kind = ParagraphKind::instruction;
    take_front();
  }

  /// Leaves in front what ends with that word; the rest waits behind it.
  void cut_behind(std::size_t line, std::size_t word) {
    Passage& front = waiting_.front();
    ++word;
    if (word == front.lines[line].words.size()) {
      ++line;
      word = 0;
    }
    if (line == front.lines.size()) return;
    Passage rest = cut_off(front, pages_, line, word);
    waiting_.insert(waiting_.begin() + 1, std::move(rest));
  }

  std::deque<Passage> waiting_;
  std::vector<Passage> found_;
  const std::vector<Page>& pages_;
  const Rule& phrase_;
};

}  // namespace

std::vector<Passage> with_instructions(std::vector<Passage> passages,
                                       const std::vector<Page>& pages, const RuleBook& rules) {
  return InstructionFinder(std::move(passages), pages, rules).find();
}

}  // namespace diarium
