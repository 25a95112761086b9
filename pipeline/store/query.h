#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace diarium {

/// A query that can't be understood: what and where.
class QueryError : public std::runtime_error {
 public:
  QueryError(const std::string& message, std::size_t position)
      : std::runtime_error(message), position_(position) {}
  /// Byte of the query at which it went wrong, from 0.
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  std::size_t position_;
};

/// What a hit must (or must not) be besides its words. Several of one field: any of them will do.
struct SearchFilter {
  std::string field;  ///< see query_fields.h
  std::string value;
  bool negated = false;
  bool operator==(const SearchFilter&) const = default;
};

/// A node of what is searched for.
struct QueryNode {
  enum class Type { word, phrase, prefix, field, all, any };
  Type type = Type::word;
  std::string text;    ///< of word, phrase and prefix
  bool exact = false;  ///< of word and phrase: these forms alone, no other inflection
  /// Of a word: how many letters may differ (0..2). Of a phrase: how many other words may stand
  /// between its words, in any order; 0: none, in this order.
  int distance = 0;
  bool negated = false;          ///< only within `all`
  SearchFilter filter;           ///< of field; never negated, the node is
  std::vector<QueryNode> parts;  ///< of all and any
  /// Of a word with a distance: the forms of the index that are meant (see spelling.h).
  std::vector<std::string> similar;
};

/// Fields that hold for the whole query are its filters; only those within parentheses or OR are
/// terms.
struct Query {
  std::vector<QueryNode> terms;  ///< all must match; none where only filters are given
  std::vector<SearchFilter> filters;
};

/// Whether a field stands in the node.
bool has_fields(const QueryNode& node);
/// Whether a word stands in it that must match.
bool has_words(const QueryNode& node);

/// The same query written plainly, e.g. to show how it was understood.
std::string to_string(const Query& query);

}  // namespace diarium
