#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
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
  /// kind, body, party, person, dnr, type (of document), status (of a clause), year, from, to
  std::string field;
  std::string value;
  bool negated = false;
  bool operator==(const SearchFilter&) const = default;
};

/// A node of what is searched for.
struct QueryNode {
  enum class Type { word, phrase, prefix, all, any };
  Type type = Type::word;
  std::string text;              ///< of word, phrase and prefix
  bool negated = false;          ///< only within `all`
  std::vector<QueryNode> parts;  ///< of all and any
};

struct Query {
  std::vector<QueryNode> terms;  ///< all must match; none where only filters are given
  std::vector<SearchFilter> filters;
};

/// Reads: words (all must match), "a phrase", -word, prefix*, a OR b, ( ), field:value,
/// field:"two words". Throws QueryError, also for more than 256 bytes, 16 words or 8 parentheses
/// deep.
Query parse_query(std::string_view text);

/// The same query written plainly, e.g. to show how it was understood.
std::string to_string(const Query& query);

/// Throws QueryError (position 0) unless field and value fit each other: a known field, a date.
void check_filter(const SearchFilter& filter);

}  // namespace diarium
