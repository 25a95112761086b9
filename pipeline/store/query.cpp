#include "pipeline/store/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "models/date.h"
#include "models/document.h"
#include "models/record.h"
#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kMostBytes = 256;
constexpr int kMostWords = 16;
constexpr int kDeepest = 8;
constexpr std::size_t kShortestPrefix = 2;
constexpr std::array<std::string_view, 10> kFields{"kind", "body",   "party", "person", "dnr",
                                                   "type", "status", "year",  "from",   "to"};
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

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string cleaned(std::string_view text) {
  std::string clean;
  for (const char c : text) clean += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return squeeze_blanks(to_nfc(clean));
}

/// Reads by recursive descent:
///   any  = all { "OR" all }        all = { ["-"] item }        item = "(" any ")" | phrase | word
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Query parse() {
    if (text_.size() > kMostBytes) {
      throw QueryError(fmt::format("the query is longer than {} bytes", kMostBytes), kMostBytes);
    }
    QueryNode node = any(0);
    if (!at_end()) fail("there is no \"(\" for this \")\"");
    Query query;
    query.filters = std::move(filters_);
    if (node.type == QueryNode::Type::all) {
      query.terms = std::move(node.parts);
    } else {
      query.terms.push_back(std::move(node));
    }
    if (query.terms.empty() && query.filters.empty()) fail("the query is empty");
    check_positive(query.terms, 0);
    return query;
  }

 private:
  QueryNode any(int depth) {
    if (depth > kDeepest) fail("too many parentheses within each other");
    std::vector<QueryNode> choices;
    std::size_t begin = position_;
    choices.push_back(all(depth));
    while (take_operator("OR")) {
      if (depth == 0) ++alternatives_;
      check_choice(choices.back(), begin);
      begin = position_;
      choices.push_back(all(depth));
      check_choice(choices.back(), begin);
    }
    if (choices.size() == 1) return std::move(choices.front());
    return {.type = QueryNode::Type::any, .parts = std::move(choices)};
  }

  void check_choice(const QueryNode& choice, std::size_t begin) const {
    if (!filters_.empty()) {
      throw QueryError("a field can't be a choice of OR: repeat the field instead", filter_at_);
    }
    if (choice.parts.empty()) throw QueryError("OR stands between two words", begin);
    check_positive(choice.parts, begin);
  }

  QueryNode all(int depth) {
    QueryNode node{.type = QueryNode::Type::all};
    while (true) {
      skip_blanks();
      if (at_end() || text_[position_] == ')' || at_operator("OR")) return node;
      if (take_operator("AND")) continue;
      const bool negated = take_minus();
      if (std::optional<QueryNode> part = item(depth, negated)) {
        part->negated = negated;
        node.parts.push_back(std::move(*part));
      }
    }
  }

  std::optional<QueryNode> item(int depth, bool negated) {
    if (at_end()) fail("a word is missing after \"-\"");
    if (text_[position_] == '(') return group(depth);
    if (quote_at(rest()) > 0) return phrase();
    const std::size_t begin = position_;
    const std::string word = bare_word();
    if (const auto field = field_of(word)) {
      position_ = begin + field->size() + 1;
      add_filter(*field, negated, depth, begin);
      return std::nullopt;
    }
    return word_node(word, begin);
  }

  QueryNode group(int depth) {
    const std::size_t begin = position_;
    ++position_;
    QueryNode node = any(depth + 1);
    if (at_end()) throw QueryError("there is no \")\" for this \"(\"", begin);
    ++position_;
    if (node.parts.empty()) throw QueryError("nothing stands between the parentheses", begin);
    check_positive(node.parts, begin);
    return node;
  }

  QueryNode phrase() {
    count_word();
    return {.type = QueryNode::Type::phrase, .text = quoted_text()};
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

  QueryNode word_node(std::string word, std::size_t begin) {
    count_word();
    if (!word.ends_with('*')) return {.text = cleaned(word)};
    while (word.ends_with('*')) word.pop_back();
    word = cleaned(word);
    if (code_points(word).size() < kShortestPrefix) {
      throw QueryError("at least two letters must stand before \"*\"", begin);
    }
    return {.type = QueryNode::Type::prefix, .text = word};
  }

  void add_filter(const std::string& field, bool negated, int depth, std::size_t begin) {
    if (depth > 0 || alternatives_ > 0) {
      throw QueryError("a field can't stand within OR or parentheses: " + field, begin);
    }
    filter_at_ = begin;
    SearchFilter filter{.field = field, .negated = negated};
    filter.value = quote_at(rest()) > 0 ? quoted_text() : cleaned(bare_word());
    try {
      check_filter(filter);
    } catch (const QueryError& error) {
      throw QueryError(error.what(), begin);
    }
    filters_.push_back(std::move(filter));
  }

  /// "kind" of "kind:vote". A name with capitals is no field: "EU:s".
  static std::optional<std::string> field_of(const std::string& word) {
    const std::size_t colon = word.find(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const std::string name = word.substr(0, colon);
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!plain) return std::nullopt;
    return name;
  }

  std::string bare_word() {
    const std::size_t begin = position_;
    while (!at_end()) {
      const char c = text_[position_];
      if (is_space(c) || c == '(' || c == ')' || quote_at(rest()) > 0) break;
      ++position_;
    }
    return std::string(text_.substr(begin, position_ - begin));
  }

  bool at_operator(std::string_view name) const {
    if (!rest().starts_with(name)) return false;
    const std::string_view after = rest().substr(name.size());
    return after.empty() || is_space(after.front()) || after.front() == '(';
  }
  bool take_operator(std::string_view name) {
    skip_blanks();
    if (!at_operator(name)) return false;
    position_ += name.size();
    return true;
  }
  bool take_minus() {
    if (take_operator("NOT")) {
      skip_blanks();
      return true;
    }
    if (text_[position_] != '-') return false;
    ++position_;
    return true;
  }

  void check_positive(const std::vector<QueryNode>& parts, std::size_t at) const {
    const auto negated = [](const QueryNode& part) { return part.negated; };
    if (!parts.empty() && std::all_of(parts.begin(), parts.end(), negated)) {
      throw QueryError("a word that must match is needed beside those that must not", at);
    }
  }
  void count_word() {
    if (++words_ > kMostWords) fail(fmt::format("more than {} words", kMostWords));
  }
  void skip_blanks() {
    while (!at_end() && is_space(text_[position_])) ++position_;
  }
  [[nodiscard]] bool at_end() const { return position_ >= text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }
  [[noreturn]] void fail(const std::string& message) const { throw QueryError(message, position_); }

  std::string_view text_;
  std::size_t position_ = 0;
  int words_ = 0;
  int alternatives_ = 0;  // of OR outside of parentheses
  std::size_t filter_at_ = 0;
  std::vector<SearchFilter> filters_;
};

bool is_status(const std::string& name) {
  return name == "unknown" || decision_status_of(name) != DecisionStatus::unknown;
}

std::string to_string(const QueryNode& node) {
  const std::string sign = node.negated ? "-" : "";
  if (node.type == QueryNode::Type::word) return sign + node.text;
  if (node.type == QueryNode::Type::phrase) return sign + '"' + node.text + '"';
  if (node.type == QueryNode::Type::prefix) return sign + node.text + '*';
  std::string joined;
  for (const QueryNode& part : node.parts) {
    if (!joined.empty()) joined += node.type == QueryNode::Type::any ? " OR " : " ";
    joined += to_string(part);
  }
  return sign + '(' + joined + ')';
}

}  // namespace

Query parse_query(std::string_view text) {
  return Parser(text).parse();
}

std::string to_string(const Query& query) {
  std::string text;
  for (const QueryNode& term : query.terms) {
    if (!text.empty()) text += ' ';
    text += to_string(term);
  }
  for (const SearchFilter& filter : query.filters) {
    if (!text.empty()) text += ' ';
    const bool bare = filter.value.find(' ') == std::string::npos;
    text += fmt::format("{}{}:{}", filter.negated ? "-" : "", filter.field,
                        bare ? filter.value : '"' + filter.value + '"');
  }
  return text;
}

void check_filter(const SearchFilter& filter) {
  const std::string& field = filter.field;
  const std::string& value = filter.value;
  const auto refuse = [&](std::string_view wanted) {
    throw QueryError(fmt::format("{} wants {}: {}", field, wanted, value), 0);
  };
  if (std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
    throw QueryError(
        fmt::format("no such field; there are {}: {}", fmt::join(kFields, ", "), field), 0);
  }
  if (value.empty()) refuse("a value after \":\"");
  if (field == "kind" && value != "document" && !record_of_kind(value)) refuse("a kind of record");
  if (field == "type" && !document_kind_of(value)) refuse("a kind of document");
  if (field == "status" && !is_status(value)) refuse("the status of a clause");
  if (field == "year" && !(value.size() == 4 && date_of_iso(value))) refuse("a year");
  if ((field == "from" || field == "to") && !(value.size() <= 10 && date_of_iso(value))) {
    refuse("a date, 2024-03-05 or 2024-03 or 2024");
  }
}

}  // namespace diarium
