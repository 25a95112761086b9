#pragma once

#include <string>
#include <vector>

#include "pipeline/store/match.h"
#include "pipeline/store/query.h"

namespace diarium {

/// A condition on the facts `f` of a passage and, where it says so, on the passage `p` and its
/// document `d`, with a "?" for each of its values.
struct SqlCondition {
  std::string sql = "1";
  std::vector<std::string> values;
  bool on_passage = false;  ///< p and d are needed beside f
};

/// Of one field any of the values will do; fields and negated values must all hold. The filters are
/// as `canonical` gives them.
SqlCondition condition_of(const std::vector<SearchFilter>& filters);

/// What fields within parentheses and OR demand; words beside them are looked up in the index,
/// whose row is `i`.
SqlCondition condition_of(const std::vector<QueryNode>& terms, Matching matching);

/// Both hold.
SqlCondition both(SqlCondition a, SqlCondition b);

/// "Dnr KS 2019-00665 1.4.2.0", "ks/2019/665" -> "ks/2019/665"; "2019-665" -> "2019/665"; else the
/// text in lower case.
std::string normal_case_number(const std::string& text);

}  // namespace diarium
