#include "pipeline/store/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "models/unicode.h"
#include "pipeline/store/query_fields.h"

namespace diarium {
namespace {

constexpr std::size_t kMostBytes = 256;
constexpr int kMostWords = 16;
constexpr int kDeepest = 8;
constexpr std::size_t kShortestPrefix = 2;
constexpr int kMostLettersApart = 2;
constexpr int kMostWordsApart = 50;

constexpr std::array<std::string_view, 2> kAnd{"AND", "OCH"};
constexpr std::array<std::string_view, 2> kOr{"OR", "ELLER"};
constexpr std::array<std::string_view, 2> kNot{"NOT", "INTE"};
constexpr std::array<std::string_view, 2> kNear{"NEAR/", "NÄRA/"};

/// What a word may be inflected with after a colon: "EU:s", "tv:n".
constexpr std::array<std::string_view, 12> kEndings{"s",  "n",  "t",  "en", "et",  "ns",
                                                    "ar", "er", "or", "na", "ens", "ets"};
// Word processors set these for ".
constexpr std::array<std::string_view, 4> kQuotes{"\"", "\xE2\x80\x9C", "\xE2\x80\x9D",
                                                  "\xE2\x80\x9E"};

/// The first bytes of `text` that end a word: a blank, a quote, a parenthesis.
std::size_t quote_at(std::string_view text) {
  for (const std::string_view quote : kQuotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

/// Behind the letter at `at`: no more bytes than its first one announces, fewer where they break
/// off.
std::size_t end_of_point(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t bytes = 1;
  if (lead >= 0xC0U) bytes = 2;
  if (lead >= 0xE0U) bytes = 3;
  if (lead >= 0xF0U) bytes = 4;
  std::size_t end = at + 1;
  while (end < std::min(text.size(), at + bytes) &&
         (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    ++end;
  }
  return end;
}

/// Blanks of every kind and control characters made spaces, each byte one, so that all else stays
/// at its byte: what is pasted from a PDF has blanks of fixed width between its words.
std::string with_spaces(std::string_view text) {
  std::string plain(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_point(text, at);
    const bool control = static_cast<unsigned char>(text[at]) < 0x20;
    if (control || trim(text.substr(at, end - at)).empty())
      std::fill(plain.begin() + static_cast<std::ptrdiff_t>(at),
                plain.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end;
  }
  return plain;
}

std::string cleaned(std::string_view text) {
  return squeeze_blanks(to_nfc(text));
}

/// Reads by recursive descent:
///   any  = all { "OR" all }        all = { ["-"] item { "NEAR/" words item } }
///   item = "(" any ")" | ["="] phrase ["~" words] | ["="] word | word "*" | word "~" [letters] |
///   field
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Query parse() {
    QueryNode node = any(0);
    if (!at_end()) fail("there is no \"(\" for this \")\"");
    Query query;
    put_part(query, std::move(node));
    if (query.terms.empty() && query.filters.empty()) fail("the query is empty");
    check_positive(query.terms, 0);
    return query;
  }

 private:
  /// Parentheses around what must hold anyway say nothing.
  static void put_part(Query& query, QueryNode part) {
    if (part.type == QueryNode::Type::all && !part.negated) {
      for (QueryNode& one : part.parts) put_part(query, std::move(one));
    } else if (part.type == QueryNode::Type::field) {
      part.filter.negated = part.negated;
      query.filters.push_back(std::move(part.filter));
    } else {
      query.terms.push_back(std::move(part));
    }
  }

  QueryNode any(int depth) {
    if (depth > kDeepest) fail("too many parentheses within each other");
    std::vector<QueryNode> choices;
    std::size_t begin = position_;
    choices.push_back(all(depth));
    while (take_operator(kOr)) {
      check_choice(choices.back(), begin);
      begin = position_;
      choices.push_back(all(depth));
      check_choice(choices.back(), begin);
    }
    if (choices.size() == 1) return std::move(choices.front());
    check_alike(choices, begin);
    return {.type = QueryNode::Type::any, .parts = std::move(choices)};
  }

  /// What has a word is looked up in the index, what has none is not.
  static void check_alike(const std::vector<QueryNode>& choices, std::size_t begin) {
    if (std::any_of(choices.begin(), choices.end(), has_fields) &&
        !std::all_of(choices.begin(), choices.end(), has_words) &&
        std::any_of(choices.begin(), choices.end(), has_words)) {
      throw QueryError("of the choices of OR all must have a word, or none", begin);
    }
    for (const QueryNode& choice : choices) check_whole(choice, begin);
  }
  static void check_whole(const QueryNode& node, std::size_t begin) {
    if (node.type == QueryNode::Type::field && node.filter.field == "compound") {
      throw QueryError("compound: holds for the whole query, not within OR or parentheses", begin);
    }
    for (const QueryNode& part : node.parts) check_whole(part, begin);
  }

  static void check_choice(const QueryNode& choice, std::size_t begin) {
    if (choice.parts.empty()) throw QueryError("OR stands between two words", begin);
    check_positive(choice.parts, begin);
  }

  QueryNode all(int depth) {
    QueryNode node{.type = QueryNode::Type::all};
    while (true) {
      skip_blanks();
      if (at_end() || text_[position_] == ')' || at_operator(kOr)) return node;
      if (take_operator(kAnd)) continue;
      const bool negated = take_minus();
      QueryNode part = item(depth);
      skip_blanks();
      while (const std::optional<int> words = take_near()) {
        part = near(std::move(part), *words);
        skip_blanks();
      }
      part.negated = negated;
      node.parts.push_back(std::move(part));
    }
  }

  /// The number of "NÄRA/5".
  std::optional<int> take_near() {
    for (const std::string_view name : kNear) {
      if (!rest().starts_with(name)) continue;
      const std::size_t begin = position_;
      const std::optional<int> words = number_in(std::string_view(bare_word()).substr(name.size()));
      if (!words || *words < 1 || *words > kMostWordsApart) {
        throw QueryError(
            fmt::format("a number from 1 to {} must stand after \"/\"", kMostWordsApart), begin);
      }
      return words;
    }
    return std::nullopt;
  }

  /// "a NEAR/5 b" is "\"a b\"~5".
  QueryNode near(QueryNode before, int words) {
    skip_blanks();
    const std::size_t begin = position_;
    const auto is_word = [](const QueryNode& node) {
      return node.type == QueryNode::Type::word && node.distance == 0 && !node.exact;
    };
    const bool joined = before.type == QueryNode::Type::phrase && before.distance == words;
    const bool ended = at_end() || text_[position_] == ')';
    QueryNode after = ended ? QueryNode{.type = QueryNode::Type::all} : item(kDeepest);
    if (!is_word(after) || !(is_word(before) || joined)) {
      throw QueryError("NEAR stands between two words", begin);
    }
    return {
        .type = QueryNode::Type::phrase, .text = before.text + ' ' + after.text, .distance = words};
  }

  QueryNode item(int depth) {
    skip_blanks();
    if (at_end() || text_[position_] == ')') fail("a word is missing after \"-\"");
    const std::size_t begin = position_;
    if (take_near()) throw QueryError("NEAR stands between two words", begin);
    if (text_[position_] == '(') return group(depth);
    const bool exact = text_[position_] == '=';
    if (exact) ++position_;
    if (quote_at(rest()) > 0) return phrase(exact);
    const std::string word = bare_word();
    if (const auto field = field_of(word); field && !exact) {
      position_ = begin + word.find(':') + 1;
      return field_node(*field, begin);
    }
    return word_node(word, exact, begin);
  }

  QueryNode group(int depth) {
    const std::size_t begin = position_;
    ++position_;
    QueryNode node = any(depth + 1);
    if (at_end()) throw QueryError("there is no \")\" for this \"(\"", begin);
    ++position_;
    if (node.parts.empty()) throw QueryError("nothing stands between the parentheses", begin);
    check_positive(node.parts, begin);
    check_whole(node, begin);
    const bool one = node.type == QueryNode::Type::all && node.parts.size() == 1;
    if (!one || node.parts.front().negated) return node;
    QueryNode only = std::move(node.parts.front());
    return only;
  }

  QueryNode phrase(bool exact) {
    count_word();
    QueryNode node{.type = QueryNode::Type::phrase, .text = quoted_text(), .exact = exact};
    if (!rest().starts_with('~')) return node;
    const std::size_t begin = position_;
    const std::optional<int> distance = number_in(bare_word().substr(1));
    if (!distance || *distance < 1 || *distance > kMostWordsApart) {
      throw QueryError(fmt::format("a number from 1 to {} must stand after \"~\"", kMostWordsApart),
                       begin);
    }
    node.distance = *distance;
    return node;
  }

  std::string quoted_text() {
    const std::size_t begin = position_;
    position_ += quote_at(rest());
    const std::size_t from = position_;
    while (!at_end() && quote_at(rest()) == 0) ++position_;
    if (at_end()) throw QueryError("there is no second \" for this one", begin);
    std::string text = cleaned(text_.substr(from, position_ - from));
    position_ += quote_at(rest());
    if (text.empty()) throw QueryError("nothing stands between the quotes", begin);
    return text;
  }

  QueryNode word_node(std::string word, bool exact, std::size_t begin) {
    count_word();
    if (cleaned(word).empty()) throw QueryError("a word is missing after \"=\"", begin);
    if (word.ends_with('*')) {
      if (exact) throw QueryError("\"=\" and \"*\" exclude each other", begin);
      return prefix_node(word, begin);
    }
    QueryNode node{.exact = exact};
    if (const std::size_t tilde = word.rfind('~'); tilde != std::string::npos && tilde > 0) {
      node.distance = letters_apart(word.substr(tilde + 1), begin + tilde);
      if (exact) throw QueryError("\"=\" and \"~\" exclude each other", begin);
      word.resize(tilde);
    }
    node.text = cleaned(word);
    return node;
  }

  static QueryNode prefix_node(std::string word, std::size_t begin) {
    while (word.ends_with('*')) word.pop_back();
    word = cleaned(word);
    if (code_points(word).size() < kShortestPrefix) {
      throw QueryError("at least two letters must stand before \"*\"", begin);
    }
    return {.type = QueryNode::Type::prefix, .text = word};
  }

  static int letters_apart(const std::string& text, std::size_t begin) {
    if (text.empty()) return 1;
    const std::optional<int> letters = number_in(text);
    if (!letters || *letters < 1 || *letters > kMostLettersApart) {
      throw QueryError("1 or 2 must stand after \"~\"", begin);
    }
    return *letters;
  }

  static std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
  }

  QueryNode field_node(const std::string& field, std::size_t begin) {
    SearchFilter filter{.field = field, .value = {}};
    filter.value = quote_at(rest()) > 0 ? quoted_text() : cleaned(bare_word());
    try {
      return {.type = QueryNode::Type::field, .filter = canonical(filter)};
    } catch (const QueryError& error) {
      throw QueryError(error.what(), begin);
    }
  }

  /// "kind" of "kind:vote", "år" of "år:2024". What has capitals or only an ending after the colon
  /// is a word: "EU:s", "tv:n".
  static std::optional<std::string> field_of(const std::string& word) {
    const std::size_t colon = word.find(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const std::string name = to_nfc(word.substr(0, colon));
    if (field_named(name)) return name;
    const std::u32string letters = code_points(name);
    const bool plain = std::all_of(letters.begin(), letters.end(), is_lower);
    const std::string after = word.substr(colon + 1);
    const bool ending = std::find(kEndings.begin(), kEndings.end(), after) != kEndings.end();
    if (!plain || ending) return std::nullopt;
    return name;
  }

  std::string bare_word() {
    const std::size_t begin = position_;
    while (!at_end()) {
      const char c = text_[position_];
      if (c == ' ' || c == '(' || c == ')' || quote_at(rest()) > 0) break;
      ++position_;
    }
    return std::string(text_.substr(begin, position_ - begin));
  }

  /// The operator that the rest begins with, or none.
  [[nodiscard]] std::string_view operator_at(const std::array<std::string_view, 2>& names) const {
    for (const std::string_view name : names) {
      if (!rest().starts_with(name)) continue;
      const std::string_view after = rest().substr(name.size());
      const bool ended = after.empty() || after.front() == ' ' || after.front() == '(';
      if (ended || after.front() == ')' || quote_at(after) > 0) return name;
    }
    return {};
  }
  [[nodiscard]] bool at_operator(const std::array<std::string_view, 2>& names) const {
    return !operator_at(names).empty();
  }
  bool take_operator(const std::array<std::string_view, 2>& names) {
    skip_blanks();
    const std::size_t size = operator_at(names).size();
    position_ += size;
    return size > 0;
  }
  bool take_minus() {
    if (take_operator(kNot)) {
      skip_blanks();
      return true;
    }
    if (text_[position_] != '-') return false;
    ++position_;
    return true;
  }

  /// Of words; what a field leaves out may stand alone.
  static void check_positive(const std::vector<QueryNode>& parts, std::size_t at) {
    const auto is_negated = [](const QueryNode& part) {
      return part.negated && part.type != QueryNode::Type::field;
    };
    if (std::any_of(parts.begin(), parts.end(), is_negated) &&
        std::none_of(parts.begin(), parts.end(),
                     [](const QueryNode& part) { return !part.negated && has_words(part); })) {
      throw QueryError("a word that must match is needed beside those that must not", at);
    }
  }
  void count_word() {
    if (++words_ > kMostWords) fail(fmt::format("more than {} words", kMostWords));
  }
  void skip_blanks() {
    while (!at_end() && text_[position_] == ' ') ++position_;
  }
  [[nodiscard]] bool at_end() const { return position_ >= text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }
  [[noreturn]] void fail(const std::string& message) const { throw QueryError(message, position_); }

  std::string_view text_;  // with plain spaces alone
  std::size_t position_ = 0;
  int words_ = 0;
};

}  // namespace

Query parse_query(std::string_view text) {
  if (text.size() > kMostBytes) {
    throw QueryError(fmt::format("the query is longer than {} bytes", kMostBytes), kMostBytes);
  }
  const std::string plain = with_spaces(text);
  return Parser(plain).parse();
}

}  // namespace diarium
